"""Promises of the last 180 days with the verdict in force, as settled; nothing is settled here.

A promise over several accounts stands on each of them, its money on the first only.
"""

from __future__ import annotations

import pyarrow as pa

from shounuo.records.queries.extract.local_days import with_local_day
from shounuo.records.queries.extract.scope import PER_PERSON, Scope
from shounuo.records.queries.extract.snapshot import Snapshot
from shounuo.strategy.tables import PROMISE_DAYS, VERDICTS

_FIRST = "ROW_NUMBER() OVER (PARTITION BY r.id ORDER BY s.place) = 1"


def promises(taken: Snapshot, scope: Scope, part: int) -> pa.Table:
    """The rows of the part in the columns of `strategy.tables.PROMISES`."""
    verdicts = " ".join(f"WHEN '{name}' THEN {code}" for code, name in enumerate(VERDICTS))
    made, due = taken.dialect.instant("r.made_at"), taken.dialect.day("r.due_by")
    rows = taken.rows(
        f"""SELECT r.id * {PER_PERSON} + s.place AS promise_id, s.id AS account_id,
              COALESCE(r.taken_by_id, 0) AS agent_id, {made} AS at, p.zone AS zone,
              {due} AS due_day, CASE WHEN {_FIRST} THEN r.recorded_cents ELSE 0 END AS amount_cents,
              CASE WHEN {_FIRST} THEN r.kept_cents ELSE 0 END AS paid_cents,
              CASE r.state {verdicts} END AS verdict,
              CASE WHEN r.implied THEN 0 ELSE 1 END AS explicit
            {_from(taken, scope, part)}"""
    )
    found = with_local_day(rows, scope.lender.zone)
    return found.rename_columns(["made_day" if n == "day" else n for n in found.column_names])


def counted(taken: Snapshot, scope: Scope) -> dict[str, int]:
    return taken.one(
        f"""SELECT COUNT(*) AS "rows", CAST(COALESCE(SUM(promise_id), 0) AS BIGINT) AS promise_id,
              CAST(COALESCE(SUM(amount), 0) AS BIGINT) AS amount_cents,
              CAST(COALESCE(SUM(paid), 0) AS BIGINT) AS paid_cents
            FROM (SELECT r.id * {PER_PERSON} + s.place AS promise_id,
                CASE WHEN {_FIRST} THEN r.recorded_cents ELSE 0 END AS amount,
                CASE WHEN {_FIRST} THEN r.kept_cents ELSE 0 END AS paid
              {_from(taken, scope, None)}) told"""  # noqa: S608
    )


def _from(taken: Snapshot, scope: Scope, part: int | None) -> str:
    since, until = scope.midnight(PROMISE_DAYS), scope.midnight()
    return f"""FROM records_promise r JOIN records_promise_accounts j ON j.promise_id = r.id
        JOIN ({scope.accounts(part)}) s ON s.id = j.account_id
        JOIN records_customer p ON p.id = r.customer_id
        WHERE {taken.dialect.within("r.made_at", since, until)}"""
