"""A call is done when its grave findings are decided; the next one in the queue follows."""

from __future__ import annotations

import pytest

from records.world import NOON, World
from shounuo.records.models import Event, FoundFault, Inspection, Staff
from shounuo.settings import clock
from web.inspector.test_inspection import client
from web.inspector.test_inspection import read as read  # noqa: PLC0414 - the fixture


@pytest.fixture
def threatening(read: World) -> Inspection:
    """The call with one critical, one major and one minor finding, none of them decided."""
    threat = FoundFault.objects.get(code="THREAT")
    inspection = threat.inspection
    inspection.faults.exclude(pk=threat.pk).delete()
    for code, severity in [("FALSE_AMOUNT", "major"), ("FILLERS", "minor")]:
        threat.pk, threat.code, threat.severity = None, code, severity
        threat.save()
    return inspection


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh-hans", "还有 2 项严重或重大问题未裁定"),
        ("en", "Critical or major findings still undecided: 2."),
    ],
)
def test_a_call_with_grave_findings_undecided_stays(
    threatening: Inspection, language: str, words: str
) -> None:
    """The page says how many wait, in the reader's language, and the call keeps its place."""
    inspector = client("3001")
    inspector.cookies["django_language"] = language
    answer = inspector.post(f"/inspection/close/{threatening.pk}")
    assert answer.status_code == 409
    assert words in answer.content.decode()
    assert 'id="undecided"' in inspector.get(f"/inspection/call/{threatening.pk}").content.decode()
    threatening.refresh_from_db()
    assert threatening.done_at is None


def test_with_only_minor_ones_open_the_next_call_follows(threatening: Inspection) -> None:
    """Grave ones decided, a minor one open: closed, on to the calm call; after that to the queue."""
    inspector = client("3001")
    for fault in threatening.faults.exclude(severity="minor"):
        inspector.post(f"/inspection/decide/{fault.pk}", {"decision": "accept"})
    threatening.refresh_from_db()
    assert threatening.done_at is None
    calm = Inspection.objects.get(transcript__ref="calm")
    answer = inspector.post(f"/inspection/close/{threatening.pk}")
    assert answer["Location"] == f"/inspection/call/{calm.pk}"
    threatening.refresh_from_db()
    assert threatening.done_at is not None
    assert inspector.post(f"/inspection/close/{calm.pk}")["Location"] == "/inspection/"


def test_after_the_last_of_the_queue_comes_what_was_passed_over(threatening: Inspection) -> None:
    """The calm call stands last; closing it leads back to the threatening one."""
    calm = Inspection.objects.get(transcript__ref="calm")
    answer = client("3001").post(f"/inspection/close/{calm.pk}")
    assert answer["Location"] == f"/inspection/call/{threatening.pk}"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh-hans", "质检已完成：质检{number}，2026-11-20 12:00。"),
        ("en", "Inspection done: 质检{number}, 2026-11-20 12:00."),
    ],
)
@pytest.mark.parametrize(("ref", "number"), [("calm", "3001"), ("contact-", "3002")])
def test_a_finished_call_says_who_finished_it_and_when(
    read: World, ref: str, number: str, language: str, words: str
) -> None:
    """By closing and by the last decision; to every inspector and to its collector; a later D changes nothing."""
    inspection = Inspection.objects.get(transcript__ref__startswith=ref)
    address = f"/inspection/call/{inspection.pk}"
    assert 'id="done"' not in client("3001").get(address).content.decode()
    with clock.held_at(NOON):
        for fault in inspection.faults.all():
            client(number).post(f"/inspection/decide/{fault.pk}", {"decision": "accept"})
        if ref == "calm":
            client(number).post(f"/inspection/close/{inspection.pk}")
    client("3002").post(f"/inspection/close/{inspection.pk}")
    for reader in ["3001", "3002"] + ["1001"] * (ref != "calm"):
        browser = client(reader)
        browser.cookies["django_language"] = language
        page = browser.get(address).content.decode()
        assert words.format(number=number) in page.split('id="done"')[1].split("</p>")[0]


def test_adding_a_finding_finishes_no_call(read: World) -> None:
    """The engine found nothing; two are added, one is put right, and the call stays until D, which is on record."""
    calm = Inspection.objects.get(transcript__ref="calm")
    calm.faults.all().delete()
    inspector = client("3001")
    for quote in ("好的", "再见"):
        told = {"code": "RUDE_TONE", "turn": "4", "quote": quote, "reason": "语气生硬"}
        assert inspector.post(f"/inspection/add/{calm.pk}", told).status_code == 302
    added = calm.faults.latest("pk")
    sent = {"decision": "reject", "reason": "再听一遍"}
    assert inspector.post(f"/inspection/decide/{added.pk}", sent).status_code == 302
    calm.refresh_from_db()
    assert calm.done_at is None
    inspector.post(f"/inspection/close/{calm.pk}")
    calm.refresh_from_db()
    assert calm.done_by == Staff.objects.get(staff_no="3001")
    closed = Event.objects.filter(kind="InspectionClosed")
    assert [one.payload["inspection"] for one in closed] == [calm.pk]
