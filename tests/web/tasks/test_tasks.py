"""What a call's code asks of a lead or of compliance: seen by whom it is meant for, closed with an answer."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from machinery.databases import Database
from records.play import MINUTE, dial, play_a_call
from records.world import NOON, World, make_world
from shounuo.domain.disposition.task_outcomes import ends_of
from shounuo.feeds.take_transcripts import take_files
from shounuo.jobs import inspect_calls
from shounuo.records.actions.claim_next_case import claim_next_case
from shounuo.records.actions.end_contact import Report, answer_contact, end_contact
from shounuo.records.actions.record_request import record_request
from shounuo.records.actions.release_case import release_case
from shounuo.records.models import Contact, Event, Flag, FollowUp, Lender, Staff, Team
from shounuo.records.queries.evidence import check_everything
from shounuo.settings import clock
from web.inspector.calls import call

LATER = NOON + timedelta(hours=1)


@pytest.fixture
def floor(django_on_both: Database) -> World:
    """Two collectors and a lead, a compliance officer, a lead of another team; one case."""
    world = make_world(1)
    other = Team.objects.create(code="m2", name="M2组", lender=Lender.objects.get())
    Staff.objects.create(staff_no="2002", name="赵二", role="lead", team=other)
    Staff.objects.create(staff_no="4001", name="何律", role="compliance")
    return world


def coded(world: World, code: str, **given: Any) -> FollowUp:
    """Anna talks, ends with `code` and puts the case back; the task that came of it."""
    case = claim_next_case(staff=world.anna, recorded_at=NOON)
    assert case is not None
    contact = dial(case, world.anna, NOON + MINUTE).contact
    assert contact is not None
    answer_contact(contact_id=contact.pk, staff=world.anna, recorded_at=NOON + MINUTE)
    report = Report("connected", code, True, talk_seconds=60, reason="说不清楚", given=given)
    end_contact(
        contact_id=contact.pk, staff=world.anna, recorded_at=NOON + 2 * MINUTE, report=report
    )
    release_case(case_id=case.pk, actor=world.anna, recorded_at=NOON + 3 * MINUTE, reason="done")
    return FollowUp.objects.get(contact=contact)


def as_(staff_no: str) -> Client:
    client = Client()
    client.force_login(Staff.objects.get(staff_no=staff_no))
    return client


def page(staff_no: str, address: str = "/tasks", status: int = 200) -> str:
    with clock.held_at(LATER):
        answer = as_(staff_no).get(address)
    assert answer.status_code == status, answer.status_code
    return str(answer.content.decode())


def close(staff_no: str, task: FollowUp, outcome: str, note: str = "") -> int:
    with clock.held_at(LATER):
        return (
            as_(staff_no).post(f"/tasks/{task.pk}", {"outcome": outcome, "note": note}).status_code
        )


def test_a_dispute_waits_for_compliance_and_frees_the_case_when_answered(floor: World) -> None:
    """Nobody calls meanwhile; answered as unfounded, the flag ends and the case is drawn again."""
    task = coded(floor, "DISPUTE", disputed_amount="700")
    assert task.due_at == NOON + 2 * MINUTE + timedelta(days=3)
    assert "核实争议" in page("4001")
    assert "核实争议" not in page("2001")
    assert claim_next_case(staff=floor.bao, recorded_at=LATER) is None
    assert close("4001", task, "unfounded", "客户姓王，已去信") == 302
    assert Flag.objects.get(kind="dispute").ended_at == LATER
    assert floor.case().state == "queued"
    assert claim_next_case(staff=floor.bao, recorded_at=LATER) is not None
    assert "核实争议" not in page("4001")


def test_care_waits_for_the_own_lead_alone(floor: World) -> None:
    """A vulnerable customer's task stands with the lead of the team, with no other, and rests a week."""
    task = coded(floor, "VULNERABLE", quote="我刚做完手术")
    assert "困难关怀" in page("2001")
    assert "困难关怀" not in page("2002")
    assert "困难关怀" not in page("4001")
    assert close("2002", task, "care_agreed") == 404
    assert close("2001", task, "care_agreed") == 302
    case = floor.case()
    assert (case.state, case.return_at) == ("waiting", LATER + timedelta(days=7))
    assert Flag.objects.get(kind="vulnerable").ended_at is None


def test_a_number_nobody_has_to_check_is_the_leads(floor: World) -> None:
    """In a team whose cases belong to nobody, a wrong person's number waits with the lead."""
    task = coded(floor, "WRONG_PERSON", told_by="机主")
    assert "核实号码" in page("2001")
    assert "核实号码" in page("2001", "/tasks?kind=number_review")
    assert close("2001", task, "asked_lender") == 302


@pytest.mark.parametrize("outcome", ["", "not_there", "found"])
def test_a_task_that_takes_an_answer_is_not_closed_without_it(floor: World, outcome: str) -> None:
    """Nothing, an unknown one and another task's answer leave it open, with what to do next."""
    task = coded(floor, "COMPLAINT", quote="我要投诉你们")
    assert close("4001", task, outcome) == 422
    task.refresh_from_db()
    assert task.done_at is None
    assert Flag.objects.get(kind="complaint_hold").ended_at is None


def test_an_upheld_complaint_stays_on_hold(floor: World) -> None:
    """The task is closed, the hold is not."""
    task = coded(floor, "COMPLAINT", quote="我要投诉你们")
    assert close("4001", task, "upheld") == 302
    assert floor.case().state == "held"


def test_an_answer_does_not_end_what_a_person_asked_for(floor: World) -> None:
    """Besides the code, the customer's own request to stop is on record: only taking it back ends it."""
    task = coded(floor, "CEASE", quote="别再打了", scope="all")
    record_request(case_id=floor.cases[0].pk, kind="stop_all", staff=floor.lead, recorded_at=LATER)
    assert close("4001", task, "not_asked") == 302
    assert floor.case().state == "held"


def test_the_note_is_sealed_and_the_answer_stands_on_the_timeline(floor: World) -> None:
    """The event holds a commitment of the note, not its words; the chains stay whole."""
    task = coded(floor, "DISPUTE", disputed_amount="700")
    assert close("4001", task, "corrected", "王建国的账单已更正") == 302
    done = Event.objects.get(kind="FollowUpDone")
    assert done.payload["outcome"] == "corrected"
    assert "王建国" not in str(done.payload)
    assert done.personal.get().value == "王建国的账单已更正"
    assert "争议成立，机构已更正" in page("4001", f"/case/{task.case_id}")
    assert check_everything().whole


def test_a_collector_answers_the_search_for_a_payment(floor: World) -> None:
    """Says-already-paid holds the case; found, it rests two days; the hold ends with the answer."""
    task = coded(floor, "CLAIM_PAID", paid_on="2026-11-19", paid_amount="7108.35", method="app")
    assert floor.case().state == "held"
    with clock.held_at(LATER):
        assert as_("1001").post(f"/inbox/{task.pk}/done").status_code == 409
        assert as_("1001").post(f"/inbox/{task.pk}/done", {"outcome": "found"}).status_code == 200
    case = floor.case()
    assert (case.state, case.held_reason) == ("waiting", "")
    assert case.return_at is not None
    assert case.return_at >= LATER + timedelta(days=2)


def test_collectors_have_no_page_of_answers(floor: World) -> None:
    """They are told so, and their post changes nothing."""
    task = coded(floor, "VULNERABLE", quote="我刚做完手术")
    page("1001", status=403)
    assert close("1001", task, "may_continue") == 403


LAWYER = [
    ("agent", "您好，江海银行信用卡中心，通话有录音，请问是王建国先生吗？"),
    ("party", "是我，我请了律师，你跟我律师谈。"),
    ("agent", "好的，再见。"),
]


def test_a_lawyer_heard_of_in_a_call_waits_for_compliance(floor: World, tmp_path: Path) -> None:
    """Whom to contact is not the lead's to say: the law is uncertain, and the task says so."""
    play_a_call(floor)
    path = tmp_path / "calls.jsonl"
    path.write_text(call(f"contact-{Contact.objects.get().pk}", LAWYER), encoding="utf-8")
    take_files([path], now=NOON)
    inspect_calls.run(NOON)
    task = FollowUp.objects.get(kind="heard_attorney")
    assert "听到：已请律师" in page("4001")
    assert "法律不确定" in page("4001")
    assert "已请律师" not in page("2001")
    assert close("4001", task, next(iter(ends_of(task.kind)))) == 302


ATTORNEY = [
    ("agent", "Hello, this is Anna from Jianghai Bank on a recorded line. Am I speaking with Wang Jianguo?"),
    ("party", "Yes. I have retained an attorney on this debt, talk to my attorney."),
    ("agent", "Understood. Goodbye."),
]  # fmt: skip
BARRED = "12 CFR 1006.6(b)(2)"


@pytest.mark.parametrize(("then", "now"), [("US", "US"), ("US", "CN"), ("us", "us"), ("", "CN")])
def test_the_law_a_task_stands_on_is_that_of_its_call(
    floor: World, tmp_path: Path, then: str, now: str
) -> None:
    """A call under the federal rule, by its lender's country then or, where none was known, by its language."""
    play_a_call(floor)
    Lender.objects.update(country=then)
    body = json.loads(call(f"contact-{Contact.objects.get().pk}", ATTORNEY)) | {"lang": "en"}
    path = tmp_path / "calls.jsonl"
    path.write_text(json.dumps(body), encoding="utf-8")
    assert take_files([path], now=NOON) == (1, [])
    inspect_calls.run(NOON)
    Lender.objects.update(country=now)
    assert f"· {BARRED}" in page("2001")


@pytest.mark.parametrize(("country", "told"), [("US", True), ("CN", False)])
def test_a_task_that_names_no_place_goes_by_the_lenders_country(
    floor: World, country: str, told: bool
) -> None:
    """As those were kept that came before the call's place was."""
    Lender.objects.update(country=country)
    FollowUp.objects.create(
        case=floor.case(),
        team=floor.team,
        kind="heard_attorney",
        due_at=NOON,
        created_at=NOON,
        details={"duty": "只联系律师", "duty_en": "the attorney alone", "law": BARRED},
    )
    assert (BARRED in page("2001")) is told
