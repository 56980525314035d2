"""A dialler at the door: it is told whether and whom before it dials; the call arrives claimed."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from api.knocking import Answer, knock
from shounuo.records.models import Case, Contact, Event, GateDecision, Staff
from web.collector.floor import Floor

pytestmark = pytest.mark.browser


def push(floor: Floor, case: Case, key: str = "1", staff: str = "1001") -> Answer:
    asked = {"staff": staff, "key": key, "case": case.pk}
    return knock(floor, "dialler/calls", asked, key="dialler")


def ready(floor: Floor, page: Page) -> None:
    Staff.objects.filter(staff_no="1001").update(state="ready")
    floor.sign_in(page)
    page.goto(f"{floor.url}/desk")
    page.wait_for_selector("[data-between]")


def test_a_brought_call_arrives_claimed_and_opens_itself(floor: Floor, page: Page) -> None:
    """The attempt stands recorded and gated before the dialler knows the number; the same key brings one."""
    ready(floor, page)
    case = floor.world.cases[0]
    told = push(floor, case).told
    assert (told["allowed"], told["number"]) == (True, "11100000000")
    page.wait_for_url("**/call/*")
    case.refresh_from_db()
    assert (case.state, case.source, case.holder.staff_no) == ("claimed", "push", "1001")
    assert GateDecision.objects.get().asked_by == "dialler"
    kinds = list(Event.objects.filter(chain=f"case:{case.pk}").values_list("kind", flat=True))
    assert kinds.index("CaseClaimed") < kinds.index("ContactOpened")
    assert push(floor, case).told["contact"] == told["contact"]
    assert Contact.objects.count() == 1


def test_what_the_gate_forbids_is_not_dialled_and_goes_back(floor: Floor, page: Page) -> None:
    """At 23:00 the dialler gets the rule and the hour it opens, no number, and the case is free again."""
    ready(floor, page)
    floor.set_clock(floor.world.team.recording_checked_at.replace(hour=15))
    case = floor.world.cases[0]
    told = push(floor, case).told
    assert told["allowed"] is False
    assert "TIME-1" in told["rules"]
    assert "number" not in told
    assert told["opens"].startswith("2026-11-2")
    case.refresh_from_db()
    assert (case.state, case.holder) == ("queued", None)
    assert not Contact.objects.exists()


def test_nobody_who_is_busy_and_no_key_but_its_own(floor: Floor, page: Page) -> None:
    """A collector on a break gets no call; a recogniser's key does not open the dialler's door."""
    Staff.objects.filter(staff_no="1001").update(state="break")
    case = floor.world.cases[0]
    assert push(floor, case).told["code"] == "collector_not_ready"
    assert push(floor, case, staff="nobody").told["code"] == "not_found"
    asked = {"staff": "1001", "key": "1", "case": case.pk}
    assert knock(floor, "dialler/calls", asked, key="live").status == 401
    assert not Contact.objects.exists()


def test_the_page_follows_the_line_of_a_brought_call(floor: Floor, page: Page) -> None:
    """Answered and closed as the dialler says it: the collector's page moves by itself, and their state."""
    ready(floor, page)
    call = push(floor, floor.world.cases[1]).told["contact"]
    page.wait_for_selector("[data-phase=ringing]")
    knock(floor, f"dialler/calls/{call}/answered", {}, key="dialler")
    page.wait_for_selector("[data-phase=talking]")
    assert Contact.objects.get().steps["advice"]["advised"] == "due"
    knock(floor, f"dialler/calls/{call}/closed", {"by": "party"}, key="dialler")
    page.wait_for_selector("[data-phase=wrap_up]")
    assert Contact.objects.get().party_hung_up
    assert Staff.objects.get(staff_no="1001").state == "wrap_up"


def test_a_line_that_fails_is_coded_and_leaves_the_collector_ready(
    floor: Floor, page: Page
) -> None:
    """No answer: the code follows from the line, the case goes back, the page waits for the next one."""
    ready(floor, page)
    case = floor.world.cases[0]
    call = push(floor, case).told["contact"]
    page.wait_for_url("**/call/*")
    told = knock(
        floor, f"dialler/calls/{call}/failed", {"outcome": "no_answer"}, key="dialler"
    ).told
    assert told["code"] == "NO_ANSWER"
    page.wait_for_selector("[data-between]")
    case.refresh_from_db()
    assert (case.holder, Staff.objects.get(staff_no="1001").state) == (None, "ready")
    told = knock(
        floor, f"dialler/calls/{call}/failed", {"outcome": "connected"}, key="dialler"
    ).told
    assert told["code"] == "not_a_failed_line"


def test_a_case_in_work_is_not_taken_away_and_a_worked_one_makes_room(
    floor: Floor, page: Page
) -> None:
    """With a case in hand nothing arrives; once its call has a code, the next one opens over it."""
    ready(floor, page)
    first, second = floor.world.cases[:2]
    first_call = push(floor, first, key="1").told["contact"]
    Staff.objects.filter(staff_no="1001").update(state="ready")
    assert push(floor, second, key="2").told["code"] == "collector_not_ready"
    Contact.objects.filter(pk=first_call).update(state="ended")
    page.goto(f"{floor.url}/case/{first.pk}")
    call = push(floor, second, key="3").told["contact"]
    page.wait_for_url(f"**/call/{call}")
    assert list(Case.objects.filter(state="claimed")) == [second]
