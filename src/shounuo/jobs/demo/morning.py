"""The demo's own morning: a collector presses too early and too often, so that the gate has closed something.

One customer is reached twice and stands near the day's limit; one is pressed before eight; a contact
person while the customer can be reached; one just after asking not to be called.
"""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

from shounuo.records.actions.claim_next_case import claim_case
from shounuo.records.actions.contact_report import Report
from shounuo.records.actions.end_contact import end_contact
from shounuo.records.actions.open_contact import open_contact
from shounuo.records.actions.record_request import record_request
from shounuo.records.actions.release_case import release_case
from shounuo.records.models import Case, Contact, ContactPoint, Lender, Staff
from shounuo.rules.proposed import Channel

MINUTE = timedelta(minutes=1)
NOBODY = Report("no_answer", "NO_ANSWER", False, talk_seconds=0)
REACHED = Report("connected", "NO_MONEY", True, talk_seconds=95, reason="工资未发")


def press_too_eagerly(lender: Lender, staff: Staff, opening: datetime) -> int:
    """How many presses were blocked. `opening`: the minute at which calls open that day."""
    free = list(
        Case.objects.filter(lender=lender, state__in=["queued", "waiting"], held_reason="")
        .exclude(customer__in=Contact.objects.filter(opened_at__gte=opening).values("customer"))
        .order_by("-pk")
    )
    known = set(ContactPoint.objects.filter(role="third_party").values_list("customer", flat=True))
    tried = Counter(Contact.objects.values_list("customer", flat=True))
    # tried so seldom that nobody can call them lost
    reachable = (case for case in free if case.customer_id in known and tried[case.customer_id] < 3)
    other = next(reachable, None)
    rest = [case for case in free if case != other][:3]
    if other is None or len(rest) < 3:
        return 0
    early, asked, often = rest
    blocked = _press(staff, early, "customer", opening - 9 * MINUTE)
    for after in (12, 41):
        _press(staff, often, "customer", opening + after * MINUTE)
    blocked += _press(staff, other, "third_party", opening + 52 * MINUTE)
    record_request(
        case_id=asked.pk, kind="stop_calling", staff=staff, recorded_at=opening + 60 * MINUTE
    )
    return blocked + _press(staff, asked, "customer", opening + 64 * MINUTE)


def _press(staff: Staff, case: Case, role: str, at: datetime) -> bool:
    """One press on a number of that role; a call that is let through is answered. True: blocked."""
    point = ContactPoint.objects.filter(customer=case.customer_id, role=role).first()
    if point is None or claim_case(case_id=case.pk, staff=staff, recorded_at=at) is None:
        return False
    opened = open_contact(
        case_id=case.pk, point_id=point.pk, channel=Channel.CALL, staff=staff, recorded_at=at,
        request_key=f"demo-morning-{case.pk}-{at.isoformat()}",
    )  # fmt: skip
    if opened.contact is not None:
        end_contact(
            contact_id=opened.contact.pk, staff=staff, recorded_at=at + 2 * MINUTE,
            report=REACHED if role == "customer" else NOBODY,
        )  # fmt: skip
    release_case(case_id=case.pk, actor=staff, recorded_at=at + 3 * MINUTE, reason="done")
    return opened.contact is None
