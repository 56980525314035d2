"""A floor whose calls were inspected, and an inspector's hands in the browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from machinery.live import Live
from records.play import play_a_call
from records.world import NOON, hashed
from shounuo.feeds.take_transcripts import take_files
from shounuo.jobs import inspect_calls
from shounuo.records.models import Contact, FoundFault, Staff
from web.collector.floor import Floor, open_floor
from web.inspector.calls import BAD, GOOD, call


@pytest.fixture
def floor(
    empty_desk: Live, django_db_blocker: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[Floor]:
    """One collector's call with a threat, one calm call of nobody's, two inspectors."""
    with (
        django_db_blocker.unblock(),  # type: ignore[attr-defined]
        open_floor(empty_desk) as running,
    ):
        play_a_call(running.world)
        for number in ("3001", "3002"):
            Staff.objects.create(
                staff_no=number, name=f"质检{number}", role="inspector", password=hashed()
            )
        path = tmp_path / "calls.jsonl"
        own = f"contact-{Contact.objects.get().pk}"
        path.write_text("\n".join([call("calm", GOOD), call(own, BAD)]), encoding="utf-8")
        take_files([path], now=NOON)
        inspect_calls.run(NOON)
        yield running


@pytest.fixture
def threat(floor: Floor) -> FoundFault:
    """The critical finding on the collector's call."""
    return FoundFault.objects.get(code="THREAT")


@pytest.fixture
def listening(floor: Floor, page: Page, threat: FoundFault) -> Page:
    """The inspector 3001 on the page of that call, its keys heard."""
    floor.sign_in(page, "3001")
    open_call(floor, page, threat)
    return page


def open_call(floor: Floor, page: Page, fault: FoundFault) -> None:
    page.goto(f"{floor.url}/inspection/call/{fault.inspection_id}")
    page.wait_for_load_state()
    page.wait_for_selector(".fault.here")
