"""A promise is recorded as it was agreed; whether it is kept is settled, never typed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from shounuo.domain.contact import PartyRole
from shounuo.domain.promise.limits import PromiseLimits, check_promise
from shounuo.domain.promise.terms import recorded_amount
from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.actions._act import Writing, act
from shounuo.records.actions._consequences import follow_promise, stop_waiting_for
from shounuo.records.actions._locks import lock_case, lock_customer
from shounuo.records.actions.settle_customer import settle_within
from shounuo.records.models import Account, Case, Contact, FollowUp, Promise, Staff
from shounuo.records.queries.advice import beyond_means
from shounuo.records.queries.book import promise_limits, terms_of
from shounuo.records.queries.promise_context import promise_context

INFORMED = frozenset(set(PartyRole) - {PartyRole.THIRD_PARTY})
KEPT_STATES = ("kept", "kept_late")


@dataclass(frozen=True, slots=True)
class Agreed:
    """What was agreed on the call. Amounts in minor units of the case's currency.

    `needed_cents`: the exact figure of the basis; `asked_cents`: what was asked (it may be rounded
    up); `stated_cents`: what the customer named, if they named a figure.
    """

    basis: str
    needed_cents: int
    due_by: date
    method: str
    asked_cents: int | None = None
    stated_cents: int | None = None
    parts: tuple[tuple[date, int], ...] = ()
    implied: bool = False
    late_reason: str = ""
    confirmation: dict[str, Any] = field(default_factory=dict)
    account_ids: tuple[int, ...] = ()
    grace_days: int | None = None  # None: the lender's own


class PromiseRefused(Refused):
    """Every fault of the promise at once."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(problems[0])
        self.problems = problems


def record_promise(
    *,
    case_id: int,
    contact_id: int | None,
    agreed: Agreed,
    staff: Staff,
    recorded_at: datetime,
    override_by: Staff | None = None,
    customer_on_line: bool = True,
) -> Promise:
    """Records the promise and settles it at once. Raises `PromiseRefused` with every fault.

    The same contact records one promise: a second press returns the first.
    """
    with act(actor=staff, recorded_at=recorded_at) as writing:
        found = Case.objects.select_related("lender").get(pk=case_id)
        lock_customer(found.customer_id)
        case = lock_case(case_id)
        case.lender = found.lender
        contact = _own_contact(case, contact_id)
        again = Promise.objects.filter(contact=contact).exclude(contact=None).first()
        if again is not None:
            return again
        promise = _row(writing, case, contact, agreed, override_by)
        accounts = _accounts(case, agreed)
        promise.save()
        promise.accounts.set(accounts)
        on_line = customer_on_line and (contact is None or contact.ended_at is None)
        _refuse_faults(case, promise, override_by, recorded_at, on_line)
        _tell(writing, promise)
        follow_promise(writing, case, promise)
        settle_within(writing, [case.customer_id], case.lender)
        promise.refresh_from_db()
        return promise


def _own_contact(case: Case, contact_id: int | None) -> Contact | None:
    if contact_id is None:
        return None
    return Contact.objects.get(pk=contact_id, case=case)


def _accounts(case: Case, agreed: Agreed) -> list[Account]:
    accounts = Account.objects.filter(customer_id=case.customer_id, currency=case.currency)
    return list(accounts.filter(pk__in=agreed.account_ids) if agreed.account_ids else accounts)


def _row(
    writing: Writing,
    case: Case,
    contact: Contact | None,
    agreed: Agreed,
    override_by: Staff | None,
) -> Promise:
    asked = agreed.asked_cents if agreed.asked_cents is not None else agreed.needed_cents
    recorded = recorded_amount(agreed.needed_cents, asked, agreed.stated_cents)
    parts = [{"due_by": day.isoformat(), "cents": cents} for day, cents in sorted(agreed.parts)]
    return Promise(
        case=case,
        customer_id=case.customer_id,
        contact=contact,
        taken_by=writing.staff,
        currency=case.currency,
        asked_cents=agreed.asked_cents,
        stated_cents=agreed.stated_cents,
        recorded_cents=sum(cents for _, cents in agreed.parts) if agreed.parts else recorded,
        basis=agreed.basis,
        made_at=writing.effective_at,
        recorded_at=writing.recorded_at,
        due_by=agreed.due_by,
        grace_days=case.lender.settings().promise_grace_days
        if agreed.grace_days is None
        else agreed.grace_days,
        parts=parts,
        method=agreed.method,
        implied=agreed.implied,
        late_reason=agreed.late_reason,
        confirmation=agreed.confirmation,
        override_by=override_by,
    )


def _refuse_faults(
    case: Case, promise: Promise, override_by: Staff | None, at: datetime, on_line: bool
) -> None:
    lender = case.lender
    override = PromiseLimits(**override_by.promise_limits) if override_by else None
    context = promise_context(case, at, on_line=on_line, besides=promise.pk)
    faults = check_promise(terms_of(promise), context, promise_limits(lender), override)
    if promise.contact is not None and promise.contact.role not in INFORMED:
        faults.append(_not_theirs_to_promise(promise))
    if not on_line and not promise.implied and override is None:
        faults.append(_said_to_nobody(promise))
    if promise.contact is not None and not promise.implied and override is None:
        unbelieved = beyond_means(promise.contact, promise.recorded_cents, promise.due_by)
        faults += [unbelieved] if unbelieved else []
    if faults:
        raise PromiseRefused(faults)


def _not_theirs_to_promise(promise: Promise) -> Problem:
    return Problem(
        "promise_of_third_party",
        Text(
            "与第三人的通话不能登记承诺",
            "No promise is recorded from a call with a third party",
        ),
        record=f"case {promise.case_id}",
        rule="promise.confirmation",
        next_step=Text("请对方转告客户回电", "Ask them to have the customer call back"),
    )


def _said_to_nobody(promise: Promise) -> Problem:
    return Problem(
        "explicit_after_hang_up",
        Text(
            "已经挂机，没有人听到二次确认，不能记为明示承诺",
            "The line is closed: nobody can have confirmed this promise",
        ),
        record=f"case {promise.case_id}",
        rule="promise.confirmation",
        next_step=Text(
            "记为默示承诺并写下客户原话，或再打一次确认",
            "Record it as implied with the customer's words, or call again to confirm",
        ),
    )


def _tell(writing: Writing, promise: Promise) -> None:
    payload = {
        "promise": promise.pk,
        "contact": promise.contact_id,
        "basis": promise.basis,
        "asked_cents": promise.asked_cents,
        "stated_cents": promise.stated_cents,
        "recorded_cents": promise.recorded_cents,
        "currency": promise.currency,
        "due_by": promise.due_by.isoformat(),
        "parts": promise.parts,
        "method": promise.method,
        "implied": promise.implied,
        "confirmation": promise.confirmation,
        "override_by": promise.override_by.staff_no if promise.override_by else None,
    }
    writing.event(f"case:{promise.case_id}", "PromiseRecorded", payload)
    writing.publish("case", promise.case_id)


def end_promise(
    *,
    promise_id: int,
    staff: Staff,
    recorded_at: datetime,
    reason: str,
    void: bool = False,
    effective_at: datetime | None = None,
) -> Promise:
    """Cancels a promise (withdrawn, replaced) or voids it (never was one); then settles again.

    Raises `Refused` for cancelling what is already kept: the money came.
    """
    with act(actor=staff, recorded_at=recorded_at, effective_at=effective_at) as writing:
        promise = Promise.objects.select_related("case__lender").get(pk=promise_id)
        lock_customer(promise.customer_id)
        promise.refresh_from_db(fields=["cancelled_at", "voided_at", "state"])
        if promise.cancelled_at or promise.voided_at:
            return promise
        if promise.state in KEPT_STATES and not void:
            raise Refused(_kept_already(promise))
        setattr(promise, "voided_at" if void else "cancelled_at", writing.effective_at)
        promise.end_recorded_at, promise.end_reason = recorded_at, reason
        promise.save()
        kind = "PromiseVoided" if void else "PromiseCancelled"
        payload = {"promise": promise.pk, "reason": reason}
        writing.event(f"case:{promise.case_id}", kind, payload)
        FollowUp.objects.filter(promise=promise, done_at=None).update(done_at=recorded_at)
        stop_waiting_for(writing, promise)
        settle_within(writing, [promise.customer_id], promise.case.lender)
        promise.refresh_from_db()
        return promise


def _kept_already(promise: Promise) -> Problem:
    return Problem(
        "promise_kept",
        Text("这笔承诺已经兑现，不能取消", "This promise has been kept; it cannot be cancelled"),
        record=f"promise {promise.pk}",
        next_step=Text(
            "若记录本身有误，请主管作废", "If the record itself is wrong, a lead can void it"
        ),
    )
