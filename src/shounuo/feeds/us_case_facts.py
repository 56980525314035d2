"""Facts of a case written for the pack `us` (`docs/rules/case-format.md`).

Defaults unless the case says otherwise: one consumer in New York; nothing requested; e-mails and
texts carry their opt-out statement and disclosure; debts are within limitation; the collector is an
agency; a third party is called for the location. A role `parent` is the parent of a minor unless
`consumer.adult` is true.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from shounuo.feeds.case_form import conform
from shounuo.feeds.case_values import instant, moment, required, zone_named
from shounuo.feeds.us_case_form import FACTS
from shounuo.feeds.us_case_history import calls, consents, events, requests
from shounuo.feeds.us_case_words import PLACES, channel_named, role_named
from shounuo.rules.facts import Facts
from shounuo.rules.proposed import Address, Channel, Collector, CollectorKind, Content, Proposed
from shounuo.rules.proposed import Direction as Way
from shounuo.rules.standing import Creditor, Customer, Debt, Hold, Location

HOME = (Location("America/New_York", country="US"),)
DATES = frozenset({"notice_sent", "opt_out_by", "consumer_last_text", "reassigned_db_check",
                   "consent"})  # fmt: skip
PRIVATE = frozenset({"proposed", "consumer", "debts", "calls", "requests", "consents", "events",
                     "attorney"})  # fmt: skip
ALWAYS = datetime(1970, 1, 1, tzinfo=UTC)


def address(name: str | None, channel: Channel) -> Address | None:
    """An address by its name in the case; some names say which place they belong to."""
    if name is None:
        return None
    kind, place = PLACES.get(name, (None, None))
    by_channel = {Channel.EMAIL: "email", Channel.MAIL: "postal", Channel.POSTCARD: "postal"}
    return Address(name, kind or by_channel.get(channel, "phone"), place=place)


def _content(raw: dict[str, Any], channel: Channel) -> Content:
    more = dict(raw)
    if channel in (Channel.EMAIL, Channel.TEXT):
        more.setdefault("opt_out_notice", True)
    if more.get("period_end_disclosed"):
        more["period_end_disclosed"] = moment(more["period_end_disclosed"], "period_end_disclosed")
    tells = raw.get("discusses_debt")
    return Content(kind=raw.get("kind"), discloses_debt=tells, more=more)


def _place(raw: dict[str, Any]) -> str | None:
    place = raw.get("place") or raw.get("known_place")
    return "work" if place == "workplace" else place


def _purpose(raw: dict[str, Any]) -> str:
    """Unsaid: a third party is called for the location, the one purpose the rule leaves open."""
    third = (raw.get("to") or {}).get("role") == "third_party"
    return "location_information" if third and "content" not in raw else "collect"


def _proposed(raw: dict[str, Any]) -> Proposed:
    channel = channel_named(required(raw, "channel", "proposed"))
    to = required(raw, "to", "proposed")
    by_creditor = raw.get("sender") == "creditor"
    kind = CollectorKind.LENDER_STAFF if by_creditor else CollectorKind.AGENCY
    inbound = str(raw.get("direction", "")).startswith("inbound")
    return Proposed(
        instant(required(raw, "when", "proposed"), "proposed.when"), channel,
        required(to, "id", "proposed.to"), role_named(to.get("role")), Collector(kind, "collector"),
        tuple(raw.get("debt") or ()), Way.INBOUND if inbound else Way.OUTBOUND,
        raw.get("purpose") or _purpose(raw), address=address(raw.get("address"), channel),
        content=_content(raw.get("content") or {}, channel), automated=raw.get("automated"),
        place=_place(raw), outcome=raw.get("outcome"), response_to=raw.get("response_to"),
        exclusion=raw.get("exclusion"), more=raw,
    )  # fmt: skip


def _places(given: dict[str, Any]) -> tuple[Location, ...]:
    """Where the consumer may be. One place of unknown zone leaves every hour in doubt: no place."""
    if "locations" not in given:
        return HOME
    named = given["locations"] or ()
    if any(item.get("tz") is None for item in named):
        return ()
    return tuple(
        Location(zone_named(item["tz"]), item.get("source", ""), "US", item.get("region"))
        for item in named
    )


def _customer(raw: dict[str, Any] | None, role: str | None) -> Customer:
    given = raw or {}
    adult = given.get("adult", False if role == "parent" else None)
    return Customer(given.get("id", "C1"), _places(given), adult=adult, more=given)


def _debt(raw: dict[str, Any]) -> Debt:
    expired = raw.get("statute_of_limitations_expired", False)
    return Debt(
        required(raw, "id", "debt"), "consumer", raw.get("type"), limitation_expired=expired,
        more=raw,
    )  # fmt: skip


def _debts(raw: dict[str, Any]) -> tuple[Debt, ...]:
    """The debts listed; a case that lists none has those it speaks of, plain."""
    spoken_of = [{"id": name} for name in raw["proposed"].get("debt") or ()]
    return tuple(_debt(item) for item in raw.get("debts", spoken_of) or ())


def _attorney(raw: dict[str, Any] | None) -> tuple[Hold, ...]:
    if not raw or raw.get("known") is not True:
        return ()
    return (Hold("attorney", ALWAYS, tuple(raw.get("debts") or ()), more=raw),)


def _dated(value: Any) -> Any:
    """The pack's own facts, with the dates among them read."""
    if not isinstance(value, dict):
        return value
    return {
        key: moment(item, key) if key in DATES and isinstance(item, str) else item
        for key, item in value.items()
    }


def facts_of(raw: dict[str, Any]) -> Facts:
    """The facts of one case. Raises `CaseRefused` for what cannot be read."""
    conform(raw, FACTS, "facts")
    proposed = _proposed(required(raw, "proposed", "facts"))
    role = (raw["proposed"].get("to") or {}).get("role")
    return Facts(
        proposed, Creditor("creditor", "US"), _customer(raw.get("consumer"), role),
        debts=_debts(raw),
        contacts=calls(raw.get("calls") or ()), holds=_attorney(raw.get("attorney")),
        requests=requests(raw.get("requests") or ()), consents=consents(raw.get("consents") or ()),
        events=events(raw.get("events") or ()),
        more={key: _dated(value) for key, value in raw.items() if key not in PRIVATE},
    )  # fmt: skip
