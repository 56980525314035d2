"""The words of a `us` case and what they are called in the rules."""

from __future__ import annotations

from shounuo.feeds.case_values import CaseRefused
from shounuo.rules.proposed import Channel, Role

_ROLES = {
    "consumer": Role.CUSTOMER,
    "consumer_attorney": Role.ATTORNEY,
    "consumer_reporting_agency": Role.CREDIT_BUREAU,
}
PLACES = {
    "home_landline": ("landline", "home"),
    "home_address": ("postal", "home"),
    "last_known_address": ("postal", "home"),
    "work_line": ("landline", "work"),
    "mobile": ("mobile", None),
}
WEEKDAYS = {name: at for at, name in enumerate(("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"))}


def channel_named(name: str) -> Channel:
    """A channel by its name."""
    try:
        return Channel(name)
    except ValueError:
        raise CaseRefused(f"没有渠道“{name}”", f"there is no channel {name!r}") from None


def role_named(name: str | None) -> Role | None:
    """A role by its name; None stays unknown."""
    if name is None or name in _ROLES:
        return _ROLES.get(name or "")
    try:
        return Role(name)
    except ValueError:
        raise CaseRefused(f"没有身份“{name}”", f"there is no role {name!r}") from None
