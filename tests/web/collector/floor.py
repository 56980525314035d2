"""A served desk with a small floor on it, and a collector's hands in the browser."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime

from playwright.sync_api import Page

from machinery import databases
from machinery.live import Live
from records.world import NOON, World, make_world
from shounuo.records.actions.account_rows import PointRow
from shounuo.records.actions.take_accounts import take_accounts


@dataclass
class Floor:
    """A running desk whose clock stands at noon on the world's Friday until it is moved."""

    live: Live
    world: World

    @property
    def url(self) -> str:
        return self.live.url

    def set_clock(self, moment: datetime) -> None:
        """Moves the served desk's time."""
        self.live.set_clock(moment)

    def sign_in(self, page: Page, staff_no: str = "1001") -> None:
        page.goto(f"{self.url}/login")
        page.fill("[name=username]", staff_no)
        page.fill("[name=password]", "x")
        page.press("[name=password]", "Enter")
        page.wait_for_url(lambda url: "/login" not in url)


@contextmanager
def open_floor(live: Live, *, customers: int = 3, third_party: bool = False) -> Iterator[Floor]:
    """The world of the records' tests on an empty served desk."""
    live.set_clock(NOON)
    with databases.django_on(live.database):
        world = make_world(customers)
        if third_party:
            _add_third_party(world)
        yield Floor(live, world)


def _add_third_party(world: World) -> None:
    from records.world import account_row

    row = account_row(0)
    sister = PointRow(
        "19900009999",
        role="third_party",
        relation="sibling",
        person="王小妹",
        source="contract",
        place="mobile",
    )
    take_accounts(
        lender=world.lender,
        rows=[replace(row, points=(*row.points, sister))],
        actor="test",
        recorded_at=NOON,
    )
