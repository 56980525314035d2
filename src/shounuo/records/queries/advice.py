"""Which amount to ask for on this case: the account's own history given to `domain.amount_advice`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from shounuo.domain.amount_advice import Advice, Known, advise
from shounuo.domain.amount_advice.facts import PaysWhen
from shounuo.domain.lender_policy import LenderPolicy
from shounuo.kernel.errors import Problem
from shounuo.kernel.money import Money
from shounuo.kernel.text import Text
from shounuo.records.models import Account, AccountFigures, Case, Contact, Flag, Promise
from shounuo.records.queries.case_page import accounts_of, position_together
from shounuo.records.queries.position import bucket_number

KEPT, FAILED = ("kept", "kept_late"), ("broken", "partly_kept")


def advice_for(case: Case, at: datetime, said: Mapping[str, Any] | None = None) -> Advice | None:
    """None when nothing is due: then nothing is asked. `said`: what the customer told on this call."""
    accounts = accounts_of(case)
    whole = position_together(case, accounts, at)
    if whole.nothing_due:
        return None
    day = at.astimezone(ZoneInfo(case.lender.zone)).date()
    policy, language = case.lender.settings(), case.customer.language
    return advise(whole, policy, _known(case, accounts, at, said or {}), day, language=language)


def said_on(contact: Contact) -> dict[str, Any]:
    """What the customer told on this call, as `actions.log_advice` kept it."""
    told = contact.steps.get("advice", {}).get("said", {}) if contact.steps else {}
    return dict(told)


def beyond_means(contact: Contact, cents: int, due_by: date) -> Problem | None:
    """Why nobody believes a promise (P26): more than they say they have, before the day more comes."""
    said = said_on(contact)
    have, more_on = said.get("can_pay_minor"), said.get("money_on")
    if have is None or cents <= have or (more_on and due_by.isoformat() >= more_on):
        return None
    has = Money(have, contact.case.currency).grouped()
    return Problem(
        "beyond_means",
        Text(
            f"客户说现在只有 {has}，这个承诺没人信",
            f"They say they have {has} now: nobody believes this promise",
        ),
        record=f"contact {contact.pk}",
        rule="domain.amount_advice",
        next_step=Text(
            "登记客户说的数，或选有进账的那天；情况变了就先改“能还多少”",
            "Record their own figure or the day money comes in; if it has changed, mend what they have first",
        ),
    )


def _known(case: Case, accounts: list[Account], at: datetime, said: Mapping[str, Any]) -> Known:
    worst = accounts[0] if accounts else None
    promises = Promise.objects.filter(customer=case.customer_id, voided_at=None)
    flags = Flag.objects.filter(customer=case.customer_id, ended_at=None)
    if worst is None:
        return Known()
    months = None
    if worst.opened_on is not None:
        months = max(0, (at.date() - worst.opened_on).days // 30)
    then = _figures_before_payment(worst)
    money_on = said.get("money_on")
    return Known(
        last_payment_minor=worst.last_payment_cents,
        last_due_minor=_due_then(then),
        last_past_due_minor=then.past_due_cents or None if then else None,
        pays_when=_paid_when(worst, then, case.lender.settings()),
        saw_bill=said.get("saw_bill"),
        said_exact_figure=said.get("said_exact_figure"),
        has_income=said.get("has_income"),
        steady_work=said.get("steady_work"),
        can_pay_minor=said.get("can_pay_minor"),
        money_on=date.fromisoformat(money_on) if money_on else None,
        hardship=flags.filter(kind="vulnerable").exists(),
        months_open=months,
        times_in_collection=worst.times_in_collection or None,
        worst_bucket=bucket_number(worst.worst_bucket),
        promises_kept=promises.filter(state__in=KEPT).count(),
        promises_broken=promises.filter(state__in=FAILED).count(),
        plan_approved=flags.filter(kind="plan_approved").exists(),
    )


def _figures_before_payment(account: Account) -> AccountFigures | None:
    """The file's figures that stood when the last payment was made; None when no file tells them."""
    if account.last_payment_on is None:
        return None
    rows = AccountFigures.objects.filter(account=account, as_of__lt=account.last_payment_on)
    recent = rows.filter(as_of__gte=account.last_payment_on - timedelta(days=45))
    return recent.order_by("-as_of").first()


def _due_then(then: AccountFigures | None) -> int | None:
    """What the lender's own figure or its statement asked for then."""
    if then is None:
        return None
    return then.lender_due_cents or then.statement_cents or None


def _paid_when(
    account: Account, then: AccountFigures | None, policy: LenderPolicy
) -> PaysWhen | None:
    """Before the due date, within the grace days, or once it was late and somebody had spoken to them."""
    paid, due = account.last_payment_on, then.due_date if then else None
    if paid is None or due is None:
        return None
    if paid <= due:
        return "before_due"
    if paid <= due + timedelta(days=policy.grace_days):
        return "in_grace"
    spoken = Contact.objects.filter(
        customer=account.customer_id, role="customer", connected=True,
        opened_at__date__gt=due, opened_at__date__lte=paid,
    )  # fmt: skip
    return "after_collection" if spoken.exists() else None
