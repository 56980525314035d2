"""Money that came after the lender's figures stands beside them: nobody asks again for what is paid."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from machinery.databases import Database
from records.world import AS_OF, NOON, World, account_row, make_world
from shounuo.records.actions.take_payments import PaymentRow, take_payments
from shounuo.settings import clock

DAY = timedelta(days=1)
LATER = NOON + 3 * DAY
WORDS = "已还的不要再催"


@pytest.fixture
def world(django_on_both: Database) -> World:
    return make_world()


def pay(world: World, ref: str, cents: int, day, **more) -> None:
    """A line of the lender's payment file for the one account; its figures are of AS_OF."""
    row = PaymentRow(2, ref, account_row(0).account_ref, cents, "CNY", day, **more)
    take_payments(lender=world.lender, source="core", rows=[row], actor="feed", recorded_at=LATER)


def page(world: World) -> str:
    client = Client()
    client.force_login(world.lead)
    with clock.held_at(LATER):
        return client.get(f"/case/{world.cases[0].pk}").content.decode()


def test_what_came_since_stands_beside_the_figures(world: World) -> None:
    """7,108.35 paid on the 20th is in the figures of the 20th; 3,000.00 of the 21st and 8.00 booked on it are not."""
    pay(world, "A", 710_835, AS_OF)
    assert WORDS not in page(world)
    pay(world, "B", 300_000, AS_OF + DAY)
    pay(world, "C", 800, AS_OF, posted_on=AS_OF + DAY)
    shown = page(world)
    assert "机构数据截至 11-20，其后到账 ¥3,008.00" in shown
    assert WORDS in shown


def test_what_was_taken_back_has_not_come(world: World) -> None:
    """A payment that bounced leaves nothing to say."""
    pay(world, "B", 300_000, AS_OF + DAY)
    pay(world, "D", 300_000, AS_OF + 2 * DAY, kind="bounce", reverses_ref="B")
    assert WORDS not in page(world)
