"""Days and hours of the consumer.

Regulation F counts in days and does not say whose; the consumer's are used, at the residential
address if one is known, else at the first location on file.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from shounuo.rules.facts import Facts
from shounuo.rules.standing import Location, Request

UTC = ZoneInfo("UTC")
MOVED = "knows_consumer_moved"


def zones(facts: Facts) -> tuple[ZoneInfo, ...]:
    """Every zone in which the collector's information places the consumer (comment 6(b)(1)(i)-2).

    A prior address is left out once the collector knows that the consumer moved.
    """
    moved = any(event.kind == MOVED and has_come(event.when, facts) for event in facts.events)
    names = [
        place.zone
        for place in facts.customer.locations
        if not (moved and place.source == "prior_address")
    ]
    return tuple(ZoneInfo(name) for name in dict.fromkeys(names))


def home_zone(facts: Facts) -> ZoneInfo:
    """The zone in which days are counted; UTC when no location is known (the hours then wait)."""
    return _home(facts.customer.locations)


@lru_cache(maxsize=4096)
def _home(places: tuple[Location, ...]) -> ZoneInfo:
    ranked = sorted(places, key=lambda place: place.source != "residential_address")
    return ZoneInfo(ranked[0].zone) if ranked else UTC


def day(moment: datetime | date, zone: ZoneInfo) -> date:
    """The calendar day of a moment in the zone; a bare date is its own day."""
    return moment.astimezone(zone).date() if isinstance(moment, datetime) else moment


def today(facts: Facts) -> date:
    """The consumer's calendar day of the proposed contact."""
    return day(facts.proposed.when, home_zone(facts))


def at(on: date, clock: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(on, clock, tzinfo=zone)


def has_come(moment: datetime | date | None, facts: Facts) -> bool:
    """Whether a moment has come by the proposed contact; a bare date from its first minute on.

    None is *not known when*: it counts as come, since a request of unknown date still binds.
    """
    if moment is None:
        return True
    if isinstance(moment, datetime):
        return moment <= facts.proposed.when
    return moment <= today(facts)


def stands(request: Request, facts: Facts) -> bool:
    """Whether a request was received by the proposed contact and not taken back before it."""
    now = facts.proposed.when
    return has_come(request.received, facts) and not (
        request.withdrawn_at is not None and request.withdrawn_at <= now
    )


def years_later(start: date, years: int) -> date:
    """The same day `years` on; from 29 February it is 1 March, so nothing is dropped a day early."""
    try:
        return start.replace(year=start.year + years)
    except ValueError:
        return date(start.year + years, 3, 1)


def days_after(start: date, days: int) -> date:
    return start + timedelta(days=days)
