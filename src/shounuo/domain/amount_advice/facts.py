"""What is known before an amount is asked (P20, P23), and the names of the facts that follow from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

PaysWhen = Literal["before_due", "in_grace", "after_collection"]


@dataclass(frozen=True, slots=True)
class Known:
    """None: not known, and then it speaks for nothing. Amounts in minor units of the account's currency.

    `can_pay_minor`: what the customer says is there now. `money_on`: when they expect more.
    """

    last_payment_minor: int | None = None
    pays_when: PaysWhen | None = None
    saw_bill: bool | None = None
    said_exact_figure: bool | None = None
    can_pay_minor: int | None = None
    money_on: date | None = None
    has_income: bool | None = None
    steady_work: bool | None = None
    hardship: bool = False
    months_open: int | None = None
    times_in_collection: int | None = None
    worst_bucket: int | None = None
    promises_kept: int = 0
    promises_broken: int = 0
    plan_approved: bool = False
    last_past_due_minor: int | None = None
    last_due_minor: int | None = None


def facts(
    known: Known, due_minor: int, past_due_minor: int, days_past_due: int, today: date
) -> Iterator[str]:
    """The names in `weights.yaml` that are true here."""
    yield from _account(known, due_minor, past_due_minor, days_past_due)
    yield from _last_payment(known)
    yield from _said(known, due_minor, past_due_minor, today)
    yield from _history(known)


def _account(known: Known, due: int, past_due: int, days: int) -> Iterator[str]:
    if due == past_due:
        yield "due_is_past_due"
    if 0 < days <= 5:
        yield "first_days_late"
    if days > 60:
        yield "long_late"
    if known.saw_bill is not None:
        yield "saw_bill" if known.saw_bill else "missed_bill"
    if known.plan_approved:
        yield "plan_approved"


def _last_payment(known: Known) -> Iterator[str]:
    if known.last_payment_minor is not None:
        paid = known.last_payment_minor
        if known.last_due_minor is not None and paid >= known.last_due_minor:
            yield "last_payment_was_due"
        elif known.last_past_due_minor is not None:
            yield (
                "last_payment_was_past_due"
                if paid >= known.last_past_due_minor
                else "last_payment_was_less"
            )
    if known.pays_when is not None:
        yield {"before_due": "pays_before_due", "in_grace": "pays_in_grace"}.get(
            known.pays_when, "pays_after_collection"
        )


def _said(known: Known, due: int, past_due: int, today: date) -> Iterator[str]:
    if known.can_pay_minor is not None:
        enough_due, enough_past = known.can_pay_minor >= due, known.can_pay_minor >= past_due
        yield "can_pay_due" if enough_due else "can_pay_past_due" if enough_past else "can_pay_less"
    if known.said_exact_figure is not None:
        yield "said_exact_figure" if known.said_exact_figure else "vague_about_amount"
    if known.money_on is not None and 0 <= (known.money_on - today).days <= 7:
        yield "money_coming_soon"
    if known.hardship:
        yield "hardship"


def _history(known: Known) -> Iterator[str]:
    if known.has_income is False:
        yield "no_income"
    if known.steady_work:
        yield "steady_work"
    if known.months_open is not None and known.months_open >= 36:
        yield "long_customer"
    if known.times_in_collection is not None and known.times_in_collection >= 3:
        yield "often_in_collection"
    if known.worst_bucket is not None and known.worst_bucket < 2:
        yield "never_m2"
    if known.promises_broken:
        yield "broken_before"
    elif known.promises_kept:
        yield "kept_before"
