"""Whatever is opened on a call's page, its score and summary stay in sight, and all of the form is."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from shounuo.records.models import FoundFault, Transcript
from web.collector.floor import Floor
from web.inspector.conftest import open_call

pytestmark = pytest.mark.browser
HEIGHT = 768


def in_sight(page: Page, block: str) -> bool:
    """All of a block, on the screen."""
    box = page.locator(block).bounding_box()
    assert box is not None
    return box["y"] >= 0 and box["y"] + box["height"] <= HEIGHT


@pytest.mark.parametrize("key", ["r", "c", "s", "n"])
@pytest.mark.parametrize(("turns", "findings"), [(4, 1), (4, 9), (12, 2), (40, 1), (40, 9)])
def test_a_key_hides_neither_summary_nor_words(
    floor: Floor, page: Page, threat: FoundFault, turns: int, findings: int, key: str
) -> None:
    """Short, middling and long calls of few and many findings, the last of them at hand."""
    threat.inspection.faults.exclude(pk=threat.pk).delete()
    call = Transcript.objects.get(inspections=threat.inspection_id)
    body = json.loads(call.body)
    body["turns"] += [{**body["turns"][1], "i": n} for n in range(4, turns)]
    Transcript.objects.filter(pk=call.pk).update(body=json.dumps(body))
    for n in range(findings - 1):
        threat.pk, threat.start = None, n
        threat.save()
    floor.sign_in(page, "3001")
    open_call(floor, page, threat)
    for _ in range(findings):
        page.keyboard.press("j")
    page.keyboard.press(key)
    form = page.locator("details[open]")
    expect(form).to_have_count(1)
    expect(form.locator("input:focus, select:focus")).to_have_count(1)
    for block in ("#score", "#summary", ".turn.at-hand", "details[open]"):
        assert in_sight(page, block), block
    head, opened = page.locator(".call-head").bounding_box(), form.bounding_box()
    assert head is not None
    assert opened is not None
    assert opened["y"] >= head["y"] + head["height"]


def test_each_decision_leaves_the_words_where_they_are(
    floor: Floor, page: Page, threat: FoundFault
) -> None:
    """A short call of many findings, decided to the last: the page never moves, and its address names the finding."""
    threat.inspection.faults.exclude(pk=threat.pk).delete()
    for n in range(6):
        threat.pk, threat.start = None, n
        threat.save()
    floor.sign_in(page, "3001")
    open_call(floor, page, threat)
    left = page.locator(".fault.undecided")
    for count in range(6, -1, -1):
        page.keyboard.press("a")
        expect(left).to_have_count(count)
        page.wait_for_load_state()
        page.wait_for_url("**#fault-*")
        assert page.evaluate("scrollY") == 0
        assert in_sight(page, ".fault.here")
        assert in_sight(page, "#transcript")
    expect(page.locator("#done")).to_be_visible()


def test_the_last_decision_says_that_the_call_is_done_where_one_looks(
    listening: Page, floor: Floor, threat: FoundFault
) -> None:
    """On a long call, at its last finding, without scrolling; D goes on."""
    threat.inspection.faults.exclude(pk=threat.pk).delete()
    call = Transcript.objects.get(inspections=threat.inspection_id)
    body = json.loads(call.body)
    body["turns"] += [{**body["turns"][1], "i": n} for n in range(4, 40)]
    Transcript.objects.filter(pk=call.pk).update(body=json.dumps(body))
    open_call(floor, listening, threat)
    expect(listening.locator("#done")).to_have_count(0)
    listening.keyboard.press("a")
    expect(listening.locator("#done")).to_have_text("✓ 质检已完成：质检3001，2026-11-20 12:00。")
    listening.wait_for_load_state()
    assert in_sight(listening, "#done")
    expect(listening.locator("[data-key=D]")).to_have_text("下一通 D")
    listening.keyboard.press("d")
    listening.wait_for_url(lambda url: not url.endswith(f"#fault-{threat.pk}"))
