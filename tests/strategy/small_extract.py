"""A small extract with every kind of account, built row by row for the tests."""

from __future__ import annotations

import random
from pathlib import Path

import pyarrow as pa

from shounuo.strategy import tables as t
from shounuo.strategy.extract import write_part
from shounuo.strategy.manifest import Manifest

DAY = 20780
AS_OF = "2026-11-23"


def rows(count: int, seed: int = 1) -> dict[str, list[dict[str, int]]]:
    """Accounts 1…count with contacts, payments, promises drawn by `seed`."""
    draw = random.Random(seed)
    accounts = [_account(draw, i) for i in range(1, count + 1)]
    tables: dict[str, list[dict[str, int]]] = {
        "accounts": accounts,
        "contacts": [],
        "payments": [],
        "promises": [],
    }
    for i in range(1, count + 1):
        tables["contacts"] += [_contact(draw, i, k) for k in range(draw.choice([0, 0, 2, 9, 30]))]
        tables["payments"] += [_payment(draw, i, k) for k in range(draw.randint(0, 4))]
        tables["promises"] += [_promise(draw, i, k) for k in range(draw.choice([0, 0, 1, 2, 5]))]
    tables["teams"] = [{"team_id": n, "capacity_seconds": 9 * count} for n in range(3)]
    tables["coverage"] = [{"source_id": 1, "covers_through_day": DAY - 1}]
    return tables


def _account(draw: random.Random, i: int) -> dict[str, int]:
    due = draw.choice([0, 5_000, 120_000, 9_000_000]) + draw.randint(0, 999)
    return {
        "account_id": i,
        "person_id": i,
        "lender_id": draw.randint(1, 2),
        "team_id": draw.randint(-1, 2),
        "balance_cents": due * 3 - draw.choice([0, 0, 0, 4 * due]),
        "due_cents": due,
        "past_due_cents": due // 2,
        "days_past_due": draw.randint(1, 200),
        "months_on_book": draw.randint(0, 90),
        "times_in_collection": draw.randint(0, 7),
        "work_state": int(draw.random() < 0.1),
        "hardship": int(draw.random() < 0.1),
        "may_randomise": int(draw.random() < 0.7),
    }


def _contact(draw: random.Random, i: int, k: int) -> dict[str, int]:
    outcome = draw.choice([0, 0, 0, 1, 1, 2, 3, 4, 5, 6])
    return {
        "contact_id": i * 100 + k,
        "account_id": i,
        "agent_id": 7,
        "day": DAY - draw.randint(1, 90),
        "minute": draw.randint(480, 1300),
        "channel": draw.choice([0, 0, 0, 1]),
        "outcome": outcome,
        "talk_seconds": draw.randint(1, 300) if outcome == t.RIGHT_PARTY else 0,
    }


def _payment(draw: random.Random, i: int, k: int) -> dict[str, int]:
    return {
        "payment_id": i * 10 + k,
        "account_id": i,
        "day": DAY - draw.randint(1, 180),
        "amount_cents": draw.randint(-2_000, 50_000),
        "source_id": 1,
    }


def _promise(draw: random.Random, i: int, k: int) -> dict[str, int]:
    made = DAY - draw.randint(1, 170)
    return {
        "promise_id": i * 10 + k,
        "account_id": i,
        "agent_id": 7,
        "made_day": made,
        "due_day": made + 2,
        "amount_cents": 10_000,
        "paid_cents": draw.choice([0, 4_000, 10_000]),
        "verdict": draw.choice([0, 1, 1, 1, 2, 3, 4, 4, 4, 5, 7]),
        "explicit": 1,
    }


def write(folder: Path, tables: dict[str, list[dict[str, int]]], parts: int = 1) -> Path:
    """The extract folder of these rows, its manifest telling their true totals."""
    for name, table in t.BY_NAME.items():
        for part in range(parts if table.parts else 1):
            own = (
                tables[name]
                if not table.parts
                else [r for r in tables[name] if r["account_id"] % parts == part]
            )
            write_part(folder, name, pa.Table.from_pylist(own, table.arrow), part)
    Manifest(AS_OF, parts, totals_of(tables)).write(folder)
    return folder


def totals_of(tables: dict[str, list[dict[str, int]]]) -> dict[str, dict[str, int]]:
    return {
        name: {
            "rows": len(tables[name]),
            **{c: sum(r[c] for r in tables[name]) for c in table.sums},
        }
        for name, table in t.BY_NAME.items()
    }
