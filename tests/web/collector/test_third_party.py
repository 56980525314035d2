"""A call to somebody else: nothing of the debt is on the page, nor in any answer it receives."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Response

from shounuo.records.actions.open_contact import open_contact
from shounuo.records.models import Case, Contact, ContactPoint, Flag, Staff
from shounuo.rules.proposed import Channel
from web.collector.floor import Floor
from web.collector.hands import take_case

pytestmark = pytest.mark.browser

DEBT = [
    "14,000",
    "1400000",
    "7,108",
    "710835",
    "信用卡",
    "M1",
    "逾期",
    "应还",
    "尾号",
    "欠款",
    "还款",
]


def test_third_party_page_knows_nothing_of_the_debt(floor: Floor, page: Page) -> None:
    """Once the customer's number is dead the sister may be asked to relay; no debt fact reaches the page."""
    take_case(floor, page)
    case = Case.objects.get(state="claimed")
    ContactPoint.objects.filter(customer=case.customer, role="customer").update(status="dead")
    sister = ContactPoint.objects.get(customer=case.customer, role="third_party")
    opened = open_contact(
        case_id=case.pk,
        point_id=sister.pk,
        channel=Channel.CALL,
        staff=Staff.objects.get(staff_no="1001"),
        recorded_at=floor.world.team.recording_checked_at,
        request_key="sister",
    )
    assert opened.contact is not None, opened.decision.rules
    seen: list[str] = []
    page.on("response", lambda answer: seen.append(_words(answer)))
    page.goto(f"{floor.url}/case/{case.pk}")
    page.wait_for_url("**/call/*")
    page.keyboard.press("a")
    page.wait_for_selector("[data-phase=talking]")
    page.keyboard.press("e")
    page.keyboard.press("1")
    page.wait_for_selector("#request-taken .notice")
    live = page.request.get(f"{floor.url}/case/{case.pk}/live")
    told = "\n".join([*seen, page.content(), live.text()]).replace(floor.world.team.name, "")
    assert "王*国" in told
    assert [fact for fact in DEBT if fact in told] == []
    assert Contact.objects.get().role == "third_party"
    assert Flag.objects.filter(kind="third_party_refused").exists()


def _words(answer: Response) -> str:
    kinds = ("text/html", "application/json")
    is_page = answer.headers.get("content-type", "").startswith(kinds)
    return answer.text() if is_page and answer.status == 200 else ""
