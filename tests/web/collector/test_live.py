"""What happens meanwhile appears by itself; a lost session and a lost line lose nothing that was typed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from records.world import NOON
from shounuo.records.actions.take_payments import PaymentRow, take_payments
from shounuo.records.models import Contact
from web.collector.floor import Floor
from web.collector.hands import answer, hang_up, take_case, take_promise

pytestmark = pytest.mark.browser


def test_posted_payment_appears_without_reload(floor: Floor, page: Page) -> None:
    """A payment that arrives while the call is on shows on the timeline, and keeps the promise."""
    answer(floor, page)
    take_promise(page)
    page.evaluate("window.same = true")
    account = Contact.objects.get().customer.accounts.get()
    take_payments(
        lender=floor.world.lender,
        source="core",
        rows=[
            PaymentRow(
                row_no=2,
                ref="p1",
                account_ref=account.ref,
                amount_cents=710_835,
                currency="CNY",
                transacted_on=NOON.date(),
            )
        ],
        actor="test",
        recorded_at=NOON + timedelta(minutes=5),
    )
    expect(page.locator(".timeline .payment")).to_contain_text("7,108.35", timeout=20_000)
    expect(page.locator(".timeline .promise .tag").first).to_contain_text("已兑现")
    assert page.evaluate("window.same")


def test_unchanged_case_answers_304(floor: Floor, page: Page) -> None:
    """Asking again about a case to which nothing happened costs no page."""
    take_case(floor, page)
    first = page.request.get(f"{page.url}/live")
    tag = {"If-None-Match": first.headers["etag"]}
    assert page.request.get(f"{page.url}/live", headers=tag).status == 304


def test_expired_session_keeps_what_was_typed(floor: Floor, page: Page) -> None:
    """When the session is gone the page says so, and the note is there after signing in again."""
    answer(floor, page)
    hang_up(page)
    page.fill("[name=note]", "客户说周五发工资")
    page.context.clear_cookies()
    page.click("[data-code=HUNG_UP]")
    page.click("[data-save]")
    expect(page.locator("#expired, #connection").locator("visible=true").first).to_be_visible()
    call = page.url
    floor.sign_in(page)
    page.goto(call)
    expect(page.locator("[name=note]")).to_have_value("客户说周五发工资")
    assert Contact.objects.get().state == "in_flight"


def test_lost_line_is_said(floor: Floor, page: Page) -> None:
    """Without a connection a press loses nothing: the page says so and the code can be sent later."""
    answer(floor, page)
    hang_up(page)
    page.fill("[name=note]", "没说完")
    page.click("[data-code=HUNG_UP]")
    page.context.set_offline(True)
    page.click("[data-save]")
    expect(page.locator("#connection")).to_be_visible()
    page.context.set_offline(False)
    page.click("[data-save]")
    page.wait_for_url("**/case/*")
    assert Contact.objects.get().note == "没说完"
