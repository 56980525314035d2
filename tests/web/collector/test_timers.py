"""The exit line is offered at the limit without a press, and never in care."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from records.world import NOON
from shounuo.records.models import Contact
from web.collector.floor import Floor
from web.collector.hands import answer

pytestmark = pytest.mark.browser


def test_exit_line_at_the_limit(floor: Floor, page: Page) -> None:
    """The page asks for the panel by itself when five minutes of talk are over; its line leads to the wind-down."""
    answer(floor, page)
    answered_at = Contact.objects.get().answered_at
    assert answered_at is not None
    floor.set_clock(answered_at + timedelta(minutes=4, seconds=55))
    with page.expect_response("**/guide/now"):
        page.keyboard.press("1")
    offer = page.locator("#guide .notice.near", has_text="已谈五分钟")
    expect(offer).to_be_visible()
    offer.locator("button").click()
    expect(page.locator(".ticks [aria-current]")).to_contain_text("收尾")


def test_no_clock_in_care(floor: Floor, page: Page) -> None:
    """Who talks of self-harm is not hurried: no exit line is offered, however long it takes."""
    answer(floor, page)
    step = page.locator(".ticks [aria-current]")
    for key in "11u":
        before = step.inner_text()
        page.keyboard.press(key)
        # The next key belongs to the next panel: it is pressed once that panel is there.
        expect(step).not_to_have_text(before)
    expect(step).to_contain_text("有轻生的话")
    floor.set_clock(NOON + timedelta(minutes=40))
    page.reload()
    expect(page.locator(".ticks [aria-current]")).to_contain_text("有轻生的话")
    assert page.locator("#guide [hx-get]").count() == 0
    assert "已谈五分钟" not in page.content()
