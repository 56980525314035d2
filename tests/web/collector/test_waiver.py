"""减免: asked by two keys, let through by the lead, granted by the lender until a day; the guide says it only then."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from shounuo.records.models import OfferRequest
from web.collector.floor import Floor
from web.collector.hands import answer, press

pytestmark = pytest.mark.browser
# From the opening to the step that offers ways: is the customer, verified, understood, not that much,
# not the past due either, a part.
TO_WAYS = "111232"
SAID = "批下来的减免"


def test_waiver_from_two_keys_to_the_guide(floor: Floor, page: Page, chromium: Browser) -> None:
    """Unsaid while it is asked, on the screen once granted, gone again when it is withdrawn."""
    answer(floor, page)
    page.keyboard.press("e")
    page.keyboard.press("7")
    expect(page.locator("#offers-asked")).to_contain_text("待主管")
    for key in TO_WAYS:
        press(page, key)
    expect(page.locator("#guide")).to_contain_text("能先还多少")
    expect(page.locator("#guide")).not_to_contain_text(SAID)

    lead = chromium.new_context(viewport={"width": 1366, "height": 768}, locale="zh-CN").new_page()
    floor.sign_in(lead, "2001")
    lead.goto(f"{floor.url}/team/offers")
    lead.click("button[value=agree]")
    expect(lead.locator("[name=evidence]")).to_be_visible()
    page.reload()
    expect(page.locator("#offers-asked")).to_contain_text("待机构批复")
    expect(page.locator("#guide")).not_to_contain_text(SAID)

    lead.fill("[name=evidence]", "启函〔2026〕118号")
    lead.click("button[value=approve]")
    expect(lead.locator(".notice.bad")).to_contain_text("有效期")
    lead.fill("[name=evidence]", "启函〔2026〕118号")
    lead.fill("[name=until]", "2026-11-25")
    lead.fill("[name=amount]", "600")
    lead.click("button[value=approve]")
    expect(lead.locator("button[value=withdraw]")).to_be_visible()
    page.reload()
    expect(page.locator("#offers-asked")).to_contain_text("机构已批")
    expect(page.locator("#guide")).to_contain_text(SAID)
    expect(page.locator("#guide")).to_contain_text("十一月二十五号")

    lead.fill("[name=why]", "机构撤回")
    lead.click("button[value=withdraw]")
    expect(lead.locator("button[value=withdraw]")).to_have_count(0)
    page.reload()
    expect(page.locator("#guide")).not_to_contain_text(SAID)
    offer = OfferRequest.objects.get()
    assert (offer.state, offer.requested_by.staff_no, offer.amount_cents) == (
        "withdrawn",
        "1001",
        60_000,
    )
    lead.context.close()
