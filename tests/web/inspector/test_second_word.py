"""Where an appeal is possible another inspector's word needs it; one's own ends once the collector has seen it."""

from __future__ import annotations

import pytest
from django.http import HttpResponse

from records.world import World
from shounuo.records.models import Appeal, FoundFault, Transcript
from web.inspector.test_inspection import client
from web.inspector.test_inspection import read as read  # noqa: PLC0414 - the fixture


@pytest.fixture
def decided(read: World) -> FoundFault:
    """The threat, alone on the collector's call; 质检3001 accepted it."""
    found = FoundFault.objects.get(code="THREAT")
    found.inspection.faults.exclude(pk=found.pk).delete()
    assert say(found, "3001", "accept").status_code == 302
    return found


def say(fault: FoundFault, number: str, decision: str, language: str = "zh-hans") -> HttpResponse:
    inspector = client(number)
    inspector.cookies["django_language"] = language
    sent = {"decision": decision, "reason": "再听一遍", "code": "INSULT"}
    return inspector.post(f"/inspection/decide/{fault.pk}", sent)


def states(fault: FoundFault) -> tuple[str, int]:
    fault.refresh_from_db()
    return fault.state, fault.decisions.count()


@pytest.mark.parametrize("decision", ["accept", "reject", "change"])
@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh-hans", "质检3001 已判定这一条；催收员申诉后，才由另一位质检员再裁定"),
        ("en", "质检3001 has decided this one: another inspector decides it again only once the collector appeals"),
    ],
)  # fmt: skip
def test_without_an_appeal_another_inspector_is_refused(
    decided: FoundFault, decision: str, language: str, words: str
) -> None:
    """Whichever word it is; the page says who decided, and offers none of the keys."""
    answer = say(decided, "3002", decision, language)
    assert answer.status_code == 409
    assert words in answer.content.decode()
    assert states(decided) == ("accepted", 1)
    other = client("3002")
    other.cookies["django_language"] = language
    page = other.get(f"/inspection/call/{decided.inspection_id}").content.decode()
    assert words in page
    assert "data-press=" not in page


def test_whoever_decided_may_correct_it_until_the_collector_has_seen_it(
    decided: FoundFault,
) -> None:
    """Rejected after all, accepted again; then seen: refused, and the keys are gone from the own page, too."""
    assert say(decided, "3001", "reject").status_code == 302
    assert say(decided, "3001", "accept").status_code == 302
    assert states(decided) == ("accepted", 3)
    client("1001").post(f"/inspection/mine/{decided.pk}/seen")
    answer = say(decided, "3001", "reject")
    assert answer.status_code == 409
    assert "催收员已知悉你的判定，不能再改" in answer.content.decode()
    assert states(decided) == ("accepted", 3)
    page = client("3001").get(f"/inspection/call/{decided.inspection_id}").content.decode()
    assert "data-press=" not in page


def test_the_answer_to_an_appeal_is_its_second_inspectors_to_correct(decided: FoundFault) -> None:
    """Not the first one's; the appeal then carries the corrected word."""
    client("1001").post(f"/inspection/mine/{decided.pk}/appeal", {"words": "转述"})
    assert say(decided, "3002", "accept").status_code == 302
    assert say(decided, "3001", "reject").status_code == 409
    assert say(decided, "3002", "reject").status_code == 302
    assert states(decided) == ("rejected", 3)
    answer = Appeal.objects.get().decision
    assert answer is not None
    assert (answer.by.staff_no, answer.decision, answer.on_appeal) == ("3002", "reject", True)
    assert say(decided, "3002", "accept").status_code == 302
    assert states(decided) == ("accepted", 4)


def test_the_answer_to_an_appeal_of_a_seen_finding_is_seen_anew(decided: FoundFault) -> None:
    """What was seen first was the first inspector's word: the second may correct theirs until it is seen, too."""
    mine = client("1001")
    mine.post(f"/inspection/mine/{decided.pk}/seen")
    mine.post(f"/inspection/mine/{decided.pk}/appeal", {"words": "转述"})
    assert say(decided, "3001", "reject").status_code == 409
    assert say(decided, "3002", "reject").status_code == 302
    assert say(decided, "3002", "accept").status_code == 302
    page = mine.get("/inspection/mine").content.decode()
    assert f'action="/inspection/mine/{decided.pk}/seen"' in page
    mine.post(f"/inspection/mine/{decided.pk}/seen")
    page = mine.get("/inspection/mine").content.decode()
    assert f'action="/inspection/mine/{decided.pk}/seen"' not in page
    answer = say(decided, "3002", "reject")
    assert answer.status_code == 409
    assert "催收员已知悉你对申诉的裁定，为最终结论，不能再改" in answer.content.decode()
    assert "The collector has seen your answer to the appeal: it is final" in (
        say(decided, "3002", "reject", "en").content.decode()
    )
    assert states(decided) == ("accepted", 3)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh-hans", "申诉已由 质检3002 裁定，为最终结论"),
        ("en", "The appeal was decided by 质检3002: it is final"),
    ],
)
@pytest.mark.parametrize("decision", ["accept", "reject"])
def test_an_answered_appeal_is_said_to_be_final(
    decided: FoundFault, decision: str, language: str, words: str
) -> None:
    """Whichever way it went; there is one appeal a finding, so none is promised."""
    client("1001").post(f"/inspection/mine/{decided.pk}/appeal", {"words": "转述"})
    assert say(decided, "3002", decision).status_code == 302
    answer = say(decided, "3001", "change", language)
    assert answer.status_code == 409
    assert words in answer.content.decode()


def test_a_finding_wrongly_rejected_is_another_inspectors_to_put_right(decided: FoundFault) -> None:
    """Its collector cannot appeal it, so another's keys are there; accepted, it waits for the collector as any."""
    assert say(decided, "3001", "reject").status_code == 302
    page = client("3002").get(f"/inspection/call/{decided.inspection_id}").content.decode()
    assert 'data-press="A"' in page
    assert say(decided, "3002", "accept").status_code == 302
    assert states(decided) == ("accepted", 3)
    assert say(decided, "3001", "reject").status_code == 409


@pytest.mark.parametrize("decision", ["reject", "change"])
def test_on_a_call_of_no_known_collector_any_inspector_decides_again(
    decided: FoundFault, decision: str
) -> None:
    """Nobody is there to appeal."""
    Transcript.objects.filter(pk=decided.inspection.transcript_id).update(collector=None)
    assert say(decided, "3002", decision).status_code == 302
    assert states(decided)[1] == 2
