"""kill -9 inside an action leaves nothing half-written: not a row, not an event."""

from __future__ import annotations

import hashlib
import signal
from datetime import timedelta

import pytest
from django.apps import apps

from machinery.databases import Database
from records.play import dial, play_a_call
from records.processes import start
from records.world import NOON, make_world
from shounuo.records.actions.claim_next_case import claim_next_case
from shounuo.records.actions.seal_day import seal_day
from shounuo.records.queries.evidence import check_everything

# Each action as it is called; `case`, `staff`, `lead`, `lender`, `contact` and `promise` are ready.
ACTIONS = {
    "claim": "from shounuo.records.actions.claim_next_case import claim_next_case as f; f(staff=other, recorded_at=at)",
    "release": "from shounuo.records.actions.release_case import release_case as f; f(case_id=case.pk, actor=staff, recorded_at=at, reason='done')",
    "open_contact": "dial(case, staff, at, 'killed')",
    "answer": "from shounuo.records.actions.end_contact import answer_contact as f; f(contact_id=contact.pk, staff=staff, recorded_at=at)",
    "end_contact": "from shounuo.records.actions.end_contact import Report, end_contact as f; f(contact_id=contact.pk, staff=staff, recorded_at=at, report=Report('connected', 'DISPUTE', True, reason='没有消费过', given={'disputed_amount': '300.00'}))",
    "record_promise": "from shounuo.records.actions.record_promise import record_promise as f; f(case_id=case.pk, contact_id=contact.pk, agreed=agreed(late_reason='salary'), staff=staff, recorded_at=at)",
    "end_promise": "from shounuo.records.actions.record_promise import end_promise as f; f(promise_id=promise.pk, staff=staff, recorded_at=at, reason='replaced')",
    "take_payments": "from shounuo.records.actions.take_payments import PaymentRow, take_payments as f; f(lender=lender, source='core', rows=[PaymentRow(2, 'K', account_row(0).account_ref, 710_835, 'CNY', date(2026, 11, 20))], actor='feed', recorded_at=at)",
    "take_accounts": "from shounuo.records.actions.take_accounts import take_accounts as f; f(lender=lender, rows=[account_row(n) for n in range(2, 6)], actor='feed', recorded_at=at)",
    "raise_flag": "from shounuo.records.actions.raise_flag import raise_flag as f; f(customer_id=case.customer_id, kind='complaint_hold', actor=staff, recorded_at=at)",
    "record_request": "from shounuo.records.actions.record_request import record_request as f; f(case_id=case.pk, kind='stop_all', staff=staff, recorded_at=at)",
    "reassign": "from shounuo.records.actions.reassign_cases import reassign_cases as f; f(case_ids=[case.pk], to=other, actor=lead, recorded_at=at)",
    "erase": "from shounuo.records.actions.erase_person import erase_person as f; f(customer_id=Customer.objects.exclude(pk=case.customer_id).get().pk, actor=lead, recorded_at=at, ground='request')",
    "set_flag": "from shounuo.records.actions.set_flag import set_flag as f; f(case_id=case.pk, kind='deceased', staff=lead, recorded_at=at, why='letter')",
    "finish_follow_up": "from shounuo.records.actions.finish_follow_up import finish_follow_up as f; f(follow_up_id=FollowUp.objects.filter(done_at=None).first().pk, staff=staff, recorded_at=at)",
    "seal_day": "from shounuo.records.actions.seal_day import seal_day as f; f(day=date(2026, 11, 21), recorded_at=at)",
}

PROGRAM = """
from shounuo.records.actions import _act
whole = _act.Writing._append
def killed(self):
    if arguments["when"] == "before the events":
        os.kill(os.getpid(), signal.SIGKILL)
    whole(self)
    os.kill(os.getpid(), signal.SIGKILL)
_act.Writing._append = killed
lender = Lender.objects.get()
staff, other, lead = (Staff.objects.get(staff_no=no) for no in ("1001", "1002", "2001"))
contact = Contact.objects.get(state="in_flight")
case, promise = contact.case, Promise.objects.get()
at = NOON + timedelta(minutes=30)
exec(arguments["act"])
"""


def picture() -> str:
    """A hash over every row of every table of the product."""
    digest = hashlib.sha256()
    for model in sorted(apps.get_app_config("records").get_models(), key=lambda m: m.__name__):
        for row in model.objects.order_by("pk").values_list():
            digest.update(repr((model.__name__, row)).encode())
    return digest.hexdigest()


@pytest.mark.races
@pytest.mark.parametrize("name", ACTIONS)
def test_kill_inside_an_action_leaves_nothing_half_written(
    name: str, django_on_both: Database
) -> None:
    """Killed before its events or just before its commit, the action never was."""
    world = make_world(2)
    play_a_call(world)
    world.cases[0].refresh_from_db()
    claim_next_case(staff=world.anna, recorded_at=NOON + timedelta(minutes=10))
    held = dial(world.case(0), world.anna, NOON + timedelta(minutes=20), "held")
    assert held.contact is not None
    seal_day(day=NOON.date(), recorded_at=NOON + timedelta(minutes=25))
    before = picture()
    for when in ("before the events", "before the commit"):
        process = start(django_on_both, PROGRAM, act=ACTIONS[name], when=when)
        _, err = process.communicate(timeout=60)
        assert process.returncode == -signal.SIGKILL, err
        assert picture() == before
    assert check_everything().whole
