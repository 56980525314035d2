"""A call with a critical finding is told to whoever is listening to another, within the minute."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from records.world import NOON
from shounuo.feeds.take_transcripts import take_files
from shounuo.jobs import inspect_calls
from shounuo.records.models import Inspection
from web.collector.floor import Floor
from web.inspector.calls import BAD, GOOD, call

pytestmark = pytest.mark.browser
FIFTEEN_SECONDS = 16_000


def bring(folder: Path, ref: str, words: list[tuple[str, str]]) -> Inspection:
    path = folder / f"{ref}.jsonl"
    path.write_text(call(ref, words), encoding="utf-8")
    take_files([path], now=NOON)
    inspect_calls.run(NOON)
    return Inspection.objects.get(transcript__ref=ref)


def test_a_threat_that_comes_in_is_told_and_u_opens_it(
    floor: Floor, page: Page, tmp_path: Path
) -> None:
    """On the page that lay open, without a reload; a calm call is not told."""
    page.clock.install()
    calm = Inspection.objects.get(transcript__ref="calm")
    floor.sign_in(page, "3001")
    page.goto(f"{floor.url}/inspection/call/{calm.pk}")
    page.wait_for_load_state()
    bring(tmp_path, "late-calm", GOOD)
    with page.expect_response("**/inspection/arrived*") as asked:
        page.clock.run_for(FIFTEEN_SECONDS)
    assert asked.value.status == 204
    threatening = bring(tmp_path, "late", BAD)
    page.clock.run_for(FIFTEEN_SECONDS)
    expect(page.locator("#arrived")).to_contain_text("新到 1 通有严重问题的通话")
    page.keyboard.press("u")
    page.wait_for_url(f"**/inspection/call/{threatening.pk}")


def test_the_engine_is_asked_for_new_calls_every_few_seconds() -> None:
    """Ten seconds until read and fifteen until told are within the minute."""
    assert inspect_calls.EVERY_SECONDS + 15 < 60
