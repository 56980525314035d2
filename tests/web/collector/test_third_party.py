"""A call to somebody else: nothing of the debt is on the page, nor in any answer it receives."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, Route

from records.world import NOON
from shounuo.kernel.errors import Refused
from shounuo.records.actions.hear_turn import SpokenTurn, hear_turn
from shounuo.records.actions.open_contact import open_contact
from shounuo.records.actions.record_promise import Agreed, record_promise
from shounuo.records.models import Account, Case, Contact, ContactPoint, Flag, Promise, Staff
from shounuo.rules.proposed import Channel
from shounuo.web.collector.urls import urlpatterns as of_collectors
from shounuo.web.facts.urls import urlpatterns as of_facts
from shounuo.web.front.urls import urlpatterns as of_everybody
from web.collector.floor import Floor
from web.collector.hands import press, take_case

pytestmark = pytest.mark.browser

# Figures as digits and as they are said, the lender's department, stage, days, and the words of the trade.
DEBT = [
    "14,000", "14000", "1400000", "7,108", "7108", "710835", "一万四", "七千一百", "信用卡",
    "M1", "12 天", "逾期", "应还", "尾号", "欠款", "还款", "账单", "承诺", "减免", "DUE",
]  # fmt: skip
# What ends the call or the case in hand is pressed last, by the page itself.
LAST = ("hang-up", "/end", "put-back", "/closing", "/keep", "desk/next", "desk/state", "logout", "login", "/dial")  # fmt: skip


def call_the_sister(floor: Floor, page: Page) -> Contact:
    """Once the customer's number is dead the sister may be asked to relay; her line is answered."""
    take_case(floor, page)
    case = Case.objects.get(state="claimed")
    ContactPoint.objects.filter(customer=case.customer, role="customer").update(status="dead")
    sister = ContactPoint.objects.get(customer=case.customer, role="third_party")
    opened = open_contact(
        case_id=case.pk, point_id=sister.pk, channel=Channel.CALL,
        staff=Staff.objects.get(staff_no="1001"), recorded_at=NOON, request_key="sister",
    )  # fmt: skip
    assert opened.contact is not None, opened.decision.rules
    return opened.contact


def test_whole_call_tells_nothing(floor: Floor, page: Page) -> None:
    """From ringing to the code, every answer the browser received and the page itself hold no fact of the debt."""
    contact = call_the_sister(floor, page)
    page.set_default_timeout(60_000)
    seen: list[str] = []
    page.route("**/*", lambda route: _listen(route, seen))
    page.goto(f"{floor.url}/case/{contact.case_id}")
    page.wait_for_url("**/call/*")
    page.keyboard.press("a")
    page.wait_for_selector("[data-phase=talking]")
    turn = SpokenTurn(0, "agent", "他欠江海银行信用卡中心一万四，你让他赶紧还款")
    hear_turn(contact_id=contact.pk, turn=turn, actor="recogniser", recorded_at=NOON)
    for key in ("1", "1", "q", "a", "p", "Backspace", "Space"):
        press(page, key)
    page.wait_for_selector("[data-caution]", state="attached")
    page.keyboard.press("e")
    page.keyboard.press("1")
    page.wait_for_selector("#request-taken .notice")
    seen.append(page.content())
    page.keyboard.press("z")
    page.wait_for_selector("[data-phase=wrap_up]")
    page.click("[data-code=ABUSIVE]")
    page.fill("fieldset[data-for=ABUSIVE] [name=quote]", "x")
    page.eval_on_selector(
        "fieldset[data-for=ABUSIVE] [name=quote]", "field => { field.name = 'none'; }"
    )
    page.click("[data-save]")
    page.wait_for_selector("#code-problems .notice")
    seen.append(page.content())
    page.unroute_all(behavior="ignoreErrors")
    told = "\n".join(seen)
    assert "王*国" in told
    assert _facts_in(told) == []
    assert Contact.objects.get().role == "third_party"
    assert Flag.objects.filter(kind="third_party_refused").exists()


def test_no_address_tells_while_the_call_is_open(floor: Floor, page: Page) -> None:
    """Every address of the collector's desk, asked and posted to during the call, answers without a fact of the debt."""
    contact = call_the_sister(floor, page)
    page.goto(f"{floor.url}/call/{contact.pk}")
    page.keyboard.press("a")
    page.wait_for_selector("[data-phase=talking]")
    answers = {
        (method, address): page.request.fetch(
            f"{floor.url}{address}", method=method, max_redirects=0, headers=_token(page, floor),
            form=_form(contact) if method == "POST" else None,
        ).text()
        for address in _addresses(contact) for method in ("GET", "POST")
        if method == "GET" or not address.endswith(LAST)
    }  # fmt: skip
    assert len(answers) > 60
    # A page that is refused carries the team's name, which is no fact of the case.
    team = floor.world.team.name
    told = {key: _facts_in(text.replace(team, "")) for key, text in answers.items()}
    assert {key: facts for key, facts in told.items() if facts} == {}
    assert not Promise.objects.exists()


def test_no_promise_of_a_third_party(floor: Floor, page: Page) -> None:
    """Whatever page or program asks, a call with the sister brings no promise."""
    contact = call_the_sister(floor, page)
    agreed = Agreed(basis="pd", needed_cents=710_835, due_by=NOON.date(), method="app")
    staff = Staff.objects.get(staff_no="1001")
    with pytest.raises(Refused) as refused:
        record_promise(case_id=contact.case_id, contact_id=contact.pk, agreed=agreed, staff=staff, recorded_at=NOON)  # fmt: skip
    assert "promise_of_third_party" in {problem.code for problem in refused.value.problems}  # type: ignore[attr-defined]


def _facts_in(text: str) -> list[str]:
    """Facts of the debt in an answer; a form's random token is no text."""
    read = re.sub(r"\b[A-Za-z0-9]{32,}\b", "", text)
    return [fact for fact in DEBT if fact in read]


def _addresses(contact: Contact) -> list[str]:
    """Those of the pages this person may open, filled with this call and this case."""
    account = Account.objects.filter(customer=contact.customer_id).first()
    ids = {"case_id": contact.case_id, "contact_id": contact.pk, "promise_id": 1, "task_id": 1}
    filled = [
        "/" + re.sub(r"<int:(\w+)>", lambda found: str(ids[found[1]]), str(row.pattern))
        for row in (*of_collectors, *of_facts, *of_everybody)
    ]
    wanted = (contact.case_id, account.ref if account else "")
    return [address for address in filled if address != "/logout"] + [f"/find?q={q}" for q in wanted]  # fmt: skip


def _form(contact: Contact) -> dict[str, str]:
    """Fields that some of the addresses would act on."""
    return {
        "amount": "7108.35", "basis": "pd", "due_by": "2026-11-20", "method": "app", "kind": "waiver",
        "reply": "1", "what": "name", "reason": "x", "point": str(contact.point_id),
    }  # fmt: skip


def _token(page: Page, floor: Floor) -> dict[str, str]:
    token = page.evaluate("JSON.parse(document.body.getAttribute('hx-headers'))['X-CSRFToken']")
    return {"X-CSRFToken": str(token), "Referer": floor.url}


def _listen(route: Route, seen: list[str]) -> None:
    """Lets every request of the page through and keeps what was answered, bodies and headers."""
    answer = route.fetch(max_redirects=0)
    if not route.request.url.endswith((".css", ".js")):
        seen.append(answer.text() + str(answer.headers))
    route.fulfill(response=answer)
