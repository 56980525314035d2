"""Money of the last 180 days, by the day it was paid. Credits that are no cash stay out, reversals take back."""

from __future__ import annotations

import pyarrow as pa

from shounuo.domain.promise.entries import REVERSING, EntryKind
from shounuo.records.queries.extract.scope import Scope
from shounuo.records.queries.extract.snapshot import Snapshot
from shounuo.strategy.tables import PAYMENT_DAYS

_REVERSING = ", ".join(f"'{kind.value}'" for kind in sorted(REVERSING))
CASH = f"'{EntryKind.PAYMENT.value}', {_REVERSING}"
AMOUNT = f"CASE WHEN m.kind IN ({_REVERSING}) THEN -m.amount_cents ELSE m.amount_cents END"


def payments(taken: Snapshot, scope: Scope, part: int, sources: list[str]) -> pa.Table:
    """The rows of the part; `source_id` is the place of the source's name in `sources`."""
    rows = taken.rows(
        f"""SELECT m.id AS payment_id, m.account_id, {taken.dialect.day("m.transacted_on")} AS day,
              {AMOUNT} AS amount_cents, m.source {_from(taken, scope, part)}"""
    )
    number = {name: place for place, name in enumerate(sources)}
    ids = pa.array([number[name] for name in rows["source"].to_pylist()], pa.int64())
    return rows.drop_columns("source").append_column("source_id", ids)


def counted(taken: Snapshot, scope: Scope) -> dict[str, int]:
    return taken.one(
        f"""SELECT COUNT(*) AS "rows", CAST(COALESCE(SUM(m.id), 0) AS BIGINT) AS payment_id,
              CAST(COALESCE(SUM({AMOUNT}), 0) AS BIGINT) AS amount_cents
            {_from(taken, scope, None)}"""
    )


def seen_sources(taken: Snapshot, scope: Scope) -> list[str]:
    rows = taken.rows(
        f"SELECT DISTINCT source FROM records_payment WHERE lender_id = {scope.lender.pk}"  # noqa: S608
    )
    return [str(name) for name in rows["source"].to_pylist()]


def _from(taken: Snapshot, scope: Scope, part: int | None) -> str:
    day = taken.dialect.day("m.transacted_on")
    return f"""FROM records_payment m JOIN ({scope.accounts(part)}) s ON s.id = m.account_id
        WHERE m.kind IN ({CASH}) AND {day} >= {scope.day - PAYMENT_DAYS} AND {day} < {scope.day}"""
