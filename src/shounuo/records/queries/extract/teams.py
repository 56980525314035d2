"""How much time each team has on the day: its planned shifts, else its people.

A shift is not all talking: house policy counts `WORKED_BP` of it as time for cases. A team that plans
no shifts at all around the day counts each active collector for `DAY_SECONDS`; one that does plan, and
planned nobody for the day, has no time.
"""

from __future__ import annotations

import pyarrow as pa

from shounuo.records.queries.extract.scope import Scope
from shounuo.records.queries.extract.snapshot import Snapshot

WORKED_BP = 7_000
DAY_SECONDS = 8 * 3600
ROSTER_DAYS = 7


def teams(taken: Snapshot, scope: Scope) -> pa.Table:
    """`team_id`, `capacity_seconds` of the lender's teams."""
    day = taken.dialect.day("h.day")
    length = taken.dialect.seconds_between("h.starts", "h.ends")
    # A shift that ends before it starts goes over midnight.
    span = f"CASE WHEN {length} < 0 THEN {length} + 86400 ELSE {length} END"
    rows = taken.rows(
        f"""SELECT t.id AS team_id,
              (SELECT COUNT(*) FROM records_staff p WHERE {_works("p")}) AS people,
              (SELECT COUNT(*) FROM records_shift h JOIN records_staff p ON p.id = h.staff_id
                 WHERE {_works("p")} AND {day} BETWEEN {scope.day - ROSTER_DAYS}
                 AND {scope.day + ROSTER_DAYS}) AS planned,
              (SELECT COALESCE(SUM({span}), 0) FROM records_shift h
                 JOIN records_staff p ON p.id = h.staff_id
                 WHERE {_works("p")} AND {day} = {scope.day}) AS shift_seconds
            FROM records_team t WHERE t.lender_id = {scope.lender.pk} ORDER BY t.id"""  # noqa: S608
    )
    return pa.table(
        {
            "team_id": rows["team_id"].cast(pa.int64()),
            "capacity_seconds": pa.array([_capacity(r) for r in rows.to_pylist()], pa.int64()),
        }
    )


def _works(staff: str) -> str:
    return f"{staff}.team_id = t.id AND {staff}.role = 'collector' AND {staff}.is_active"


def _capacity(row: dict[str, int]) -> int:
    seconds = row["shift_seconds"] if row["planned"] else row["people"] * DAY_SECONDS
    return int(seconds) * WORKED_BP // 10_000
