"""Clock times in a place: whether a span of time is free of closed hours, and when they end."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo


@lru_cache(maxsize=512)
def zone(name: str) -> ZoneInfo:
    """Raises `zoneinfo.ZoneInfoNotFoundError` for a name that is no zone."""
    return ZoneInfo(name)


def local_day(moment: datetime, name: str) -> date:
    """The calendar day of a moment in a zone."""
    return moment.astimezone(zone(name)).date()


@lru_cache(maxsize=4096)
def _closed_spans(
    day: date, closes: time, opens: time, name: str
) -> tuple[tuple[datetime, datetime], ...]:
    """The closed hours touching that local day, as moments. Closing at 22:00 runs over midnight."""
    place, spans = zone(name), []
    for start in (day - timedelta(days=1), day, day + timedelta(days=1)):
        end = start if closes < opens else start + timedelta(days=1)
        closed = datetime.combine(start, closes, place).astimezone(UTC)
        spans.append((closed, datetime.combine(end, opens, place).astimezone(UTC)))
    return tuple(spans)


def opening_after(
    start: datetime, lasts: timedelta, closes: time, opens: time, name: str
) -> datetime | None:
    """None if [start, start + lasts] lies in open hours; else the local time they open next.

    The closing moment itself is closed to a start and open to an end; the opening one is open.
    Computed in moments, so a change of the clocks inside the night shifts nothing.
    """
    begin = start.astimezone(UTC)
    for closed, opened in _closed_spans(local_day(start, name), closes, opens, name):
        if (begin < opened and begin + lasts > closed) or begin == closed:
            return opened.astimezone(zone(name))
    return None
