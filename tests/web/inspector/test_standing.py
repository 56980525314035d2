"""What people decided is what stands: for the collector, the score, the figures and the exported set."""

from __future__ import annotations

import json

import pytest

from records.world import NOON, World
from shounuo.records.actions.decide_fault import decide_fault
from shounuo.records.actions.erase_person import erase_person
from shounuo.records.models import (
    Appeal,
    FaultDecision,
    FoundFault,
    Inspection,
    Staff,
    StepDecision,
)
from shounuo.records.queries.inspection_figures import agreement, appealed
from shounuo.records.queries.standing import standing
from web.inspector.test_inspection import client
from web.inspector.test_inspection import read as read  # noqa: PLC0414 - the fixture


@pytest.fixture
def threat(read: World) -> FoundFault:
    """The threat is the only finding on the collector's call."""
    found = FoundFault.objects.get(code="THREAT")
    found.inspection.faults.exclude(pk=found.pk).delete()
    return found


def test_a_rejected_finding_reaches_neither_score_nor_summary(threat: FoundFault) -> None:
    """The engine read a failed call of 60 points less; rejected, the collector's page knows nothing of it."""
    before = Inspection.objects.get(pk=threat.inspection_id)
    assert before.failed
    assert "威胁" in before.summary_zh
    answer = {"decision": "reject", "reason": "引用"}
    client("3001").post(f"/inspection/decide/{threat.pk}", answer)
    after = Inspection.objects.get(pk=threat.inspection_id)
    assert after.done_at is not None
    assert (after.points, after.failed) == (before.points, True)
    stands = standing(after)
    assert not any("威胁" in lost.because.zh for lost in stands.score.deductions)
    page = client("1001").get(f"/inspection/call/{after.pk}").content.decode()
    assert "威胁恐吓" not in page
    assert f'id="score">{stands.score.points}<' in page
    assert stands.summary.zh in page


def test_an_accepted_finding_costs_what_the_card_says(threat: FoundFault) -> None:
    """60 points for a critical finding, by the card of the reading."""
    without = standing(threat.inspection).score.points
    client("3001").post(f"/inspection/decide/{threat.pk}", {"decision": "accept"})
    score = standing(Inspection.objects.get(pk=threat.inspection_id)).score
    assert score.failed
    assert score.points == max(0, without - 60)


def test_when_a_call_was_done_stays_when_its_appeal_is_decided(threat: FoundFault) -> None:
    client("3001").post(f"/inspection/decide/{threat.pk}", {"decision": "accept"})
    done = Inspection.objects.get(pk=threat.inspection_id).done_at
    client("1001").post(f"/inspection/mine/{threat.pk}/appeal", {"words": "转述"})
    client("3002").post(f"/inspection/decide/{threat.pk}", {"decision": "accept"})
    assert Inspection.objects.get(pk=threat.inspection_id).done_at == done
    told = appealed()
    assert (told.waiting, told.decided, told.stood) == (0, 1, 1)


def test_the_first_inspector_is_offered_nothing_while_the_appeal_waits(threat: FoundFault) -> None:
    """They read that another decides; the other has the keys."""
    client("3001").post(f"/inspection/decide/{threat.pk}", {"decision": "accept"})
    client("1001").post(f"/inspection/mine/{threat.pk}/appeal", {"words": "转述"})
    pages = {
        number: client(number).get(f"/inspection/call/{threat.inspection_id}").content.decode()
        for number in ("3001", "3002")
    }
    assert "申诉由另一位质检员裁定" in pages["3001"]
    assert 'data-press="A"' not in pages["3001"]
    assert 'data-press="A"' in pages["3002"]


def test_a_changed_finding_is_no_agreement_with_the_engine(threat: FoundFault) -> None:
    """It counts under the code the engine gave, as changed."""
    decide_fault(
        fault_id=threat.pk,
        staff=Staff.objects.get(staff_no="3001"),
        decision="change",
        code="INSULT",
        reason="骂人",
        recorded_at=NOON,
    )
    (row,) = agreement()
    assert (row.code, row.decided, row.accepted, row.changed, row.rejected) == (
        "THREAT",
        1,
        0,
        1,
        0,
    )
    assert "改判" in client("3001").get("/inspection/figures").content.decode()


def exported() -> dict[str, dict[str, object]]:
    text = client("3001").get("/inspection/labelled.jsonl").content.decode()
    return {one["id"]: one for one in map(json.loads, text.splitlines())}


def test_every_decision_is_in_the_exported_set(threat: FoundFault) -> None:
    """A rejection teaches as well: what was found, what was said of it, why; by whom stays in the house."""
    client("3001").post(f"/inspection/decide/{threat.pk}", {"decision": "reject", "reason": "引用"})
    row = threat.inspection
    step = {"step": "close", "turn": "2", "reason": "有道别"}
    client("3001").post(f"/inspection/step/{row.pk}", step)
    case = exported()[row.transcript.ref]
    assert case["gold"]["findings"] == []
    assert case["gold"]["steps"]["close"] == 2
    rejected, corrected = case["decisions"]
    assert (rejected["code"], rejected["decision"], rejected["reason"]) == (
        "THREAT",
        "reject",
        "引用",
    )
    assert corrected == {"step": "close", "turn": 2, "reason": "有道别"}
    assert "3001" not in json.dumps(case, ensure_ascii=False)


def test_what_nobody_judged_is_said_so(threat: FoundFault) -> None:
    threat.code, threat.severity = "FILLERS", "minor"
    threat.save()
    client("3001").post(f"/inspection/close/{threat.inspection_id}")
    case = exported()[threat.inspection.transcript.ref]
    assert case["undecided"] == [{"code": "FILLERS", "turn": 2}]


def test_erasing_the_person_erases_what_people_wrote_of_the_call(threat: FoundFault) -> None:
    """Reasons, an appeal and an added fault name people; the call leaves the exported set."""
    name = "王建国"
    row = threat.inspection
    client("3001").post(f"/inspection/decide/{threat.pk}", {"decision": "accept", "reason": name})
    client("1001").post(f"/inspection/mine/{threat.pk}/appeal", {"words": name})
    added = {"code": "RUDE_TONE", "turn": "2", "reason": name}
    client("3001").post(f"/inspection/add/{row.pk}", added)
    step = {"step": "close", "turn": "2", "reason": name}
    client("3001").post(f"/inspection/step/{row.pk}", step)
    assert row.transcript.ref in exported()
    customer = row.transcript.contact.customer_id
    erase_person(customer_id=customer, actor="test", recorded_at=NOON, ground="本人请求")
    left = [
        *FaultDecision.objects.values_list("reason", flat=True),
        *StepDecision.objects.values_list("reason", flat=True),
        *Appeal.objects.values_list("words", flat=True),
        *FoundFault.objects.filter(source="person").values_list("why_zh", flat=True),
    ]
    assert len(left) == 5
    assert set(left) == {""}
    assert row.transcript.ref not in exported()
    assert client("3001").get(f"/inspection/call/{row.pk}").status_code == 200


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"step": "close", "turn": "2", "reason": " "}, "改步骤需要理由"),
        ({"step": "close", "turn": "3", "reason": "有"}, "第 3 句不是催收员说的话"),
        ({"step": "close", "turn": "99", "reason": "有"}, "第 99 句不是催收员说的话"),
        ({"step": "close", "turn": "x", "reason": "有"}, "没有第 x 句"),
        ({"step": "close", "turn": "", "reason": "有"}, "步骤本来就是这样记的"),
        ({"step": "dance", "turn": "", "reason": "有"}, "没有这个步骤"),
    ],
)
def test_a_step_is_corrected_with_a_turn_of_the_collector_and_a_reason(
    threat: FoundFault, sent: dict[str, str], words: str
) -> None:
    answer = client("3001").post(f"/inspection/step/{threat.inspection_id}", sent)
    assert answer.status_code == 409
    assert words in answer.content.decode()
    assert not StepDecision.objects.exists()


def test_a_corrected_step_gives_its_points_back(threat: FoundFault) -> None:
    """Two points for closing; the page shows who said so and why."""
    before = standing(threat.inspection).score.points
    sent = {"step": "close", "turn": "2", "reason": "有道别"}
    client("3001").post(f"/inspection/step/{threat.inspection_id}", sent)
    assert standing(threat.inspection).score.points == before + 2
    page = client("3001").get(f"/inspection/call/{threat.inspection_id}").content.decode()
    assert "质检3001: 第 2 句 · 有道别" in page
    assert client("1001").post(f"/inspection/step/{threat.inspection_id}", sent).status_code == 403
