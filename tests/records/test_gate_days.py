"""Hostile days through the database: what the gate allowed, the naive auditor finds lawful."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from machinery.databases import Database
from records.world import World, account_row, make_world
from shounuo.jobs.hostile_days import MIDNIGHT, OTHER, judge_days, points
from shounuo.kernel.errors import Refused
from shounuo.records.actions.attest_coverage import allot_quota, attest_coverage
from shounuo.records.actions.check_recording import check_recording
from shounuo.records.actions.claim_next_case import claim_next_case
from shounuo.records.actions.contact_report import Report
from shounuo.records.actions.end_contact import end_contact
from shounuo.records.actions.erase_person import erase_person
from shounuo.records.actions.open_contact import open_contact
from shounuo.records.actions.record_request import record_request
from shounuo.records.actions.take_accounts import take_accounts
from shounuo.records.actions.take_other_contacts import (
    declare_other_coverage,
)
from shounuo.records.models import Case, Contact, ContactPoint, Flag, GateDecision, Lender
from shounuo.records.queries.asked import Asked
from shounuo.records.queries.gate import ask_gate
from shounuo.rules.counters import counters
from shounuo.rules.proposed import Channel

DAYS = {"sqlite": 100, "postgresql": 40}


def people(count: int) -> World:
    """`count` customers with two numbers and a contact each; one other party, covered by its file."""
    world = make_world(0)
    settings = {"collecting_parties": ["jianghai", OTHER], "expected_call_seconds": 300}
    settings["recording_check_hours"] = 72
    Lender.objects.update(contact_settings=settings)
    rows = [account_row(n, points=points(n)) for n in range(count)]
    take_accounts(lender=world.lender, rows=rows, actor="test", recorded_at=MIDNIGHT)
    world.cases = list(Case.objects.order_by("pk"))
    check_recording(team_id=world.team.pk, works=True, staff=world.lead, recorded_at=MIDNIGHT)
    world.anna.refresh_from_db()
    return world


def test_no_contact_the_gate_opened_is_called_unlawful(django_on_both: Database) -> None:
    """Over 100 hostile days on SQLite and 40 on PostgreSQL the auditor finds no fault of ours."""
    count = DAYS[django_on_both.kind]
    judged = judge_days(count, seed=20261120)
    assert judged.faults == ()
    assert judged.ours == Contact.objects.count() > count
    assert judged.blocked > count
    assert judged.to_third_parties > 0
    assert Flag.objects.filter(kind="complaint_hold").exists()


def cover(world: World, through: datetime = MIDNIGHT + timedelta(days=3)) -> None:
    """The other party's file reaches that far."""
    declare_other_coverage(
        lender=world.lender,
        organisation=OTHER,
        covers_from=None,
        covers_through=through,
        evidence="import 1",
        actor="test",
        recorded_at=MIDNIGHT,
    )


NOON = MIDNIGHT + timedelta(hours=12)


def call(world: World, at: datetime = NOON):
    Case.objects.update(state="claimed", holder=world.anna)
    point = ContactPoint.objects.filter(role="customer").order_by("pk")[0]
    return open_contact(
        case_id=world.cases[0].pk,
        point_id=point.pk,
        channel=Channel.CALL,
        staff=world.anna,
        recorded_at=at,
        request_key=at.isoformat(),
    )


def attest(world: World, evidence: str) -> None:
    """The lender's word that the other party makes no contact that day."""
    attest_coverage(
        lender_id=world.lender.pk,
        organisation=OTHER,
        covers_from=MIDNIGHT,
        covers_through=NOON + timedelta(days=1),
        evidence=evidence,
        actor="compliance",
        recorded_at=MIDNIGHT,
    )


@pytest.mark.parametrize("gap", ["nobody said who", "nothing", "stale file", "no evidence"])
def test_missing_contact_coverage_never_allows(django_on_both: Database, gap: str) -> None:
    """While another party's day is unknown no call is opened, whatever is missing."""
    world = people(1)
    if gap == "nobody said who":
        cover(world)
        Lender.objects.update(contact_settings={})
    elif gap == "stale file":
        cover(world, NOON - timedelta(minutes=1))
    elif gap == "no evidence":
        with pytest.raises(Refused):
            attest(world, " ")
    opened = call(world)
    assert opened.contact is None
    assert "contacts_of_others_covered" in {r.check for r in opened.reach.verdict.blocking}


def test_an_attestation_opens_and_is_shown_as_such(django_on_both: Database) -> None:
    """On the lender's written word the call is opened, and its verdict says what it rests on."""
    world = people(1)
    attest(world, "函-2026-118")
    opened = call(world)
    assert opened.contact is not None, opened.reach.as_json()
    rests = [r for r in opened.reach.verdict.reasons if r.check == "contacts_of_others_covered"]
    assert [(r.say, dict(r.facts)["organisation"]) for r in rests] == [("attested", OTHER)]


def test_an_allotted_share_is_the_limit(django_on_both: Database) -> None:
    """With one connected call of the day's three allotted, our second call is closed."""
    world = people(1)
    allot_quota(
        lender_id=world.lender.pk,
        organisation="jianghai",
        connected=1,
        attempts=2,
        covers_from=MIDNIGHT,
        covers_through=NOON + timedelta(days=1),
        evidence="额度-11",
        actor="compliance",
        recorded_at=MIDNIGHT,
    )
    end(world, call(world), NOON, "connected", "NO_MONEY")
    second = call(world, NOON + timedelta(minutes=10))
    assert [r.say for r in second.reach.verdict.blocking] == ["share"]


def end(world: World, opened, at: datetime, outcome: str, code: str) -> None:
    """The switch's own word on how the call ended."""
    assert opened.contact is not None, opened.reach.as_json()
    end_contact(
        contact_id=opened.contact.pk,
        staff=world.anna,
        recorded_at=at + timedelta(minutes=1),
        report=Report(outcome, code, outcome == "connected", reason="没有钱"),
    )


@pytest.mark.parametrize(
    ("outcome", "code", "connected", "tried"),
    [
        ("dead_number", "DEAD_NUMBER", 0, 1),  # 空号
        ("suspended", "SUSPENDED", 0, 1),  # 停机
        ("powered_off", "POWERED_OFF", 0, 1),  # 关机
        ("rejected", "REJECTED", 0, 1),  # 拒接
        ("assistant", "ASSISTANT", 1, 0),  # 来电助手: it picked up
    ],
)
def test_what_the_switch_said_decides_the_counter(
    django_on_both: Database, outcome: str, code: str, connected: int, tried: int
) -> None:
    """空号, 停机, 关机 and 拒接 are tries on the number; an assistant's pickup is a connected call."""
    world = people(1)
    cover(world)
    end(world, call(world), NOON, outcome, code)
    used = counters(call(world, NOON + timedelta(minutes=5)).reach.facts)
    assert [one.used for one in used] == [connected, tried]


def test_a_call_in_flight_counts_in_both(django_on_both: Database) -> None:
    """Three calls that never reported back close the day's connected calls."""
    world = people(1)
    cover(world)
    for number in range(3):
        assert call(world, NOON + timedelta(minutes=number)).contact is not None
    fourth = call(world, NOON + timedelta(minutes=9))
    assert [one.used for one in counters(fourth.reach.facts)] == [3, 3]
    assert {r.check for r in fourth.reach.verdict.blocking} == {"connected_calls_stay_within_day"}


def test_the_next_case_is_one_the_gate_lets_through(django_on_both: Database) -> None:
    """The first case may not be called: it is put aside with its reason, and the second is handed out."""
    world = people(2)
    cover(world)
    record_request(
        case_id=world.cases[0].pk, kind="stop_calling", staff=world.anna, recorded_at=MIDNIGHT
    )
    got = claim_next_case(staff=world.anna, recorded_at=NOON)
    assert got is not None
    assert got.pk == world.cases[1].pk
    aside = Case.objects.get(pk=world.cases[0].pk)
    assert aside.state == "queued"
    assert aside.blocked_until is not None
    assert aside.blocked_until > NOON
    told = GateDecision.objects.get(case=aside)
    assert (told.asked_by, told.outcome) == ("next_case", "deny")
    assert told.verdict["reasons"][0]["check"] == "request_to_be_left_alone_kept"


def test_erased_person_never_contactable(django_on_both: Database) -> None:
    """After erasure no channel to any point passes the gate, and the case can be dialled by nobody."""
    world = people(1)
    cover(world)
    erase_person(
        customer_id=world.cases[0].customer_id,
        actor="compliance",
        recorded_at=MIDNIGHT,
        ground="request",
    )
    case = Case.objects.select_related("customer", "lender", "team").get()
    channels = [Channel.CALL, Channel.TEXT, Channel.EMAIL, Channel.MAIL, Channel.VISIT]
    asked = [
        Asked(case, point, channel, world.anna, world.team)
        for point in ContactPoint.objects.all()
        for channel in channels
    ]
    for reach in ask_gate(asked, NOON):
        assert "erased_person_not_contacted" in {r.check for r in reach.verdict.blocking}
    assert call(world).contact is None
