"""The lead's pages in a real browser on a real desk."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from machinery.databases import django_on
from machinery.live import Live
from records.play import play_a_call
from records.world import NOON, make_world


@pytest.mark.browser
def test_a_lead_reads_the_board_and_moves_a_case(
    empty_desk: Live, django_db_blocker, page: Page
) -> None:
    """The lead signs in, sees one promise, opens the calls behind it, and moves a case to a collector."""
    with django_db_blocker.unblock(), django_on(empty_desk.database):
        world = make_world(3)
        play_a_call(world)
    empty_desk.set_clock(NOON, running=False)
    page.goto(empty_desk.url + "/login")
    page.fill("[name=username]", "2001")
    page.fill("[name=password]", "x")
    page.click("button.primary")
    page.wait_for_url("**/board**")
    assert page.locator(".figure b").first.inner_text() == "1"
    page.locator("tbody tr", has_text="张敏").click()
    page.locator("#drawer td", has_text="PTP").wait_for()
    page.keyboard.press("Escape")
    page.goto(empty_desk.url + "/team/cases")
    page.locator("input[name=case]").first.check()
    page.select_option("select[name=to]", label="包刚")
    page.locator("form.card button").first.click()
    page.locator("tbody td", has_text="包刚").wait_for()
    page.goto(empty_desk.url + "/floor")
    assert page.locator(".person").count() == 3
