"""Days and hours that the consumer is known to find inconvenient: comment 6(b)(1)-1."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from shounuo.rules.facts import Facts
from shounuo.rules.packs.us.moments import at, home_zone, stands
from shounuo.rules.standing import Request

KINDS = frozenset({"inconvenient_days", "inconvenient_times"})
EVERY_DAY = tuple(range(7))
MIDNIGHT = time()


def standing(facts: Facts) -> list[Request]:
    """Designations made and not withdrawn by the proposed contact."""
    return [r for r in facts.requests if r.kind in KINDS and stands(r, facts)]


def unclear(facts: Facts) -> bool:
    """Whether a time was designated and nobody recorded which."""
    return any(not r.days and not r.windows for r in standing(facts))


def _blocks(request: Request, moment: datetime) -> tuple[datetime, datetime] | None:
    """The designated span that the local moment lies in; a window's last minute is free again."""
    zone = moment.tzinfo
    assert isinstance(zone, ZoneInfo)
    on = moment.date()
    if request.until and on > request.until:
        return None
    told_apart = "window_days" in request.more  # a case says weekdays and weekends by themselves
    whole_days = request.days if told_apart or not request.windows else ()
    if on.weekday() in whole_days:
        return at(on, MIDNIGHT, zone), at(on + timedelta(days=1), MIDNIGHT, zone)
    if on.weekday() in request.more.get("window_days", request.days or EVERY_DAY):
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
