"""What went before, in a case written for the pack `us`: calls, requests, consents, events."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time
from typing import Any

from shounuo.feeds.case_form import misspelt
from shounuo.feeds.case_values import clock, instant, moment, required
from shounuo.feeds.us_case_words import WEEKDAYS, channel_named
from shounuo.rules.packs.us.moments import UTC, at
from shounuo.rules.past import PastContact
from shounuo.rules.proposed import Channel, Direction
from shounuo.rules.standing import Consent, Event, Request

Rows = Iterable[dict[str, Any]]
WEEKEND, WORKDAYS = (5, 6), tuple(range(5))


def calls(rows: Rows) -> tuple[PastContact, ...]:
    """Calls made and received, in the order given; texts and e-mails where a row says so."""
    return tuple(
        PastContact(
            instant(required(row, "when", "call"), "call.when"),
            Channel(row.get("channel") or Channel.CALL),
            Direction(row.get("direction") or "outbound"), row.get("person"),
            address_id=row.get("number"), debts=tuple(row.get("debt") or ()),
            discussed=tuple(row.get("discussed") or ()), outcome=row.get("outcome"),
            exclusion=row.get("exclusion"), more=row,
        )
        for row in rows
    )  # fmt: skip


def _weekday(name: str) -> int:
    if name not in WEEKDAYS:
        raise misspelt(name, WEEKDAYS, "request.days")
    return WEEKDAYS[name]


def _channel(row: dict[str, Any], *keys: str) -> Channel | None:
    named = next((row[key] for key in keys if row.get(key)), None)
    return channel_named(named) if named else None


def requests(rows: Rows) -> tuple[Request, ...]:
    """What persons asked for. `received` decides; without it `when`."""
    return tuple(_request(row) for row in rows)


def _request(row: dict[str, Any]) -> Request:
    kind = str(required(row, "type", "request"))
    received, until = row.get("received") or row.get("when"), row.get("until")
    days = tuple(_weekday(name) for name in row.get("days") or ())
    weekends = WEEKEND if row.get("weekends") == "all" else ()
    more = dict(row) | ({"window_days": WORKDAYS} if "weekday_windows" in row else {})
    last = moment(until, "until") if until else None
    return Request(
        kind, row.get("by"),
        moment(received, "request") if received else None, _channel(row, "medium"),
        row.get("address"), row.get("place"), tuple(row.get("debt") or ()),
        tuple((clock(a, "window"), clock(b, "window")) for a, b in row.get("weekday_windows") or ()),
        days + weekends, last.date() if isinstance(last, datetime) else last,
        instant(row["withdrawn"], "withdrawn") if row.get("withdrawn") else None, more,
    )  # fmt: skip


def consents(rows: Rows) -> tuple[Consent, ...]:
    """Consents. Without `type` one is a consent to further calls (1006.14(b)(3)(i))."""
    return tuple(_consent(row) for row in rows)


def _consent(row: dict[str, Any]) -> Consent:
    given = moment(row["when"], "consent.when") if row.get("when") else None
    if given is not None and not isinstance(given, datetime):
        given = at(given, time(), UTC)
    window = row.get("window")
    valid, expired = row.get("valid_through"), row.get("expired")
    dates = [moment(item, "scope_dates") for item in row.get("scope_dates") or ()]
    return Consent(
        str(row.get("type", "calls")), row.get("by"), given, "case", row.get("to"),
        _channel(row, "medium"), person_id=row.get("person"),
        debts=tuple(row.get("debt") or ()),
        window=(clock(window[0], "window"), clock(window[1], "window")) if window else None,
        dates=tuple(d.date() if isinstance(d, datetime) else d for d in dates),
        valid_through=moment(valid, "valid_through") if valid else None,
        more={**row, "expired": moment(expired, "expired") if expired else None},
    )  # fmt: skip


def events(rows: Rows) -> tuple[Event, ...]:
    """What happened, with its own times read."""
    return tuple(_event(row) for row in rows)


def _event(row: dict[str, Any]) -> Event:
    when = row.get("when")
    ended = {"ended": instant(row["ended"], "event.ended")} if row.get("ended") else {}
    return Event(
        str(required(row, "type", "event")), moment(when, "event.when") if when else None,
        tuple(row.get("debt") or ()), _channel(row, "channel", "medium"), more={**row, **ended},
    )  # fmt: skip
