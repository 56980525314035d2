"""The words stand beside the findings; what room a short call leaves, its steps take."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page

from shounuo.records.models import FoundFault, Transcript
from shounuo.web.inspector.length import length_of
from web.collector.floor import Floor
from web.inspector.conftest import open_call


def turns(count: int, text: str = "好的") -> list[dict[str, object]]:
    return [{"i": n, "text": text} for n in range(count)]


@pytest.mark.parametrize(
    ("said", "sound", "length"),
    [
        (turns(10), False, "short"),  # ten lines of 33 px
        (turns(11), False, "middling"),
        (turns(10), True, "middling"),
        (turns(18), False, "middling"),  # 594 px
        (turns(19), False, "long"),
        (turns(5, "还" * 39), False, "short"),  # 78 half widths are two lines: 56 px each
        (turns(6, "还" * 39), False, "middling"),
        (turns(5, "a" * 76), False, "short"),
    ],
)
def test_lines_are_counted_by_their_width(
    said: list[dict[str, object]], sound: bool, length: str
) -> None:
    """A line is 23 px and 10 beside it; sound above the words takes 62."""
    assert length_of(said, sound=sound) == length


def edges(page: Page, block: str) -> tuple[float, float, float]:
    """Left, top and bottom of a block of the page."""
    box = page.locator(f"#{block}").bounding_box()
    assert box is not None
    return box["x"], box["y"], box["y"] + box["height"]


@pytest.mark.browser
@pytest.mark.parametrize(("count", "over"), [(4, "transcript"), (40, "findings")])
def test_the_steps_stand_where_there_is_room(
    floor: Floor, page: Page, threat: FoundFault, count: int, over: str
) -> None:
    """Below the words of four turns; below the findings beside forty. Words and findings share a top."""
    call = Transcript.objects.get(inspections=threat.inspection_id)
    body = json.loads(call.body)
    body["turns"] += [{**body["turns"][1], "i": n} for n in range(4, count)]
    Transcript.objects.filter(pk=call.pk).update(body=json.dumps(body))
    floor.sign_in(page, "3001")
    open_call(floor, page, threat)
    left, top, _ = edges(page, "steps")
    beside, _, bottom = edges(page, over)
    assert left == beside
    assert 0 < top - bottom < 20
    assert edges(page, "transcript")[1] == edges(page, "findings")[1]


@pytest.mark.browser
def test_many_findings_scroll_beside_a_short_call(
    floor: Floor, page: Page, threat: FoundFault
) -> None:
    """Twelve findings: the words stay in sight at the last of them, and the page has not moved."""
    for n in range(11):
        threat.pk, threat.start = None, n
        threat.save()
    floor.sign_in(page, "3001")
    open_call(floor, page, threat)
    for _ in range(20):
        page.keyboard.press("j")
    page.wait_for_selector(".fault.here:last-of-type")
    assert page.evaluate("scrollY") == 0
    last = page.locator(".fault.here").bounding_box()
    assert last is not None
    assert last["y"] + last["height"] <= 768
