"""One call and one promise in full for every case, through the desk's own actions."""

from __future__ import annotations

from datetime import timedelta

from shounuo.bench.people import open_floor
from shounuo.bench.portfolio_file import AS_OF, NOON
from shounuo.records.actions.claim_next_case import claim_next_case
from shounuo.records.actions.contact_report import Report
from shounuo.records.actions.end_contact import answer_contact, end_contact
from shounuo.records.actions.open_contact import open_contact
from shounuo.records.actions.record_promise import Agreed, record_promise
from shounuo.records.models import Case, ContactPoint, Staff
from shounuo.rules.proposed import Channel

MINUTE = timedelta(minutes=1)
CONFIRMED = {"lender": True, "amount": True, "date": True, "method": True}


def promise_all() -> int:
    """A promise for each case, one collector a case; how many were made."""
    made = 0
    for staff in open_floor(Case.objects.count()):
        case = claim_next_case(staff=staff, recorded_at=NOON)
        if case is not None:
            _promise(case, staff)
            made += 1
    return made


def _promise(case: Case, staff: Staff) -> None:
    point = ContactPoint.objects.get(customer=case.customer_id)
    opened = open_contact(
        case_id=case.pk,
        point_id=point.pk,
        channel=Channel.CALL,
        staff=staff,
        recorded_at=NOON,
        request_key=f"bench-{case.pk}",
    )
    if opened.contact is None:
        raise RuntimeError("the gate let no call through: there is nothing to measure")
    answer_contact(contact_id=opened.contact.pk, staff=staff, recorded_at=NOON)
    agreed = Agreed(
        basis="pd",
        needed_cents=case.pd_cents,
        asked_cents=case.pd_cents,
        due_by=AS_OF,
        method="app",
        confirmation=CONFIRMED,
    )
    record_promise(
        case_id=case.pk,
        contact_id=opened.contact.pk,
        agreed=agreed,
        staff=staff,
        recorded_at=NOON + MINUTE,
    )
    report = Report("connected", "PTP", True, talk_seconds=60)
    end_contact(
        contact_id=opened.contact.pk, staff=staff, recorded_at=NOON + 2 * MINUTE, report=report
    )
