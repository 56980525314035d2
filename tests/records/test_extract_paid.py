"""What has come in since the lender's figures is not asked for again by the night."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from machinery.databases import Database
from records.world import AS_OF, NOON, World, account_row, make_world
from shounuo.records.actions.take_payments import PaymentRow, take_payments
from shounuo.records.queries.extract import extract
from shounuo.strategy import tables as t

DAY = date(2026, 11, 23)
NEXT = AS_OF + timedelta(days=1)


@pytest.fixture
def world(django_on_both: Database) -> World:
    """One card: 14,000.00 due, 7,108.35 of it past due, by the figures of the 20th."""
    return make_world()


def pay(world: World, ref: str, cents: int, day: date = NEXT, **more: object) -> None:
    row = PaymentRow(2, ref, account_row(0).account_ref, cents, "CNY", day, **more)
    take_payments(
        lender=world.lender,
        source="core",
        rows=[row],
        actor="feed",
        recorded_at=NOON + timedelta(days=2),
    )


def row(world: World, folder: Path) -> dict[str, int]:
    extract(folder, world.lender, DAY)
    (found,) = pq.read_table(folder / "accounts" / "part-0000.parquet").to_pylist()
    return found


def test_a_part_that_came_leaves_the_rest_to_ask_for(world: World, tmp_path: Path) -> None:
    """3,000.00 of 7,108.35 leaves 4,108.35; what was booked by the day of the figures is in them."""
    pay(world, "A", 200_000, AS_OF)
    pay(world, "B", 300_000)
    found = row(world, tmp_path / "x")
    assert found["past_due_cents"] == 410_835
    assert found["due_cents"] == 1_100_000
    assert found["balance_cents"] == 1_400_000, "what the lender says is owed is its own to change"
    assert found["work_state"] == t.WORKABLE


def test_who_paid_what_was_past_due_is_settled_until_it_bounces(
    world: World, tmp_path: Path
) -> None:
    """7,108.35 settles; taken back two days on, all of it is asked for again."""
    pay(world, "A", 710_835)
    found = row(world, tmp_path / "x")
    assert (found["past_due_cents"], found["work_state"]) == (0, t.SETTLED)
    pay(world, "B", 710_835, AS_OF + timedelta(days=2), kind="bounce", reverses_ref="A")
    found = row(world, tmp_path / "y")
    assert (found["past_due_cents"], found["work_state"]) == (710_835, t.WORKABLE)


@pytest.mark.parametrize(("short", "state"), [(100, t.SETTLED), (101, t.WORKABLE)])
def test_a_rest_within_the_tolerance_counts_as_paid(
    world: World, tmp_path: Path, short: int, state: int
) -> None:
    """A lender that lets 1.00 go calls nobody for 1.00, and for 1.01 it may."""
    world.lender.policy = world.lender.policy | {"cure_tolerance_minor": 100}
    world.lender.save()
    pay(world, "A", 710_835 - short)
    assert row(world, tmp_path / "x")["work_state"] == state
