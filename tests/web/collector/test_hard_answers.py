"""The hard answers of a call, each played to its end with keys: the code, what follows, the duty it brings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Page, expect

from machinery import standing
from machinery.live import Live
from records.world import NOON
from shounuo.records.models import Contact, ContactPoint, Event, Flag, FollowUp
from web.collector.floor import Floor, open_floor
from web.collector.hands import dial, hang_up, press

pytestmark = pytest.mark.browser


@dataclass(frozen=True)
class Hard:
    """`keys`: from the opening on. `typed`: what the code asks for. `days`: until the case is due again."""

    name: str
    keys: str
    code: str
    typed: dict[str, str] = field(default_factory=dict)
    task: str = ""
    flag: str = ""
    days: int | None = None
    number: str = "valid"


SAID = "客户原话"
CALLS = [
    Hard("died", "11x", "DECEASED", {"told_by": "妻子"}, "bereavement_care", "deceased"),
    Hard("instalments", "11f1", "PLAN_REQUEST", {"affordable_monthly": "800", "reason": "降薪"}, "plan_offer", days=1),
    Hard("debit_failed", "11a2", "AUTOPAY_FAILED", {"bank": "江海银行"}, "autopay_check", days=1),
    Hard("already_paid", "11k1", "CLAIM_PAID", {"paid_on": "2026-11-19", "paid_amount": "7108.35", "method": "手机银行"}, "payment_search", "claimed_paid", days=2),
    Hard("wrong_person", "w", "WRONG_PERSON", {"told_by": "接听人"}, "number_review", days=1, number="wrong"),
    Hard("refuses", "11r24", "REFUSE", {"reason": "不想还"}, "escalation_review", days=3),
    Hard("hangs_up", "11h", "HUNG_UP", days=1, number="unverified"),
    Hard("who_are_you", "11q2", "CALLBACK", {"callback_at": "2026-11-21T10:00"}, "callback", days=1),
    Hard("abuse", "11b2", "ABUSIVE", {"quote": SAID}, days=3),
    Hard("no_money", "11m2", "NO_MONEY", {"reason": "失业"}, days=3),
    Hard("self_harm", "11u1", "VULNERABLE", {"quote": SAID}, "hardship_care", "vulnerable"),
    Hard("complaint", "11t1", "COMPLAINT", {"quote": SAID}, "complaint_case", "complaint_hold"),
    Hard("dispute", "11d1", "DISPUTE", {"reason": "没有消费过", "disputed_amount": "3200"}, "dispute_review", "dispute"),
    Hard("lawyer", "11l", "CEASE", {"quote": SAID, "scope": "改与律师联系"}, "cease_review", "cease_requested"),
    Hard("stop_calling", "11s", "CEASE", {"quote": SAID, "scope": "电话"}, "cease_review", "cease_requested"),
]  # fmt: skip


@pytest.fixture(scope="module")
def floor(standing_desk: Live, django_db_blocker: pytest.FixtureRequest) -> Iterator[Floor]:
    """One desk for all calls, with a customer for each."""
    standing.empty(standing_desk)
    with (
        django_db_blocker.unblock(),  # type: ignore[attr-defined]
        open_floor(standing_desk, customers=len(CALLS)) as running,
    ):
        yield running


@pytest.fixture(scope="module")
def page(floor: Floor, chromium: Browser) -> Iterator[Page]:
    """One collector's screen for the whole shift."""
    context = chromium.new_context(
        viewport={"width": 1366, "height": 768}, locale="zh-CN", timezone_id="Asia/Shanghai"
    )
    made = context.new_page()
    made.set_default_timeout(30_000)
    floor.sign_in(made)
    made.wait_for_selector("[data-between]")
    yield made
    context.close()


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.name)
def test_hard_answer(floor: Floor, page: Page, call: Hard) -> None:
    """The answer's key leads to its code, its task, its flag and its day, with no step left out."""
    _next_case(page)
    dial(page)
    page.keyboard.press("a")
    page.wait_for_selector("[data-phase=talking]")
    page.wait_for_load_state()
    for key in call.keys:
        _say_all(page)
        press(page, key)
    _say_all(page)
    assert page.locator("#guide [hx-get]").count() == 0
    hang_up(page)
    hinted = page.locator(".code.hinted")
    expect(hinted).to_have_attribute("data-code", call.code)
    page.keyboard.press(hinted.get_attribute("data-key") or "")
    _fill(page, call)
    page.keyboard.press("Enter")
    page.wait_for_url("**/case/*")
    page.wait_for_load_state()
    _check(call)


def _next_case(page: Page) -> None:
    before = page.url
    page.keyboard.press("n")
    page.wait_for_url(lambda url: "/case/" in url and url != before)
    page.wait_for_selector(".dial")


def _say_all(page: Page) -> None:
    """Every line of the step is said, with the space bar."""
    while page.locator("#guide [data-key=Space]", has_text="☐").count():
        press(page, "Space")


def _fill(page: Page, call: Hard) -> None:
    page.wait_for_selector("#code-panel:not([hidden])")
    for name, value in call.typed.items():
        page.fill(f"fieldset[data-for={call.code}] [name={name}]", value)
    if not call.typed:
        page.focus("[data-save]")


def _check(call: Hard) -> None:
    contact = Contact.objects.select_related("case").latest("pk")
    assert (contact.state, contact.disposition) == ("ended", call.code)
    assert contact.guide_version == "cn-card-m1@1"
    tasks = set(FollowUp.objects.filter(contact=contact).values_list("kind", flat=True))
    assert tasks == ({call.task} if call.task else set())
    flags = set(Flag.objects.filter(customer=contact.customer_id, ended_at=None).values_list("kind", flat=True))  # fmt: skip
    assert flags == ({call.flag} if call.flag else set())
    back = contact.case.return_at
    days = None if back is None else (back.date() - NOON.date()).days
    assert days == call.days
    assert ContactPoint.objects.get(pk=contact.point_id).status == call.number
    assert not [name for name, kept in contact.steps.items() if name != "guide" and isinstance(kept, str)]  # fmt: skip
    ended = Event.objects.filter(chain=f"case:{contact.case_id}", kind="ContactEnded").count()
    assert ended == 1
