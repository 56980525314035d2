"""A simulated house's own past as nights and an extract: what the weekly learning reads, and no more.

Ids are a floor's offset plus the customer's position; a floor is one part. Of what customers are like
nothing is written: only what a ledger holds, attempts, talks, promises with their verdicts, payments.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from shounuo.lab.policies import Policy
from shounuo.lab.response import Ints
from shounuo.lab.world import (
    OBSERVED,
    PROMISE_DAYS,
    TALK_SECONDS,
    World,
    late_days_on,
    past_due_on,
)
from shounuo.strategy import tables as t
from shounuo.strategy.days import date_of
from shounuo.strategy.extract import write_part
from shounuo.strategy.manifest import Manifest

FIRST_DAY = 20_600
OFFSET = 1_000_000  # between the ids of two floors
Counted = dict[str, dict[str, int]]
_NONE = np.zeros(0, np.int64)


def live(world: World, policy: Policy, folder: Path) -> tuple[Path, Path]:
    """Runs one floor to its end; returns (nights folder, extract folder) below `folder`."""
    return house_of([(world, policy)], folder)


def house_of(
    floors: Sequence[tuple[World, Policy]],
    folder: Path,
    say: Callable[[str], None] = lambda line: None,
) -> tuple[Path, Path]:
    """The past of one house that works all these floors, each by its policy, for equally many days."""
    nights, extract = folder / "nights", folder / "extract"
    totals: Counted = {name: {"rows": 0} for name in ("contacts", "promises", "payments")}
    for part, (world, policy) in enumerate(floors):
        while world.day < world.days:
            seen = world.observe()
            _night(nights, FIRST_DAY + world.day, seen, world.open(), part)
            world.step(policy(seen))
        write_events(world, extract, part, totals)
        write_part(extract, "accounts", t.ACCOUNTS.arrow.empty_table(), part)
        say(f"floor {part + 1} of {len(floors)}")
    last = date_of(FIRST_DAY + floors[0][0].days)
    Manifest(last.isoformat(), len(floors), totals).write(extract)
    return nights, extract


def _night(nights: Path, day: int, seen: Ints, there: np.ndarray[Any, Any], part: int) -> None:
    place = nights / f"{date_of(day)}-lab" / "features"
    place.mkdir(parents=True, exist_ok=True)
    columns = {name: pa.array(seen[there, i]) for i, name in enumerate(OBSERVED)}
    columns |= {
        "account_id": pa.array(np.flatnonzero(there) + part * OFFSET),
        "work_state": pa.array(np.zeros(there.sum(), int)),
    }
    pq.write_table(pa.table(columns), place / f"part-{part:04d}.parquet")


def write_events(world: World, folder: Path, part: int, totals: Counted) -> None:
    """What the ledger of this floor holds so far, as one part of an extract."""
    for name, table in (
        ("contacts", _contacts(world, part)),
        ("promises", _promises(world, part)),
        ("payments", _payments(world, part)),
    ):
        totals[name]["rows"] += table.num_rows
        write_part(folder, name, table, part)


def _table(table: t.Table, part: int, columns: dict[str, Any]) -> pa.Table:
    """The columns given, ids of the part, zero for the rest."""
    rows = len(columns["account_id"])
    filled = {c.name: columns.get(c.name, np.zeros(rows, np.int64)) for c in table.columns}
    filled["account_id"] = np.asarray(columns["account_id"], np.int64) + part * OFFSET
    filled[table.columns[0].name] = np.arange(rows) + part * OFFSET
    return pa.table({n: pa.array(np.asarray(v, np.int64)) for n, v in filled.items()}).cast(
        table.arrow
    )


def _contacts(world: World, part: int) -> pa.Table:
    """One row per try; only the last of a day can have reached somebody, and a dead line tells that it is."""
    dead = world.dead_tries > 0
    who, day, outcome = [_NONE], [_NONE], [_NONE]
    for people, today, tries, reached in world.events.attempts:
        who.append(np.repeat(people, tries))
        day.append(np.full(len(who[-1]), FIRST_DAY + today))
        outcome.append(np.where(dead[who[-1]], t.DEAD_NUMBER, t.NO_ANSWER))
        outcome[-1][np.cumsum(tries)[reached] - 1] = t.RIGHT_PARTY
    told = np.concatenate(outcome)
    columns = {"account_id": np.concatenate(who), "day": np.concatenate(day), "outcome": told}
    columns["talk_seconds"] = np.where(told == t.RIGHT_PARTY, TALK_SECONDS, 0)
    return _table(t.CONTACTS, part, columns)


def _promises(world: World, part: int) -> pa.Table:
    """With the verdict that payments give: kept where all came by the last day, open until that has passed."""
    paid_day, paid = np.full(world.n, world.days + PROMISE_DAYS), np.zeros(world.n, np.int64)
    for people, today, cents in world.events.payments:
        paid_day[people], paid[people] = today, cents
    found = world.events.promises
    who = np.concatenate([_NONE, *(people for people, _, _ in found)])
    made = np.concatenate([_NONE, *(np.full(len(people), day) for people, day, _ in found)])
    due = made + PROMISE_DAYS
    kept = paid_day[who] <= due
    verdict = np.where(kept, t.KEPT, np.where(due < world.day, t.BROKEN, t.OPEN))
    days = range(world.days + PROMISE_DAYS)
    owed = [past_due_on(world.people, late_days_on(world.people, day)) for day in days]
    columns = {
        "account_id": who,
        "made_day": made + FIRST_DAY,
        "due_day": due + FIRST_DAY,
        "amount_cents": np.array(owed)[due, who],
        "paid_cents": np.where(kept, paid[who], 0),
        "verdict": verdict,
    }
    return _table(t.PROMISES, part, columns)


def _payments(world: World, part: int) -> pa.Table:
    found = world.events.payments
    columns = {
        "account_id": np.concatenate([_NONE, *(people for people, _, _ in found)]),
        "day": np.concatenate(
            [_NONE, *(np.full(len(people), FIRST_DAY + day) for people, day, _ in found)]
        ),
        "amount_cents": np.concatenate([_NONE, *(cents for _, _, cents in found)]),
    }
    return _table(t.PAYMENTS, part, columns)
