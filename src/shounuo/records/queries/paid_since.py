"""Money that came in since a day, by account, also of cases that are closed by now."""

from __future__ import annotations

from datetime import date

import pyarrow as pa

from shounuo.records.models import Lender
from shounuo.records.queries.extract.payments import AMOUNT, CASH
from shounuo.records.queries.extract.snapshot import snapshot
from shounuo.strategy.days import day_number


def paid_since(lender: Lender, first: date, before: date) -> pa.Table:
    """`account_id`, `day`, `cents` (a reversal negative): `first` ≤ day < `before`."""
    with snapshot() as taken:
        day = taken.dialect.day("m.transacted_on")
        rows = taken.rows(
            f"""SELECT m.account_id, {day} AS day, {AMOUNT} AS cents FROM records_payment m
            WHERE m.lender_id = {lender.pk} AND m.kind IN ({CASH})
              AND {day} >= {day_number(first)} AND {day} < {day_number(before)}"""  # noqa: S608
        )
        return rows.cast(pa.schema([(name, pa.int64()) for name in ("account_id", "day", "cents")]))
