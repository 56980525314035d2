"""What the portfolio did, for the insight pages: counted by `strategy.insight` over the newest extract.

Names of collectors, inspection, complaints and customers' ratings are set beside the figures here.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import ibis
import ibis.expr.types as ir
import pyarrow.parquet as pq

from shounuo.records.models import FoundFault, Lender, NightRun, Staff, Team
from shounuo.records.queries.board import complaints_of
from shounuo.records.queries.ratings import CustomersView, customers_views
from shounuo.records.queries.standing import ACCEPTED, mean_points
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
    seen = Seen.of(team.lender, home)
    if seen is None:
        return None
    engine, last = seen.engine, seen.last
    funnel = engine.fetch("funnel", insight.funnel(*seen.worked(), last - DAYS + 1, last))
    promises = seen.worked()[1]
    quality = engine.fetch("quality", insight.promise_quality(promises, _month_ends(last)))
    rolls, first = _rolls(seen)
    return Insight(
        seen.newest.as_of,
        funnel.to_pylist()[0],
        _named(quality.to_pylist(), team, seen.newest.as_of),
        rolls,
        first,
        _roll_history(seen),
        cure_curves(team.lender, seen.newest.as_of, engine),
    )


@dataclass(frozen=True, slots=True)
class Seen:
    """A lender's newest extract and the nights whose features are kept, newest first."""

    engine: DuckEngine
    home: Path
    newest: NightRun
    nights: list[NightRun]

    @classmethod
    def of(cls, lender: Lender, home: Path) -> Seen | None:
        """None before the first night."""
        runs = NightRun.objects.filter(lender=lender, state="published").order_by("-as_of")
        newest = runs.first()
        if newest is None or not (home / f"extract-{newest.as_of}" / "manifest.json").exists():
            return None
        nights = [run for run in runs if (home / run.folder / "features").exists()]
        return cls(DuckEngine(home / "scratch"), home, newest, nights)

    @property
    def last(self) -> int:
        """The last day that counts, as a day number."""
        return day_number(self.newest.as_of) - 1

    def worked(self) -> tuple[ir.Table, ir.Table]:
        """Contacts and promises; one on several accounts of a person counts once."""
        source = _bound(self.engine, self.home / f"extract-{self.newest.as_of}")
        contacts, promises = source["contacts"], source["promises"]
        return (
            contacts.filter(contacts.contact_id % 1000 == 0),
            promises.filter(promises.amount_cents > 0),
        )

    def moves(self, before: NightRun, after: NightRun) -> ir.Table:
        """`strategy.insight.moves` between two of the nights."""
        return insight.moves(*(self._features(run) for run in (before, after)))

    def _features(self, run: NightRun) -> ir.Table:
        files = sorted(str(p) for p in (self.home / run.folder / "features").glob("*.parquet"))
        name = f"features_{run.pk}"
        self.engine.bind(name, files)
        return ibis.table(ibis.schema(pq.read_schema(files[0])), name=name)

    def a_month_before(self, number: int) -> NightRun | None:
        """The oldest night within `DAYS` days before that of `number`."""
        newest = self.nights[number] if number < len(self.nights) else None
        later = self.nights[number + 1 :]
        near = [n for n in later if newest and (newest.as_of - n.as_of).days <= DAYS]
        return near[-1] if near else None


def _bound(engine: DuckEngine, extract: Path) -> dict[str, Any]:
    for table in (t.CONTACTS, t.PROMISES):
        engine.bind(table.name, files_of(extract, table, part_numbers(extract)))
    return {x.name: ibis.table(x.ibis, name=x.name) for x in (t.CONTACTS, t.PROMISES)}


def _month_ends(last: int) -> tuple[int, ...]:
    """The last days of each month that a promise of the extract may have been made on."""
    days = range(last - t.PROMISE_DAYS, last + 1)
    closing = timedelta(days=MONTH_END_DAYS)
    return tuple(d for d in days if (date_of(d) + closing).month != date_of(d).month)


def _rolls(seen: Seen) -> tuple[list[Row], date | None]:
    """From the oldest night kept of the last `DAYS` days to the newest; nothing with one night only."""
    before = seen.a_month_before(0)
    if before is None:
        return [], None
    return _moved(seen, before, seen.nights[0]), before.as_of


def _roll_history(seen: Seen) -> list[Row]:
    """For each of the last `HISTORY` nights that has another a fortnight or more before it."""
    told = []
    for number, night in enumerate(seen.nights[:HISTORY]):
        before = seen.a_month_before(number)
        if before is None or (night.as_of - before.as_of).days < DAYS // 2:
            continue
        moved = _moved(seen, before, night)
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


def _moved(seen: Seen, before: NightRun, after: NightRun) -> list[Row]:
    counted = insight.counted_moves(seen.moves(before, after))
    rows = seen.engine.fetch(f"rolls {before.pk} {after.pk}", counted).to_pylist()
    totals: dict[int, int] = {}
    for row in rows:
        totals[row["was"]] = totals.get(row["was"], 0) + row["accounts"]
    shared = [row | {"share": row["accounts"] / totals[row["was"]]} for row in rows]
    return sorted(shared, key=lambda r: (r["was"], r["now"]))


def _named(quality: list[Row], team: Team, as_of: date) -> list[Row]:
    """Kept money with what stands against it: findings an inspector accepted, and complaints of customers
    whom the same person talked to last, over the days that promises are looked back on; and beside both
    the score of inspected calls and what customers thought of the calls. The order stays that of the money.
    """
    until = datetime.combine(as_of, time(), ZoneInfo(team.lender.zone))
    span = (until - timedelta(days=t.PROMISE_DAYS), until)
    complaints = Counter(by for by, _ in complaints_of(team, span))
    scores, views = mean_points(team, span), customers_views(team, span)
    names = dict(Staff.objects.filter(team=team).values_list("pk", "name"))
    found: dict[int, int] = {}
    accepted = FoundFault.objects.filter(
        state__in=ACCEPTED,
        severity="critical",
        inspection__transcript__called_at__gte=span[0],
        inspection__transcript__called_at__lt=span[1],
    )
    for pk in accepted.values_list("inspection__transcript__collector", flat=True):
        found[pk] = found.get(pk, 0) + 1
    return [
        row
        | {"name": names[row["agent_id"]], "critical": found.get(row["agent_id"], 0)}
        | {"complaints": complaints[str(row["agent_id"])]}
        | _inspected(scores.get(row["agent_id"]))
        | _rated(views.get(row["agent_id"]))
        for row in quality
        if row["agent_id"] in names
    ]


def _inspected(score: tuple[int, float] | None) -> Row:
    calls, points = score or (0, None)
    return {"inspected": calls, "score": points}


def _rated(view: CustomersView | None) -> Row:
    """Flat, as a sheet of the workbook wants it."""
    told = view or CustomersView(0)
    return {
        "ratings": told.ratings,
        "stars": told.mean,
        "stars_low": told.low,
        "stars_high": told.high,
    }
