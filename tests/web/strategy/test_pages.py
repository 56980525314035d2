"""The lead's strategy pages in a real browser on a real desk."""

from __future__ import annotations

import os
from datetime import date
from unittest.mock import patch

import pytest
from playwright.sync_api import Page

from machinery.databases import django_on
from machinery.live import Live
from records.world import NOON, make_world
from shounuo.jobs.nightly import run_night
from shounuo.settings import clock


@pytest.mark.browser
def test_a_lead_reads_the_night_asks_why_and_puts_a_strategy_in_force(
    empty_desk: Live, django_db_blocker, page: Page
) -> None:
    """The night's figures, a case's reasons in the drawer, a fault with its place, a version made champion."""
    with (
        django_db_blocker.unblock(),
        django_on(empty_desk.database),
        patch.dict(os.environ, {"SHOUNUO_HOME": str(empty_desk.database.home)}),
        clock.held_at(NOON),
    ):
        world = make_world(3)
        run_night(world.lender, date(2026, 11, 20), "nightly")
    empty_desk.set_clock(NOON, running=False)
    page.goto(empty_desk.url + "/login")
    page.fill("[name=username]", "2001")
    page.fill("[name=password]", "x")
    page.click("button.primary")
    page.locator(".top-bar nav").wait_for()
    page.goto(empty_desk.url + "/strategy")
    assert page.locator(".figure b").nth(2).inner_text() == "3"
    page.goto(empty_desk.url + "/team/cases")
    page.locator("button[hx-get*='/strategy/why/']").first.click()
    page.locator("#drawer .why li").first.wait_for()
    page.goto(empty_desk.url + "/strategy/edit")
    good = page.locator("textarea").input_value()
    page.fill("textarea", good.replace("tier: 1", "tier: 77", 1))
    page.click("button[value=check]")
    page.locator(".notice.bad", has_text="77").wait_for()
    page.fill("textarea", good.replace("talk_budget_seconds: 400", "talk_budget_seconds: 420"))
    page.click("button[value=rehearse]")
    page.locator(".changes li", has_text="420").wait_for()
    page.click("button[value=save]")
    page.wait_for_url("**/strategy")
    page.click("button[value=champion]")
    page.locator(".tag.brand").wait_for()
