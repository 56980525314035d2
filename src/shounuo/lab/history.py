"""A simulated house's own past as nights and an extract: what training reads, with the truth known.

Only for learning and tests: ids are positions, teams and lenders are one.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from shounuo.lab.policies import Policy
from shounuo.lab.world import OBSERVED, World
from shounuo.strategy import tables as t
from shounuo.strategy.days import date_of
from shounuo.strategy.extract import write_part
from shounuo.strategy.manifest import Manifest

FIRST_DAY = 20_600


def live(world: World, policy: Policy, folder: Path) -> tuple[Path, Path]:
    """Runs the world to its end; returns (nights folder, extract folder) below `folder`."""
    nights = folder / "nights"
    while world.day < world.days:
        seen = world.observe()
        _night(nights, FIRST_DAY + world.day, seen, world.open())
        world.step(policy(seen))
    return nights, _extract(world, folder / "extract")


def _night(nights: Path, day: int, seen: np.ndarray[Any, Any], there: np.ndarray[Any, Any]) -> None:
    place = nights / f"{date_of(day)}-lab" / "features"
    place.mkdir(parents=True, exist_ok=True)
    columns = {name: pa.array(seen[there, i]) for i, name in enumerate(OBSERVED)}
    columns |= {
        "account_id": pa.array(np.flatnonzero(there)),
        "work_state": pa.array(np.zeros(there.sum(), int)),
    }
    pq.write_table(pa.table(columns), place / "part-0000.parquet")


def _extract(world: World, folder: Path) -> Path:
    tables = {
        "contacts": _contacts(world),
        "promises": _promises(world),
        "payments": _payments(world),
    }
    totals = {name: {"rows": table.num_rows} for name, table in tables.items()}
    for name, table in tables.items():
        write_part(folder, name, table)
    write_part(folder, "accounts", t.ACCOUNTS.arrow.empty_table())
    Manifest(date_of(FIRST_DAY + world.days).isoformat(), 1, totals).write(folder)
    return folder


def _table(table: t.Table, columns: dict[str, Any]) -> pa.Table:
    rows = len(next(iter(columns.values())))
    filled = {c.name: columns.get(c.name, np.zeros(rows, np.int64)) for c in table.columns}
    return pa.table({n: pa.array(np.asarray(v, np.int64)) for n, v in filled.items()}).cast(
        table.arrow
    )


def _contacts(world: World) -> pa.Table:
    """One row per try; only the last of a day can have reached somebody."""
    who, day, outcome = [], [], []
    for people, today, tries, reached in world.events.attempts:
        for person, count, hit in zip(people, tries, reached, strict=True):
            who += [person] * int(count)
            day += [FIRST_DAY + today] * int(count)
            outcome += [t.NO_ANSWER] * (int(count) - 1) + [t.RIGHT_PARTY if hit else t.NO_ANSWER]
    return _table(
        t.CONTACTS,
        {"contact_id": np.arange(len(who)), "account_id": who, "day": day, "outcome": outcome},
    )


def _promises(world: World) -> pa.Table:
    """Promises whose day has passed, with the verdict that came."""
    rows = [
        (p, FIRST_DAY + d, k)
        for people, d, kept in world.events.promises
        if d + 3 < world.days
        for p, k in zip(people, kept, strict=True)
    ]
    who, day, kept = (
        (np.array(c) for c in zip(*rows, strict=True)) if rows else (np.array([], int),) * 3
    )
    verdict = np.where(kept, t.KEPT, t.BROKEN)
    return _table(
        t.PROMISES,
        {
            "promise_id": np.arange(len(who)),
            "account_id": who,
            "made_day": day,
            "due_day": day + 3,
            "verdict": verdict,
        },
    )


def _payments(world: World) -> pa.Table:
    found = world.events.payments
    who = np.concatenate([p for p, _, _ in found])
    day = np.concatenate([np.full(len(p), FIRST_DAY + d) for p, d, _ in found])
    return _table(
        t.PAYMENTS,
        {
            "payment_id": np.arange(len(who)),
            "account_id": who,
            "day": day,
            "amount_cents": np.concatenate([a for _, _, a in found]),
        },
    )
