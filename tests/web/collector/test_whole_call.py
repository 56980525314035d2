"""One call from the queue to the code, with keys only."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from shounuo.records.models import Case, Contact, Event, Promise, Staff
from web.collector.floor import Floor
from web.collector.hands import answer, hang_up, take_promise

pytestmark = pytest.mark.browser


def test_login_to_next_case_by_keys(floor: Floor, page: Page) -> None:
    """A collector logs in, takes a case, calls, takes a promise, codes it, and gets the next case."""
    answer(floor, page)
    first = page.url
    take_promise(page)
    hang_up(page)
    page.wait_for_selector("#code-panel:not([hidden])")
    page.keyboard.press("p")
    page.keyboard.press("Enter")
    page.wait_for_url("**/case/*")
    page.keyboard.press("n")
    page.wait_for_function(f"location.href !== {page.url!r}")
    assert page.url != first
    promise = Promise.objects.get()
    assert (promise.recorded_cents, promise.implied) == (710_835, False)
    assert promise.confirmation == dict.fromkeys(["lender", "amount", "date", "method"], True)
    contact = Contact.objects.get()
    assert (contact.disposition, contact.outcome, contact.connected) == ("PTP", "connected", True)
    held = Case.objects.get(holder__staff_no="1001", state="claimed")
    assert held.pk != contact.case_id
    kinds = Event.objects.filter(chain=f"case:{contact.case_id}").values_list("kind", flat=True)
    wanted = ["ContactOpened", "ContactAnswered", "PromiseRecorded", "LineClosed", "ContactEnded"]
    assert [kind for kind in kinds if kind in wanted] == wanted
    assert Staff.objects.get(staff_no="1001").state == "ready"


def test_confirmation_is_not_skipped(floor: Floor, page: Page) -> None:
    """While the customer is on the line a promise is recorded only after all four parts were read back."""
    answer(floor, page)
    page.click(".chip >> nth=0")
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-part].part:focus")
    page.keyboard.press("Enter")
    assert page.is_disabled("[data-record]")
    page.eval_on_selector("[data-read-back]", "form => form.requestSubmit()")
    page.wait_for_selector("[data-part]:not(.yes) >> nth=3")
    assert not Promise.objects.exists()


def test_after_hang_up_only_implied(floor: Floor, page: Page) -> None:
    """Once the line is closed a promise is implied and carries the customer's words."""
    answer(floor, page)
    hang_up(page)
    page.click(".chip >> nth=0")
    page.fill("#promise [name=quote]", "晚点我看看吧")
    page.keyboard.press("Enter")
    page.wait_for_selector("#promise .taken")
    promise = Promise.objects.get()
    assert promise.implied
    assert promise.confirmation["quote"] == "晚点我看看吧"
