"""What a code or a promise sets in motion: flags, tasks in an inbox, when and to whom the case returns."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from shounuo.domain.disposition.catalogue import Code, Disposition, ReturnsTo, catalogue
from shounuo.domain.disposition.task_outcomes import task_ends
from shounuo.domain.promise.terms import Promise as Terms
from shounuo.records.actions._act import Writing
from shounuo.records.actions._hold import resting_state
from shounuo.records.actions._locks import lock_case
from shounuo.records.actions.raise_flag import flag_within
from shounuo.records.models import Case, Contact, ContactPoint, FollowUp, Promise
from shounuo.records.queries.book import settlement_policy, terms_of

MORNING = time(9, 0)
STATUS_AFTER = {"DEAD_NUMBER": "dead", "WRONG_PERSON": "wrong", "SUSPENDED": "suspended"}


def carry_out(
    writing: Writing, contact: Contact, disposition: str, *, return_at: datetime | None
) -> None:
    """Everything the code triggers, inside the open action that ends the contact."""
    row = catalogue()[Code(disposition)]
    case = contact.case
    for kind in row.flags:
        details = {"contact": contact.pk, "point": contact.point_id}
        flag_within(writing, case.customer_id, kind, source="call", details=details)
    for task in row.tasks:
        due = writing.recorded_at + timedelta(days=task_ends()[task].answer_days)
        add_follow_up(writing, case, task, due, contact=contact, row=row)
    _mark_number(writing, contact, row)
    case.refresh_from_db()
    _send_back(writing, case, row, return_at, contact)


def add_follow_up(
    writing: Writing,
    case: Case,
    kind: str,
    due_at: datetime,
    *,
    contact: Contact | None = None,
    promise: Promise | None = None,
    row: Disposition | None = None,
) -> FollowUp:
    """Puts a task into the inbox of whoever has to see to it; the same task once a contact."""
    mine = row is None or row.returns_to is ReturnsTo.SAME
    follow_up, new = FollowUp.objects.get_or_create(
        case=case,
        kind=kind,
        contact=contact,
        promise=promise,
        done_at=None,
        defaults={
            "staff": writing.staff if mine else None,
            "team": case.team,
            "due_at": due_at,
            "created_at": writing.recorded_at,
            "details": {"to": row.returns_to if row else ReturnsTo.SAME},
        },
    )
    if new:
        payload = {"task": kind, "due_at": due_at.isoformat()}
        writing.event(f"case:{case.pk}", "FollowUpAdded", payload)
        writing.publish("inbox", follow_up.staff_id or 0)
    return follow_up


def follow_promise(writing: Writing, case: Case, promise: Promise) -> None:
    """The promise waits in its taker's inbox until its day is over."""
    zone = settlement_policy(case.lender).zone
    add_follow_up(
        writing, case, "promise_due", _day_after(terms_of(promise), zone), promise=promise
    )
    case.return_at = _day_after(terms_of(promise), zone)
    case.save(update_fields=["return_at"])


def stop_waiting_for(writing: Writing, promise: Promise) -> None:
    """The case no longer waits for the day of a promise that ended; it queues unless it is held."""
    case = lock_case(promise.case_id)
    zone = settlement_policy(promise.case.lender).zone
    if case.return_at != _day_after(terms_of(promise), zone):
        return
    case.return_at = None
    if case.state == "waiting":
        case.state = resting_state(case, writing.recorded_at)
    case.save(update_fields=["return_at", "state"])


def _day_after(terms: Terms, zone: ZoneInfo) -> datetime:
    last = terms.due_by + timedelta(days=terms.grace_days + 1)
    return datetime.combine(last, MORNING, zone)


def _mark_number(writing: Writing, contact: Contact, row: Disposition) -> None:
    """A dead or wrong number is not tried again; a talk with the customer verifies theirs."""
    point = contact.point
    if point is None:
        return
    status = STATUS_AFTER.get(row.code, "valid" if row.effective and contact.connected else "")
    if not status or status == point.status:
        return
    ContactPoint.objects.filter(pk=point.pk).update(status=status, status_at=writing.recorded_at)
    payload = {"point": point.pk, "status": status}
    writing.event(f"case:{contact.case_id}", "ContactPointMarked", payload)


def _send_back(
    writing: Writing,
    case: Case,
    row: Disposition,
    return_at: datetime | None,
    contact: Contact,
) -> None:
    """When the case is seen again and by whom. Its holder lets go of it when they close the page."""
    zone = ZoneInfo(case.lender.zone)
    if row.promise and case.return_at is not None:
        return_at = case.return_at
    elif return_at is None and row.returns_days is not None:
        day = writing.recorded_at.astimezone(zone).date() + timedelta(days=row.returns_days)
        at = datetime.combine(day, MORNING, zone)
        return_at = max(at, writing.recorded_at)
    if return_at is None and row.returns_to in (ReturnsTo.SAME, ReturnsTo.POOL):
        return_at = writing.recorded_at + timedelta(days=1)
    case.return_at = return_at
    case.save(update_fields=["return_at"])
    if row.code is Code.CALLBACK and return_at is not None:
        add_follow_up(writing, case, "callback", return_at, contact=contact)
