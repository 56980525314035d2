"""Random days of contacts through the product's own actions, with hostile timing, for the naive auditor.

Presses stand on the edges of the hours, calls end unknown, other parties' files come in between, third
parties refuse, complaints are open. What happened is told to the auditor whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from random import Random

from shounuo.lab.auditor import Auditor, Day, Made
from shounuo.records.actions.account_rows import AccountRow, PointRow
from shounuo.records.actions.check_recording import check_recording
from shounuo.records.actions.contact_report import Report
from shounuo.records.actions.end_contact import end_contact
from shounuo.records.actions.open_contact import open_contact
from shounuo.records.actions.open_lender import open_lender
from shounuo.records.actions.record_request import record_request
from shounuo.records.actions.take_accounts import take_accounts
from shounuo.records.actions.take_other_contacts import (
    OtherContactRow,
    declare_other_coverage,
    take_other_contacts,
)
from shounuo.records.models import Case, ContactPoint, Lender, Staff
from shounuo.rules.proposed import Channel

ON = date(2026, 11, 20)
MIDNIGHT = datetime(2026, 11, 19, 16, 0, tzinfo=UTC)  # 2026-11-20 00:00 in Beijing
EDGES = (0, 479, 480, 481, 540, 720, 900, 1314, 1315, 1316, 1319, 1320, 1439)  # minutes of the day
OTHER = "恒信"


@dataclass(frozen=True)
class Floor:
    """A lender, its collector and its lead, in a database of their own."""

    lender: Lender
    collector: Staff
    lead: Staff


@dataclass
class Judged:
    """How it went. `faults`: what the auditor calls unlawful, a line each."""

    days: int = 0
    ours: int = 0
    to_third_parties: int = 0
    blocked: int = 0
    faults: tuple[str, ...] = ()


def judge_days(count: int, seed: int) -> Judged:
    """Plays `count` customers' days in the database at hand, which must be empty, and judges each."""
    random, auditor, judged = Random(seed), Auditor(ON), Judged()
    floor = open_floor()
    for case in people(floor, count):
        day, blocked = one_day(random, floor, case)
        judged.days += 1
        judged.blocked += blocked
        judged.ours += sum(contact.ours for contact in day.contacts)
        judged.to_third_parties += sum(contact.third_party for contact in day.contacts)
        judged.faults += tuple(auditor.unlawful(day))
    return judged


def open_floor() -> Floor:
    """One lender under the pack `cn`; one other party reaches its customers, covered by its file."""
    settings = {
        "code": "hostile", "full_name": "试验银行",
        "contact_settings": {
            "collecting_parties": ["hostile", OTHER], "expected_call_seconds": 300,
            "recording_check_hours": 72,
        },
        "team": {"code": "hostile", "name": "试验组", "line": "1", "line_approved": True},
    }  # fmt: skip
    lender, made = open_lender(settings=settings, actor="lab", recorded_at=MIDNIGHT)
    if not made:
        raise RuntimeError("the days are played in an empty database only")
    team = lender.team_set.get()
    staff = [
        Staff.objects.create(staff_no=f"H{n}", name=f"H{n}", role=role, team=team)
        for n, role in enumerate(("collector", "lead"))
    ]
    check_recording(team_id=team.pk, works=True, staff=staff[1], recorded_at=MIDNIGHT)
    cover(lender)
    collector = Staff.objects.select_related("team").get(pk=staff[0].pk)
    return Floor(lender, collector, staff[1])


def cover(lender: Lender, through: datetime = MIDNIGHT + timedelta(days=3)) -> None:
    """The other party's file reaches that far."""
    declare_other_coverage(
        lender=lender, organisation=OTHER, covers_from=None, covers_through=through,
        evidence="import 1", actor="lab", recorded_at=MIDNIGHT,
    )  # fmt: skip


def points(number: int) -> tuple[PointRow, ...]:
    """Two numbers of the customer's and one of somebody else's."""
    return (
        PointRow(f"1110{number:07}", source="contract"),
        PointRow(f"1120{number:07}", source="left_by_customer"),
        PointRow(f"1130{number:07}", source="left_contact_informed", role="third_party"),
    )


def people(floor: Floor, count: int) -> list[Case]:
    """`count` customers twelve days late, each with a case."""
    figures = {"total_cents": 1_400_000, "past_due_cents": 710_835, "minimum_cents": 710_835,
               "statement_cents": 1_400_000, "days_past_due": 12}  # fmt: skip
    rows = [
        AccountRow(
            row_no=n, customer_ref=f"C{n:06}", account_ref=f"A{n:06}", as_of=ON, currency="CNY",
            figures=figures, zone="Asia/Shanghai", place="CN", points=points(n),
        )
        for n in range(count)
    ]  # fmt: skip
    take_accounts(lender=floor.lender, rows=rows, actor="lab", recorded_at=MIDNIGHT)
    return list(Case.objects.select_related("customer").order_by("pk"))


def one_day(random: Random, floor: Floor, case: Case) -> tuple[Day, int]:
    """Two dates of presses on one customer, and how many of them were blocked."""
    numbers = list(ContactPoint.objects.filter(customer=case.customer_id).order_by("pk"))
    refused, blocked = None, 0
    held = random.random() < 0.05
    if held:
        record_request(
            case_id=case.pk, kind="complains", staff=floor.collector, recorded_at=MIDNIGHT
        )
    made = _other_party(random, floor, case, numbers)
    lost = random.random() < 0.25
    answers = 0.0 if lost else random.choice((0.0, 0.4, 0.9))
    for at, (moment, third) in enumerate(_presses(random, lost)):
        point = numbers[2] if third else random.choice(numbers[:2])
        if third and refused is None and random.random() < 0.2:
            refused = moment
            record_request(
                case_id=case.pk, kind="third_party_refuses", by_role="third_party",
                point_id=point.pk, staff=floor.collector, recorded_at=moment,
            )  # fmt: skip
        found = _press(random, floor, case, point, moment, answers, f"{case.pk}-{at}")
        made += [found] if found else []
        blocked += found is None
    return Day(made, refused=refused, held=held), blocked


def _presses(random: Random, lost: bool) -> list[tuple[datetime, bool]]:
    """Moments and whether somebody else is called then, in order. `lost`: the customer is tried at
    least thrice on the first date, and others are called on the second.
    """
    first = [(MIDNIGHT + timedelta(hours=hour), False) for hour in (10, 11, 12)] if lost else []
    rest = [
        (_moment(random), random.random() < (0.6 if lost else 0.25))
        for _ in range(random.randint(3, 9))
    ]
    return _one_after_another(sorted(first + rest))


def _one_after_another(presses: list[tuple[datetime, bool]]) -> list[tuple[datetime, bool]]:
    """Presses of one instant, a microsecond apart: the person's lock lets them in one by one, and the
    auditor, who knows only times, must see which was first.
    """
    apart: list[tuple[datetime, bool]] = []
    for moment, third in presses:
        earliest = apart[-1][0] + timedelta(microseconds=1) if apart else moment
        apart.append((max(moment, earliest), third))
    return apart


def _moment(random: Random) -> datetime:
    whole = timedelta(days=random.random() < 0.5, minutes=random.choice(EDGES))
    return MIDNIGHT + whole + timedelta(seconds=random.choice((0, 1, 59)))


def _press(
    random: Random, floor: Floor, case: Case, point: ContactPoint, moment: datetime,
    answers: float, key: str,
) -> Made | None:  # fmt: skip
    """One attempt, if the gate lets it; it may end told, or stay in flight with its end unknown."""
    Case.objects.filter(pk=case.pk).update(state="claimed", holder=floor.collector)
    opened = open_contact(
        case_id=case.pk, point_id=point.pk, staff=floor.collector, recorded_at=moment,
        channel=Channel.CALL if random.random() < 0.9 else Channel.TEXT, request_key=key,
    )  # fmt: skip
    if opened.contact is None:
        return None
    voice, third = opened.contact.channel == "call", point.role == "third_party"
    connected = voice and random.random() < answers
    # Where nobody ever answers the switch says so; else some calls never report back.
    if voice and not third and random.random() < (0.6 if answers else 0.95):
        told = Report("connected", "NO_MONEY", True, reason="没有钱")
        end_contact(
            contact_id=opened.contact.pk, staff=floor.collector,
            recorded_at=moment + timedelta(minutes=1),
            report=told if connected else Report("no_answer", "NO_ANSWER", False),
        )  # fmt: skip
    return Made(
        moment, "t1" if third else "c1", point.value_hash, voice, connected, 5,
        ours=True, third_party=third, to_customer=not third,
    )  # fmt: skip


def _other_party(
    random: Random, floor: Floor, case: Case, numbers: list[ContactPoint]
) -> list[Made]:
    """The other party's calls of both dates, as its file told them."""
    made = []
    for at in range(random.choice((0, 0, 1, 2, 3))):
        minutes = random.choice((480, 540, 600))
        moment = MIDNIGHT + timedelta(days=random.random() < 0.5, minutes=minutes)
        number, connected = random.choice(numbers[:2]), random.random() < 0.5
        row = OtherContactRow(
            row_no=at, ref=f"{case.pk}-{at}", customer_ref=case.customer.ref, organisation=OTHER,
            opened_at=moment, number=number.value, connected=connected,
        )  # fmt: skip
        take_other_contacts(lender=floor.lender, rows=[row], actor="lab", recorded_at=MIDNIGHT)
        made.append(Made(moment, "c1", number.value_hash, True, connected, 3))
    return made
