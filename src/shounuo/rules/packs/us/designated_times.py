"""Days and hours that the consumer is known to find inconvenient: comment 6(b)(1)-1."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from shounuo.rules.facts import Facts
from shounuo.rules.packs.us.moments import at, has_come, home_zone
from shounuo.rules.standing import Request

KINDS = frozenset({"inconvenient_days", "inconvenient_times"})
EVERY_DAY = tuple(range(7))
MIDNIGHT = time()


def standing(facts: Facts) -> list[Request]:
    """Designations made and not withdrawn by the proposed contact."""
    now = facts.proposed.when
    return [
        request
        for request in facts.requests
        if request.kind in KINDS and has_come(request.received, facts)
        and not (request.withdrawn_at and request.withdrawn_at <= now)
    ]  # fmt: skip


def _blocks(request: Request, moment: datetime) -> tuple[datetime, datetime] | None:
    """The designated span that the local moment lies in; a window's last minute is free again."""
    zone = moment.tzinfo
    assert isinstance(zone, ZoneInfo)
    on = moment.date()
    if request.until and on > request.until:
        return None
    if on.weekday() in request.days:
        return at(on, MIDNIGHT, zone), at(on + timedelta(days=1), MIDNIGHT, zone)
    if on.weekday() in request.more.get("window_days", EVERY_DAY):
        for opens, closes in request.windows:
            if opens <= moment.time() < closes:
                return at(on, opens, zone), at(on, closes, zone)
    return None


def span(facts: Facts, moment: datetime) -> tuple[datetime, datetime] | None:
    """The designated span around a moment, in the consumer's zone, or None."""
    local = moment.astimezone(home_zone(facts))
    found = [hit for request in standing(facts) if (hit := _blocks(request, local))]
    return (min(s for s, _ in found), max(e for _, e in found)) if found else None


def reopens(facts: Facts) -> date | datetime | None:
    """When the designations let go: a day if they end with one, else a moment; None if never."""
    moment = facts.proposed.when.astimezone(home_zone(facts))
    for _ in range(400):
        hit = span(facts, moment)
        if hit is None:
            return moment.date() if moment.time() == MIDNIGHT else moment
        moment = hit[1]
    return None
