"""What the portfolio did, for the insight pages: counted by `strategy.insight` over the newest extract.

Names of collectors, accepted findings and complaints are set beside the figures here.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import ibis
import pyarrow.parquet as pq

from shounuo.records.models import FoundFault, NightRun, Staff, Team
from shounuo.records.queries.board import complaints_of
from shounuo.records.queries.inspection import ACCEPTED
from shounuo.records.queries.vintages import cure_curves
from shounuo.strategy import insight
from shounuo.strategy import tables as t
from shounuo.strategy.days import date_of, day_number
from shounuo.strategy.engine import DuckEngine
from shounuo.strategy.extract import files_of, part_numbers

DAYS = 30
MONTH_END_DAYS = 3
HISTORY = 12  # nights
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Insight:
    """`rolls`: was, now, accounts, past_due_cents, share of its starting bucket. `quality`: by collector.

    `roll_history`: night, was, accounts, share that stood in a later bucket a month on, at most
    `DAYS` days between two nights. `cures`: see `records.queries.vintages`.
    """

    as_of: date
    funnel: Row
    quality: list[Row]
    rolls: list[Row] = field(default_factory=list)
    rolls_from: date | None = None
    roll_history: list[Row] = field(default_factory=list)
    cures: list[Row] = field(default_factory=list)


def portfolio_insight(team: Team, home: Path) -> Insight | None:
    """The team's lender; collectors of the team alone. None before the first night.

    `home`: where the lender's nights lie.
    """
    lender = team.lender
    runs = NightRun.objects.filter(lender=lender, state="published").order_by("-as_of")
    newest = runs.first()
    if newest is None or not (home / f"extract-{newest.as_of}" / "manifest.json").exists():
        return None
    engine = DuckEngine(home / "scratch")
    source = _bound(engine, home / f"extract-{newest.as_of}")
    last = day_number(newest.as_of) - 1
    # An attempt or promise on several accounts of a person counts once here.
    contacts = source["contacts"].filter(source["contacts"].contact_id % 1000 == 0)
    promises = source["promises"].filter(source["promises"].amount_cents > 0)
    funnel = engine.fetch("funnel", insight.funnel(contacts, promises, last - DAYS + 1, last))
    ends = _month_ends(last)
    quality = engine.fetch("quality", insight.promise_quality(promises, ends)).to_pylist()
    nights = [run for run in runs if (home / run.folder / "features").exists()]
    rolls, first = _rolls(engine, home, nights)
    return Insight(
        newest.as_of,
        funnel.to_pylist()[0],
        _named(quality, team, newest.as_of),
        rolls,
        first,
        _roll_history(engine, home, nights),
        cure_curves(lender, newest.as_of, engine),
    )


def _bound(engine: DuckEngine, extract: Path) -> dict[str, Any]:
    for table in (t.CONTACTS, t.PROMISES):
        engine.bind(table.name, files_of(extract, table, part_numbers(extract)))
    return {x.name: ibis.table(x.ibis, name=x.name) for x in (t.CONTACTS, t.PROMISES)}


def _month_ends(last: int) -> tuple[int, ...]:
    """The last days of each month that a promise of the extract may have been made on."""
    days = range(last - t.PROMISE_DAYS, last + 1)
    closing = timedelta(days=MONTH_END_DAYS)
    return tuple(d for d in days if (date_of(d) + closing).month != date_of(d).month)


def _rolls(engine: DuckEngine, home: Path, nights: list[NightRun]) -> tuple[list[Row], date | None]:
    """From the oldest night kept of the last `DAYS` days to the newest; nothing with one night only."""
    before = _a_month_before(nights, 0)
    if before is None:
        return [], None
    return _moved(engine, home, before, nights[0]), before.as_of


def _a_month_before(nights: list[NightRun], number: int) -> NightRun | None:
    """Of the nights (newest first), the oldest within `DAYS` days before that of `number`."""
    newest = nights[number] if number < len(nights) else None
    near = [n for n in nights[number + 1 :] if newest and (newest.as_of - n.as_of).days <= DAYS]
    return near[-1] if near else None


def _roll_history(engine: DuckEngine, home: Path, nights: list[NightRun]) -> list[Row]:
    """For each of the last `HISTORY` nights that has another a fortnight or more before it."""
    told = []
    for number, night in enumerate(nights[:HISTORY]):
        before = _a_month_before(nights, number)
        if before is None or (night.as_of - before.as_of).days < DAYS // 2:
            continue
        moved = _moved(engine, home, before, night)
        for was in sorted({row["was"] for row in moved} - {insight.LAST_BUCKET}):
            own = [row for row in moved if row["was"] == was]
            accounts = sum(row["accounts"] for row in own)
            rolled = sum(row["accounts"] for row in own if row["now"] > was)
            told.append(
                {
                    "night": night.as_of.isoformat(),
                    "was": f"M{was}",
                    "accounts": accounts,
                    "share": rolled / accounts,
                }
            )
    return told[::-1]


def _moved(engine: DuckEngine, home: Path, before: NightRun, after: NightRun) -> list[Row]:
    tables = []
    for name, run in (("before", before), ("after", after)):
        files = sorted(str(p) for p in (home / run.folder / "features").glob("*.parquet"))
        engine.bind(name, files)
        tables.append(ibis.table(ibis.schema(pq.read_schema(files[0])), name=name))
    rows = engine.fetch("rolls", insight.roll_rates(*tables)).to_pylist()
    totals: dict[int, int] = {}
    for row in rows:
        totals[row["was"]] = totals.get(row["was"], 0) + row["accounts"]
    shared = [row | {"share": row["accounts"] / totals[row["was"]]} for row in rows]
    return sorted(shared, key=lambda r: (r["was"], r["now"]))


def _named(quality: list[Row], team: Team, as_of: date) -> list[Row]:
    """Kept money with what stands against it: findings an inspector accepted, and complaints of customers
    whom the same person talked to last, over the days that promises are looked back on.
    """
    until = datetime.combine(as_of, time(), ZoneInfo(team.lender.zone))
    span = (until - timedelta(days=t.PROMISE_DAYS), until)
    complaints = Counter(by for by, _ in complaints_of(team, span))
    names = dict(Staff.objects.filter(team=team).values_list("pk", "name"))
    found: dict[int, int] = {}
    accepted = FoundFault.objects.filter(state__in=ACCEPTED, severity="critical")
    for pk in accepted.values_list("inspection__transcript__collector", flat=True):
        found[pk] = found.get(pk, 0) + 1
    return [
        row
        | {"name": names[row["agent_id"]], "critical": found.get(row["agent_id"], 0)}
        | {"complaints": complaints[str(row["agent_id"])]}
        for row in quality
        if row["agent_id"] in names
    ]
