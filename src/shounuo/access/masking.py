"""How identifying data looks to somebody who may not see it in full.

Numbers, ids and addresses are masked for everyone until revealed one by one (an act and an event). The
name is whole only for the person who holds the case, while a call is on: they must ask for it.
"""

from __future__ import annotations

from enum import StrEnum

from shounuo.access.roles import Actor, Role, Subject


class Sight(StrEnum):
    """How much of a name somebody sees."""

    FULL = "full"
    MASKED = "masked"
    HIDDEN = "hidden"


def sight(actor: Actor, subject: Subject, during_call: bool = False) -> Sight:
    """The sight of a customer's name on a case."""
    if not actor.active or actor.roles <= {Role.ADMIN}:
        return Sight.HIDDEN
    works_it = bool(actor.roles & {Role.COLLECTOR, Role.FIELD}) and subject.holder == actor.id
    if works_it and during_call:
        return Sight.FULL
    return Sight.MASKED


def show_name(name: str, seen: Sight) -> str:
    """The name as this sight allows."""
    if seen is Sight.FULL:
        return name
    return mask_name(name) if seen is Sight.MASKED else "*" * 3


def mask_name(name: str) -> str:
    """王建国 → 王*国, 王芳 → 王*, John Smith → J*** S***. The length of a Chinese name is kept."""
    text = name.strip()
    if not text:
        return ""
    if any("\u4e00" <= ch <= "\u9fff" for ch in text):
        return text[0] + "*" * max(1, len(text) - 2) + (text[-1] if len(text) > 2 else "")
    return " ".join(f"{word[0]}***" for word in text.split())


def mask_number(number: str) -> str:
    """13812346621 → 138****6621; of a short number only the last two digits stay."""
    digits = "".join(ch for ch in number if ch.isdigit())
    if len(digits) < 8:
        return "*" * max(0, len(digits) - 2) + digits[-2:] if len(digits) > 2 else "*" * len(digits)
    return digits[:3] + "*" * (len(digits) - 7) + digits[-4:]


def mask_id(identity: str) -> str:
    """110105199003071234 → 1****************4: first and last only, the length kept."""
    text = identity.strip()
    return "*" * len(text) if len(text) < 6 else text[0] + "*" * (len(text) - 2) + text[-1]


def mask_account(number: str) -> str:
    """A card or account shows its last four digits, 尾号, or nothing when it is short."""
    digits = "".join(ch for ch in number if ch.isalnum())
    return f"****{digits[-4:]}" if len(digits) > 8 else "****"


def mask_email(address: str) -> str:
    """john@example.org → j***@example.org."""
    name, at, domain = address.partition("@")
    return f"{name[:1]}***{at}{domain}" if at else "***"


def mask_address(address: str) -> str:
    """The first six characters, so that the town can be told; the rest is masked."""
    text = address.strip()
    return text[:6] + "*" * min(8, len(text) - 6) if len(text) > 6 else "*" * len(text)
