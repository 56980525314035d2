"""How late customers came back into order, by the month they became late: counted from cases, never estimated.

A case that is still open, or left the lender's book otherwise than in order, is seen until then and no longer.
"""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import ibis
import pyarrow as pa

from shounuo.records.models import Case, Lender
from shounuo.strategy.engine import DuckEngine
from shounuo.strategy.insight import cure_curve, cured_shares

MONTHS = 6
ALL = "*"
DAYS_A_WEEK = 7
SCHEMA = ibis.schema({"vintage": "string", "weeks": "int64", "cured": "int64", "n": "int64"})


def cure_curves(lender: Lender, as_of: date, engine: DuckEngine) -> list[dict[str, Any]]:
    """Steps of every vintage of the last six months (`vintage` “2026-10”) and of all together (“*”).

    Rows of `strategy.insight.cured_shares` with their vintage. Empty when no case was ever opened.
    """
    counted = _entries(lender, as_of)
    if not counted:
        return []
    rows = [
        {"vintage": name, "weeks": weeks, "cured": cured, "n": n}
        for (vintage, weeks, cured), n in counted.items()
        for name in (vintage, ALL)
    ]
    engine.bind_rows("entries", pa.Table.from_pylist(rows, SCHEMA.to_pyarrow()))
    entries = ibis.table(SCHEMA, name="entries")
    steps = engine.fetch("cures", cure_curve(entries)).to_pylist()
    vintages = sorted({row["vintage"] for row in steps})
    return [
        {"vintage": name, **share}
        for name in vintages
        for share in cured_shares([row for row in steps if row["vintage"] == name])
    ]


def _entries(lender: Lender, as_of: date) -> Counter[tuple[str, int, int]]:
    """(month, whole weeks begun, cured) → cases."""
    zone = ZoneInfo(lender.zone)
    since = datetime.combine(
        as_of.replace(day=1) - timedelta(days=30 * MONTHS), datetime.min.time()
    )
    cases = Case.objects.filter(lender=lender, opened_at__gte=since.replace(tzinfo=zone, day=1))
    found: Counter[tuple[str, int, int]] = Counter()
    told = cases.values_list("opened_at", "closed_at", "closed_reason")
    for opened, closed, reason in told.iterator(chunk_size=20_000):
        entered = opened.astimezone(zone).date()
        last = closed.astimezone(zone).date() if closed else as_of
        weeks = max(0, (last - entered).days) // DAYS_A_WEEK + 1
        found[f"{entered:%Y-%m}", weeks, int(reason == "cured")] += 1
    return found
