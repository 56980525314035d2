"""From a call's words to an accepted finding, an appeal, a second inspector."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client

from machinery.databases import Database
from records.play import play_a_call
from records.world import NOON, World, make_world
from shounuo.feeds.take_transcripts import take_files
from shounuo.jobs import inspect_calls
from shounuo.records.models import Contact, FollowUp, FoundFault, Inspection, Staff, Transcript
from shounuo.records.queries.board import board
from shounuo.records.queries.inspection import coaching_list, to_inspect
from shounuo.records.queries.labelled_calls import labelled_calls
from web.inspector.calls import BAD, GOOD, THREAT, call


@pytest.fixture
def read(django_on_both: Database, tmp_path: Path) -> World:
    """A world in which the collector's call was written down, with a calm call of another floor."""
    world = make_world()
    play_a_call(world)
    contact = Contact.objects.get()
    path = tmp_path / "calls.jsonl"
    lines = [call("calm", GOOD), call(f"contact-{contact.pk}", BAD), "{broken", '{"id": "x"}']
    path.write_text("\n".join(lines), encoding="utf-8")
    taken, problems = take_files([path], now=NOON)
    assert (taken, len(problems)) == (2, 2)
    assert inspect_calls.run(NOON) == 2
    for number, role in [("3001", "inspector"), ("3002", "inspector")]:
        Staff.objects.create(staff_no=number, name=f"质检{number}", role=role)
    return world


def client(number: str) -> Client:
    found = Client()
    found.force_login(Staff.objects.get(staff_no=number))
    return found


def test_the_worst_call_stands_first_and_its_words_are_sealed(read: World) -> None:
    """The call with the threat precedes the calm one; its customer's complaint became a task."""
    first = to_inspect().first()
    assert first is not None
    assert first.transcript.ref.startswith("contact-")
    assert "THREAT" in first.faults.values_list("code", flat=True)
    assert FollowUp.objects.filter(kind="heard_complaint").exists()
    assert first.transcript.collector == read.anna


def test_reading_again_adds_nothing(read: World) -> None:
    """The same engine and card read a call once; importing it again changes nothing."""
    assert inspect_calls.run(NOON) == 0
    assert inspect_calls.read_again(NOON) == 0
    assert Inspection.objects.count() == Transcript.objects.count() == 2


def test_an_accepted_finding_stands_beside_the_cash(read: World) -> None:
    """The board counts a finding for its collector once it is accepted and the call gone through, not before."""
    day = NOON.date()

    def figures() -> tuple[int, int]:
        line = next(one for one in board(read.team, day, day).collectors if one.name == "张敏")
        return line.faults, line.inspected

    assert figures() == (0, 0)
    fault = FoundFault.objects.get(code="THREAT")
    inspector = client("3001")
    for one in fault.inspection.faults.exclude(pk=fault.pk):
        inspector.post(f"/inspection/decide/{one.pk}", {"decision": "reject", "reason": "无"})
    inspector.post(f"/inspection/decide/{fault.pk}", {"decision": "accept"})
    assert figures() == (1, 1)


def test_nothing_reaches_the_collector_before_an_inspector_accepts(read: World) -> None:
    """Accepting shows it to the collector, who appeals; only another inspector may then decide."""
    fault = FoundFault.objects.get(code="THREAT")
    mine = client("1001")
    assert THREAT[:8] not in mine.get("/inspection/mine").content.decode()
    inspector = client("3001")
    page = inspector.get(f"/inspection/call/{fault.inspection_id}").content.decode()
    assert f'data-fault="{fault.pk}"' in page
    inspector.post(f"/inspection/decide/{fault.pk}", {"decision": "accept"})
    assert fault.quote in mine.get("/inspection/mine").content.decode()
    mine.post(f"/inspection/mine/{fault.pk}/appeal", {"words": "我只是转述客户的话"})
    again = inspector.post(
        f"/inspection/decide/{fault.pk}", {"decision": "reject", "reason": "再听一遍"}
    )
    assert again.status_code == 409
    second = client("3002")
    second.post(f"/inspection/decide/{fault.pk}", {"decision": "reject", "reason": "引用"})
    fault.refresh_from_db()
    assert fault.state == "rejected"
    assert fault.decisions.count() == 2
    labelled = {one["id"]: one for one in labelled_calls()}
    assert all(
        found["code"] != "THREAT" for one in labelled.values() for found in one["gold"]["findings"]
    )
    told = mine.get("/inspection/mine").content.decode()
    assert "第二位质检员" in told
    assert "引用" in told


def test_the_collector_opens_their_own_call_once_an_inspector_has_spoken(read: World) -> None:
    """Not before; not another's; not one that is nobody's. No score while findings are open."""
    fault = FoundFault.objects.get(code="THREAT")
    own = f"/inspection/call/{fault.inspection_id}"
    nobodys = Inspection.objects.get(transcript__ref="calm")
    assert client("1001").get(own).status_code == 403
    client("3001").post(f"/inspection/decide/{fault.pk}", {"decision": "accept"})
    page = client("1001").get(own)
    assert page.status_code == 200
    assert fault.quote in page.content.decode()
    assert fault.inspection.summary_zh not in page.content.decode()
    assert client("1002").get(own).status_code == 403
    client("3001").post(f"/inspection/close/{nobodys.pk}")
    assert client("1001").get(f"/inspection/call/{nobodys.pk}").status_code == 403


def test_rejecting_needs_a_reason_and_a_collector_decides_nothing(read: World) -> None:
    """An inspector without a reason is refused; a collector never reaches the act."""
    fault = FoundFault.objects.get(code="THREAT")
    refused = client("3001").post(f"/inspection/decide/{fault.pk}", {"decision": "reject"})
    page = refused.content.decode()
    assert refused.status_code == 409
    assert 'role="alert">威胁恐吓 · 判为不成立或改判需要理由' in page
    assert f'data-fault="{fault.pk}"' in page
    assert f"finding {fault.pk}" not in page
    assert '<input name="reason" required' in page
    assert "驳回" not in page
    fault.refresh_from_db()
    assert fault.state == "open"
    refused = client("1001").post(f"/inspection/decide/{fault.pk}", {"decision": "accept"})
    assert refused.status_code == 403
    assert coaching_list(NOON) == []


def test_an_inspector_adds_what_was_missed(read: World) -> None:
    """A finding by hand lights the words it names and stands in the exported set once the call is done."""
    inspection = Inspection.objects.get(transcript__ref="calm")
    client("3001").post(
        f"/inspection/add/{inspection.pk}",
        {"code": "RUDE_TONE", "turn": "4", "quote": "再见", "reason": "语气生硬"},
    )
    fault = FoundFault.objects.get(code="RUDE_TONE", source="person")
    assert (fault.quote, fault.state) == ("再见", "accepted")
    assert client("3001").post(f"/inspection/close/{inspection.pk}").status_code == 302
    exported = client("3001").get("/inspection/labelled.jsonl").content.decode()
    assert '"RUDE_TONE"' in exported


def test_the_figures_tell_what_the_order_is_worth(read: World) -> None:
    """Both calls heard, one threat accepted: 19 and 24 seconds, the first tenth of them all in the threatening call.

    Minutes: the threat's call counts the least time, 20 s, the calm one 24 s; one fault in 20 s is 3 a minute, one in
    44 s is 1.36: 2.2 times.
    """
    fault = FoundFault.objects.get(code="THREAT")
    FoundFault.objects.exclude(pk=fault.pk).delete()
    fault.state = "accepted"
    fault.save()
    Inspection.objects.update(done_at=NOON)
    inspector = client("3001")
    assert "2.2" in inspector.get("/inspection/figures").content.decode()


def test_the_law_assumed_of_an_imported_call_is_told_on_its_page(
    read: World, tmp_path: Path
) -> None:
    """Two English texts that belong to no attempt: one without a word of its law, one told to be under Chinese law."""
    words = "Agent: Pay today or I will come to your house and break your legs.\nCustomer: No.\n"
    pages = {}
    for name, known in (("assumed", {}), ("told", {"jurisdiction": "CN"})):
        path = tmp_path / f"{name}.txt"
        path.write_text(words, encoding="utf-8")
        assert take_files([path], now=NOON, known=known) == (1, [])
        inspect_calls.run(NOON)
        inspection = Inspection.objects.get(transcript__ref=name)
        pages[name] = client("3001").get(f"/inspection/call/{inspection.pk}").content.decode()
    assert "假定为美国" in pages["assumed"]
    assert "12 CFR 1006.14(a), (b)" in pages["assumed"]
    assert "信用卡办法" not in pages["assumed"]
    assert "假定为" not in pages["told"]
    assert "信用卡办法 68" in pages["told"]
