"""P26: due 14,000, past due 7,108.35, the customer has 4,500; the talk, the time, and no promise nobody believes."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from shounuo.records.models import Contact, Event, Promise
from web.collector.floor import Floor
from web.collector.hands import answer, hang_up

pytestmark = pytest.mark.browser


def test_less_than_the_past_due(floor: Floor, page: Page) -> None:
    """What is missing is said, time is given, a promise beyond their means is refused and their own figure taken."""
    answer(floor, page)
    ask = page.locator("#ask")
    expect(ask).to_contain_text("要全额")
    page.keyboard.press("o")
    page.keyboard.type("4500")
    page.keyboard.press("Enter")
    # 7,108.35 - 4,500 = 2,608.35
    expect(ask).to_contain_text("两千六百零八块三毛五")
    expect(ask).to_contain_text("先收一部分")
    expect(ask).to_contain_text("哪天能到")
    page.fill("#ask [name=money_on]", "2026-11-23")
    page.click("#ask .means button")
    expect(ask).to_contain_text("2026-11-23 有进账")

    page.fill("#promise [name=amount]", "7108.35")
    page.click("#promise .wide")
    expect(page.locator("#promise .notice.bad")).to_contain_text("没人信")
    page.fill("#promise [name=amount]", "4500")
    page.click("#promise .wide")
    page.wait_for_selector("[data-part].part:focus")
    for _ in range(4):
        page.keyboard.press("Enter")
    page.wait_for_selector("[data-record]:focus")
    page.keyboard.press("Enter")
    page.wait_for_selector("#promise .taken")
    promise = Promise.objects.get()
    assert (promise.recorded_cents, promise.basis) == (450_000, "part")

    hang_up(page)
    page.wait_for_selector("#code-panel:not([hidden])")
    page.click("[data-code=PTP]")
    page.click("[data-save]")
    page.wait_for_url("**/case/*")
    contact = Contact.objects.get()
    assert contact.steps["advice"]["said"] == {"can_pay_minor": 450_000, "money_on": "2026-11-23"}
    logged = Event.objects.filter(kind="AmountAdvised").order_by("seq")
    assert [row.payload["advised"] for row in logged] == ["due", "part", "part"]
    ended = Event.objects.get(kind="ContactEnded")
    assert ended.payload["steps"]["advice"]["scores"]["part"] > ended.payload["steps"]["advice"]["scores"]["due"]  # fmt: skip


def test_what_cannot_be_read_changes_nothing(floor: Floor, page: Page) -> None:
    """A figure that is none is refused beside the field, and the advice stays."""
    answer(floor, page)
    page.keyboard.press("o")
    page.keyboard.type("很多")
    page.keyboard.press("Enter")
    expect(page.locator("#ask .notice.bad")).to_be_visible()
    assert Contact.objects.get().steps["advice"]["said"] == {}


def test_an_exact_figure_and_an_income(floor: Floor, page: Page) -> None:
    """Each answer is a fact of the advice at once, and kept with the call."""
    answer(floor, page)
    ask = page.locator("#ask")
    page.select_option("#ask [name=said_exact_figure]", "yes")
    page.select_option("#ask [name=income]", "none")
    page.click("#ask .means button")
    expect(ask.locator("[name=income]")).to_have_value("none")
    expect(ask).to_contain_text("没有收入来源")
    said = Contact.objects.get().steps["advice"]["said"]
    assert said == {"said_exact_figure": True, "has_income": False}
