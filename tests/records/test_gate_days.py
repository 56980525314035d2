"""Hostile days through the database: what the gate allowed, the naive auditor finds lawful."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest

from machinery.databases import Database
from records.world import World, account_row, make_world
from shounuo.kernel.errors import Refused
from shounuo.lab.auditor import Auditor, Day, Made
from shounuo.records.actions.attest_coverage import allot_quota, attest_coverage
from shounuo.records.actions.check_recording import check_recording
from shounuo.records.actions.claim_next_case import claim_next_case
from shounuo.records.actions.end_contact import Report, end_contact
from shounuo.records.actions.erase_person import erase_person
from shounuo.records.actions.open_contact import open_contact
from shounuo.records.actions.record_request import record_request
from shounuo.records.actions.take_accounts import PointRow, take_accounts
from shounuo.records.actions.take_other_contacts import (
    OtherContactRow,
    declare_other_coverage,
    take_other_contacts,
)
from shounuo.records.models import Case, Contact, ContactPoint, Flag, GateDecision, Lender, Staff
from shounuo.records.queries.facts import Asked
from shounuo.records.queries.gate import ask_gate
from shounuo.rules.counters import counters
from shounuo.rules.proposed import Channel

ON = date(2026, 11, 20)
MIDNIGHT = datetime(2026, 11, 19, 16, 0, tzinfo=UTC)  # 2026-11-20 00:00 in Beijing
EDGES = (0, 479, 480, 481, 540, 720, 900, 1314, 1315, 1316, 1319, 1320, 1439)
DAYS = {"sqlite": 100, "postgresql": 40}
OTHER = "恒信"


def points(number: int) -> tuple[PointRow, ...]:
    return (
        PointRow(f"1110000{number:04}", source="contract"),
        PointRow(f"1120000{number:04}", source="left_by_customer"),
        PointRow(f"1130000{number:04}", source="left_contact_informed", role="third_party"),
    )


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


def one_day(random: Random, world: World, case: Case) -> Day:
    """Two dates of presses on one customer; what happened is told to the auditor, whole."""
    numbers = list(ContactPoint.objects.filter(customer=case.customer_id).order_by("pk"))
    refused = None
    held = random.random() < 0.05
    if held:
        record_request(case_id=case.pk, kind="complains", staff=world.anna, recorded_at=MIDNIGHT)
    made = other_party(random, world, case, numbers)
    moments = sorted(
        MIDNIGHT
        + timedelta(days=random.random() < 0.5, minutes=random.choice(EDGES))
        + timedelta(seconds=random.choice((0, 1, 59)))
        for _ in range(random.randint(3, 9))
    )
    answers = random.choice((0.0, 0.4, 0.9))
    for at, moment in enumerate(moments):
        third = random.random() < 0.25
        point = numbers[2] if third else random.choice(numbers[:2])
        if third and refused is None and random.random() < 0.2:
            refused = moment
            record_request(
                case_id=case.pk,
                kind="third_party_refuses",
                by_role="third_party",
                point_id=point.pk,
                staff=world.anna,
                recorded_at=moment,
            )
        found = press(random, world, case, point, moment, answers, f"{case.pk}-{at}")
        made += [found] if found else []
    return Day(made, refused=refused, held=held)


def press(
    random: Random,
    world: World,
    case: Case,
    point: ContactPoint,
    moment: datetime,
    answers: float,
    key: str,
) -> Made | None:
    """One attempt, if the gate lets it; it may end told, or stay in flight with its end unknown."""
    Case.objects.filter(pk=case.pk).update(state="claimed", holder=world.anna)
    staff = Staff.objects.select_related("team").get(pk=world.anna.pk)
    opened = open_contact(
        case_id=case.pk,
        point_id=point.pk,
        channel=Channel.CALL if random.random() < 0.9 else Channel.TEXT,
        staff=staff,
        recorded_at=moment,
        request_key=key,
    )
    if opened.contact is None:
        return None
    voice, third = opened.contact.channel == "call", point.role == "third_party"
    connected = voice and random.random() < answers
    if voice and not third and random.random() < 0.6:
        report = Report("connected", "NO_MONEY", True, reason="没有钱")
        end_contact(
            contact_id=opened.contact.pk,
            staff=staff,
            recorded_at=moment + timedelta(minutes=1),
            report=report if connected else Report("no_answer", "NO_ANSWER", False),
        )
    person = "t1" if third else "c1"
    return Made(
        moment, person, point.value_hash, voice, connected, 5,
        ours=True, third_party=third, to_customer=not third,
    )  # fmt: skip


def other_party(
    random: Random, world: World, case: Case, numbers: list[ContactPoint]
) -> list[Made]:
    """The other party's calls of both dates, as its file told them."""
    made = []
    for at in range(random.choice((0, 0, 1, 2, 3))):
        moment = MIDNIGHT + timedelta(
            days=random.random() < 0.5, minutes=random.choice((480, 540, 600))
        )
        number, connected = random.choice(numbers[:2]), random.random() < 0.5
        row = OtherContactRow(
            row_no=at,
            ref=f"{case.pk}-{at}",
            customer_ref=case.customer.ref,
            organisation=OTHER,
            opened_at=moment,
            number=number.value,
            connected=connected,
        )
        told = take_other_contacts(
            lender=world.lender, rows=[row], actor="test", recorded_at=MIDNIGHT
        )
        assert told.new == 1
        made.append(Made(moment, "c1", number.value_hash, True, connected, 3))
    return made


def test_no_contact_the_gate_opened_is_called_unlawful(django_on_both: Database) -> None:
    """Over 100 hostile days on SQLite and 40 on PostgreSQL the auditor finds no fault of ours."""
    count, random, auditor = DAYS[django_on_both.kind], Random(20261120), Auditor(ON)
    world = people(count)
    cover(world)
    ours = third = 0
    for case in world.cases:
        day = one_day(random, world, case)
        assert auditor.unlawful(day) == []
        ours += sum(contact.ours for contact in day.contacts)
        third += sum(contact.third_party for contact in day.contacts)
    assert ours > count
    assert Contact.objects.count() == ours
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
