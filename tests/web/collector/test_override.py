"""A promise beyond the lender's limits: read back, sent to the lead, let pass within the lead's own limits."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from shounuo.records.models import Contact, Promise, Staff
from web.collector.floor import Floor
from web.collector.hands import answer

pytestmark = pytest.mark.browser


def test_lead_lets_a_later_promise_pass(floor: Floor, page: Page) -> None:
    """Five days ahead is one too many for the collector and not for the lead."""
    Staff.objects.filter(staff_no="2001").update(
        promise_limits={"max_days_ahead": 7, "max_open": 2}
    )
    answer(floor, page)
    page.click(".chip >> nth=1")
    page.select_option("[name=due_by]", index=5)
    page.fill("[name=late_reason]", "月底发工资")
    page.click("#promise .wide")
    expect(page.locator("#promise .notice.bad")).to_be_visible()
    page.check("[name=to_lead]")
    page.click("#promise .wide")
    page.wait_for_selector("[data-part].part:focus")
    for _ in range(5):
        page.keyboard.press("Enter")
        page.wait_for_timeout(50)
    page.wait_for_selector("#promise .taken")
    assert not Promise.objects.exists()
    page.context.clear_cookies()
    floor.sign_in(page, "2001")
    page.goto(f"{floor.url}/team/overrides")
    page.click("button[value=grant]")
    expect(page.locator("table")).to_have_count(0)
    promise = Promise.objects.get()
    assert promise.override_by is not None
    assert (promise.override_by.staff_no, promise.taken_by.staff_no) == ("2001", "1001")
    assert promise.contact == Contact.objects.get()
