"""From instants to the civil day and minute in the customer's own place, a zone at a time."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pyarrow as pa
import pyarrow.compute as pc

SECONDS_A_DAY = 86_400


def with_local_day(rows: pa.Table, default_zone: str) -> pa.Table:
    """Adds `day` and `minute` for the columns `at` (seconds since 1970) and `zone` ("" unknown).

    A customer whose zone is not known, or is no zone, is counted at the lender's.
    """
    named = pc.fill_null(rows["zone"].cast(pa.string()), "")
    day = minute = None
    for zone in pc.unique(named).to_pylist() or [""]:
        local = _local(rows["at"], _known(zone, default_zone))
        found_day = pc.divide(local, SECONDS_A_DAY)
        seconds = pc.subtract(local, pc.multiply(found_day, SECONDS_A_DAY))
        found_minute = pc.divide(seconds, 60)
        here = pc.equal(named, zone)
        day = found_day if day is None else pc.if_else(here, found_day, day)
        minute = found_minute if minute is None else pc.if_else(here, found_minute, minute)
    return rows.append_column("day", day).append_column("minute", minute)


def _local(at: pa.ChunkedArray, zone: str) -> pa.ChunkedArray:
    """Seconds since 1970 as the wall clock there shows them. Instants before 1970 do not occur."""
    there = at.cast(pa.int64()).cast(pa.timestamp("s")).cast(pa.timestamp("s", "UTC"))
    return pc.local_timestamp(there.cast(pa.timestamp("s", zone))).cast(pa.int64())


def _known(zone: str, default: str) -> str:
    try:
        ZoneInfo(zone)
    except (ValueError, KeyError, OSError):
        return default
    return zone or default
