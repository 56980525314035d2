"""Races and crashes, with real processes on both databases."""

from __future__ import annotations

import signal
from datetime import timedelta

import pytest

from machinery.databases import Database
from records.play import dial, play_a_call
from records.processes import results, soon, start
from records.world import NOON, account_row, make_world
from shounuo.records.actions.claim_next_case import claim_case, claim_next_case
from shounuo.records.actions.contact_report import Report
from shounuo.records.actions.end_contact import answer_contact, end_contact
from shounuo.records.actions.sweep_in_flight import sweep_in_flight
from shounuo.records.actions.take_accounts import take_accounts
from shounuo.records.models import Case, Contact, Event, Payment, Promise, PromiseVerdict
from shounuo.records.queries.evidence import check_everything

pytestmark = pytest.mark.races
MINUTE = timedelta(minutes=1)

DIAL = """
staff = Staff.objects.get(staff_no="1001")
case = Case.objects.get(pk=arguments["case"])
wait_for_the_others()
opened = dial(case, staff, NOON + timedelta(hours=3), arguments["key"])
done({"allowed": opened.contact is not None})
"""


def test_third_call_race(django_on_both: Database) -> None:
    """Two calls of today were connected; of several processes pressing at once, one gets the third."""
    world = make_world()
    case = claim_next_case(staff=world.anna, recorded_at=NOON)
    assert case is not None
    for number in range(2):
        at = NOON + number * 10 * MINUTE
        contact = dial(case, world.anna, at, f"earlier-{number}").contact
        assert contact is not None
        answer_contact(contact_id=contact.pk, staff=world.anna, recorded_at=at)
        end_contact(
            contact_id=contact.pk,
            staff=world.anna,
            recorded_at=at + MINUTE,
            report=Report("connected", "NO_MONEY", True, talk_seconds=50, reason="工资没发"),
        )
    Case.objects.filter(pk=case.pk).update(state="claimed", holder=world.anna)
    go = soon()
    running = [
        start(django_on_both, DIAL, case=case.pk, start=go, key=f"race-{n}") for n in range(4)
    ]
    answers = results(running)
    assert sorted(answer["allowed"] for answer in answers) == [False, False, False, True]
    assert Contact.objects.filter(state="in_flight").count() == 1
    assert check_everything().whole


def test_crashed_call_still_counts(django_on_both: Database) -> None:
    """A process killed right after the attempt began leaves it in flight, and it counts to the limit."""
    world = make_world()
    case = claim_next_case(staff=world.anna, recorded_at=NOON)
    assert case is not None
    crash = """
    staff = Staff.objects.get(staff_no="1001")
    opened = dial(Case.objects.get(pk=arguments["case"]), staff, NOON + timedelta(minutes=arguments["n"]), f"crash-{arguments['n']}")
    assert opened.contact is not None
    os.kill(os.getpid(), signal.SIGKILL)
    """
    for number in range(3):
        process = start(django_on_both, crash, case=case.pk, n=number)
        process.communicate(timeout=60)
        assert process.returncode == -signal.SIGKILL
    assert Contact.objects.filter(state="in_flight").count() == 3
    fourth = dial(case, world.anna, NOON + timedelta(hours=1), "fourth")
    assert fourth.contact is None
    assert sweep_in_flight(recorded_at=NOON + timedelta(hours=4)) == 3
    assert Contact.objects.filter(state="unknown").count() == 3
    assert dial(case, world.anna, NOON + timedelta(hours=5), "fifth").contact is None


PAY = """
from shounuo.records.actions.take_payments import PaymentRow, take_payments
lender = Lender.objects.get()
wait_for_the_others()
rows = [PaymentRow(n, f"{arguments['file']}-{n}", account_row(0).account_ref, 100_000, "CNY", date(2026, 11, 20)) for n in range(4)]
for row in rows + rows[:2]:
    taken = take_payments(lender=lender, source=arguments["file"], rows=[row], actor="feed", recorded_at=NOON + timedelta(hours=2))
done({"ok": True})
"""


def test_two_payment_files_race_one_account(django_on_both: Database) -> None:
    """Two files of 4 × 1,000.00 meet on one account: each row once, and 7,108.35 of 8,000.00 counted."""
    world = make_world()
    play_a_call(world)
    go = soon()
    results([start(django_on_both, PAY, file=name, start=go) for name in ("core", "gateway")])
    assert Payment.objects.count() == 8
    promise = Promise.objects.get()
    assert (promise.state, promise.kept_cents) == ("kept", 710_835)
    last = PromiseVerdict.objects.order_by("seq").last()
    assert last is not None
    assert sum(row["minor"] for row in last.inputs["payments"]) == 710_835
    assert check_everything().whole


TWO_CASES = """
from shounuo.records.actions.reassign_cases import reassign_cases
lead, to = Staff.objects.get(staff_no="2001"), Staff.objects.get(staff_no="1002")
wait_for_the_others()
for _ in range(25):
    reassign_cases(case_ids=arguments["cases"], to=to, actor=lead, recorded_at=NOON)
done({"ok": True})
"""


def test_two_case_actions_do_not_deadlock(django_on_both: Database) -> None:
    """Two processes move the same two cases named in opposite orders, fifty times, and both end."""
    world = make_world(2)
    ids, go = [case.pk for case in world.cases], soon()
    running = [
        start(django_on_both, TWO_CASES, cases=order, start=go) for order in (ids, ids[::-1])
    ]
    results(running)
    assert Event.objects.filter(kind="CaseReassigned").count() == 100
    assert check_everything().whole


CLAIM_ALL = """
from threading import Thread
from django.db import connection
from shounuo.records.actions.claim_next_case import claim_next_case
from shounuo.records.actions.release_case import put_back
from shounuo.records.actions._act import act
claimed = []
def work(staff_no):
    staff = Staff.objects.select_related("team").get(staff_no=staff_no)
    while True:
        case = claim_next_case(staff=staff, recorded_at=NOON)
        if case is None:
            break
        claimed.append(case.pk)
        Case.objects.filter(pk=case.pk).update(state="closed", closed_reason="test", holder=None)
    connection.close()
wait_for_the_others()
threads = [Thread(target=work, args=(no,)) for no in arguments["staff"]]
[t.start() for t in threads]
[t.join() for t in threads]
done({"claimed": claimed})
"""


def test_fifty_workers_claim_a_thousand_cases_once_each(django_on_both: Database) -> None:
    """Fifty collectors in five processes press next until nothing is left: no case twice, none lost."""
    world = make_world()
    from shounuo.records.models import Staff

    numbers = [f"3{n:03}" for n in range(50)]
    Staff.objects.bulk_create(
        Staff(staff_no=no, name=no, role="collector", team=world.team) for no in numbers
    )
    for start_at in range(1, 1000, 250):
        rows = [account_row(n) for n in range(start_at, min(start_at + 250, 1000))]
        take_accounts(lender=world.lender, rows=rows, actor="test", recorded_at=NOON)
    ids = set(Case.objects.values_list("pk", flat=True))
    assert len(ids) == 1000
    go = soon()
    running = [start(django_on_both, CLAIM_ALL, staff=numbers[n::5], start=go) for n in range(5)]
    claimed = [pk for answer in results(running, 280) for pk in answer["claimed"]]
    assert len(claimed) == len(set(claimed))
    assert set(claimed) == ids
    assert check_everything().whole


def test_a_claim_has_one_winner_by_name_too(django_on_both: Database) -> None:
    """A case brought to one collector is not given to another."""
    world = make_world()
    case_id = world.cases[0].pk
    first = claim_case(case_id=case_id, staff=world.anna, recorded_at=NOON)
    second = claim_case(case_id=case_id, staff=world.bao, recorded_at=NOON)
    assert first is not None
    assert second is None


def test_one_press_opens_one_contact(django_on_both: Database) -> None:
    """A double submit with the same key returns the first attempt, and ending it twice changes nothing."""
    world = make_world()
    case = claim_next_case(staff=world.anna, recorded_at=NOON)
    assert case is not None
    first, second = (dial(case, world.anna, NOON, "one-press").contact for _ in range(2))
    assert first is not None
    assert second is not None
    assert first.pk == second.pk
    report = Report("no_answer", "NO_ANSWER", False)
    for minute in (1, 2):
        end_contact(
            contact_id=first.pk, staff=world.anna, recorded_at=NOON + minute * MINUTE, report=report
        )
    assert Event.objects.filter(kind="ContactEnded").count() == 1
