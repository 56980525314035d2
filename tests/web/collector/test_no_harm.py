"""Pressing twice, going back, reloading, leaving: nothing is lost and nothing happens twice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from machinery.live import Live
from records.world import NOON
from shounuo.records.models import Case, Contact, Staff
from web.collector.floor import Floor, open_floor
from web.collector.hands import answer, dial, hang_up, take_case

pytestmark = pytest.mark.browser


def test_double_dial_is_one_call(floor: Floor, page: Page) -> None:
    """The same dial form sent twice begins one attempt."""
    take_case(floor, page)
    form = page.eval_on_selector(
        ".dial", "form => [form.action, new URLSearchParams(new FormData(form)).toString()]"
    )
    for _ in range(2):
        page.request.post(
            form[0],
            data=form[1],
            headers={
                "Content-Type": "application/x-www-form-urlencoded",
                "Referer": page.url,
            },
        )
    assert Contact.objects.count() == 1


def test_back_button_does_no_harm(floor: Floor, page: Page) -> None:
    """Going back in the middle of a call leads to the call again, and no second attempt begins."""
    take_case(floor, page)
    dial(page)
    call = page.url
    page.go_back()
    page.wait_for_url("**/call/*")
    assert page.url == call
    assert Contact.objects.count() == 1


def test_reload_keeps_what_was_typed(floor: Floor, page: Page) -> None:
    """A reload in the middle of a call restores the note, the amount and the line's state."""
    answer(floor, page)
    page.fill("[name=note]", "客户在开车，晚上再说")
    page.fill("#promise [name=amount]", "7108.35")
    page.reload()
    expect(page.locator("[name=note]")).to_have_value("客户在开车，晚上再说")
    expect(page.locator("#promise [name=amount]")).to_have_value("7108.35")
    assert page.get_attribute(".call", "data-phase") == "talking"


def test_code_without_its_answer_is_refused(floor: Floor, page: Page) -> None:
    """A dispute without the disputed amount is not recorded, and what was typed stays."""
    answer(floor, page)
    hang_up(page)
    page.keyboard.press("d")
    page.fill("fieldset[data-for=DISPUTE] [name=reason]", "没有消费过")
    page.eval_on_selector_all("#codes input", "all => all.forEach(i => { i.required = false; })")
    page.click("[data-save]")
    expect(page.locator("#code-problems")).to_contain_text("有争议的金额")
    assert Contact.objects.get().state == "in_flight"
    expect(page.locator("fieldset[data-for=DISPUTE] [name=reason]")).to_have_value("没有消费过")


def test_logout_gives_the_case_back(floor: Floor, page: Page) -> None:
    """Signing out puts the held case back into the queue and ends the collector's state."""
    take_case(floor, page)
    assert Case.objects.filter(holder__staff_no="1001", state="claimed").count() == 1
    page.click("form[action='/logout'] button")
    page.wait_for_url("**/login*")
    assert not Case.objects.filter(state="claimed").exists()
    assert Staff.objects.get(staff_no="1001").state == "off"


def test_closed_page_gives_the_case_back(
    desk: Live, django_db_blocker: pytest.FixtureRequest, page: Page
) -> None:
    """A case whose page was closed returns to the queue soon after: the scheduler runs beside the pages."""
    with django_db_blocker.unblock(), open_floor(desk) as floor:  # type: ignore[attr-defined]
        take_case(floor, page)
        page.goto(f"{floor.url}/health")
        soon = NOON + timedelta(minutes=2)
        _until(page, lambda: Case.objects.filter(lease_until__lt=soon).exists())
        floor.set_clock(soon)
        _until(page, lambda: not Case.objects.filter(state="claimed").exists())
        assert Case.objects.filter(state="queued").count() == 3


def _until(page: Page, true: Callable[[], bool]) -> None:
    """Waits until it is so, at most twenty seconds; the assertion after it says what was missing."""
    for _ in range(200):
        if true():
            return
        page.wait_for_timeout(100)


def test_another_person_has_it(floor: Floor, page: Page) -> None:
    """A case in somebody else's hands is not shown; the page says whose it is."""
    take_case(floor, page)
    address = page.url
    page.context.clear_cookies()
    floor.sign_in(page, "1002")
    page.goto(address)
    expect(page.locator("main")).to_contain_text("张敏")
    assert "14,000" not in page.content()
