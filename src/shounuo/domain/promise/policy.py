"""What a lender sets about settlement."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from shounuo.domain.promise.coverage import FileTimetable


@dataclass(frozen=True, slots=True)
class SettlementPolicy:
    """`expected_sources`: every file that must speak before a promise can be broken; empty means the
    sources seen so far, and without any the balance snapshots. `late_days`: calendar days after the last
    day in which money may still complete a promise late.
    """

    time_zone: str = "Asia/Shanghai"
    expected_sources: tuple[str, ...] = ()
    timetables: tuple[FileTimetable, ...] = ()
    late_days: int = 30

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    def timetable(self, source: str) -> FileTimetable:
        for row in self.timetables:
            if row.source == source:
                return row
        return FileTimetable(source)
