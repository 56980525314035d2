"""The promise as typed on the screen, before and after it was read back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from shounuo.domain.promise.limits import check_promise
from shounuo.domain.promise.terms import Basis, Part, recorded_amount
from shounuo.domain.promise.terms import Promise as Terms
from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.money_text import parse_money
from shounuo.kernel.text import Text
from shounuo.records.actions.record_promise import Agreed, PromiseRefused
from shounuo.records.models import Case, Contact
from shounuo.records.queries.advice import beyond_means
from shounuo.records.queries.book import promise_limits
from shounuo.records.queries.case_page import accounts_of, figures_of
from shounuo.records.queries.promise_context import promise_context

PARTS = ("lender", "amount", "date", "method")


@dataclass(frozen=True, slots=True)
class Typed:
    """The form's own words, read. Amounts in minor units."""

    basis: str
    needed: int
    asked: int
    amount: int
    due_by: date
    method: str
    late_reason: str
    implied: bool
    confirmed: frozenset[str]
    quote: str

    @property
    def stated(self) -> int | None:
        """What the customer named, when it is not simply what was needed."""
        return None if self.amount == self.needed else self.amount

    def agreed(self) -> Agreed:
        words = {"quote": self.quote} if self.quote else {}
        return Agreed(
            basis=self.basis,
            needed_cents=self.needed,
            due_by=self.due_by,
            method=self.method,
            asked_cents=self.asked,
            stated_cents=self.stated,
            implied=self.implied,
            late_reason=self.late_reason,
            confirmation={part: part in self.confirmed for part in PARTS} | words,
        )


def typed(form: Mapping[str, str], case: Case, now: datetime, *, implied: bool) -> Typed:
    """Raises `Refused` for an amount or a day that cannot be read, or no method."""
    money = parse_money(form.get("amount", ""), case.currency, record="amount")
    if isinstance(money, Problem):
        raise Refused(money)
    figures = {f.basis: f for f in figures_of(case, accounts_of(case), now)}
    figure = next((f for f in figures.values() if f.minor == money.minor), None)
    named = figures.get(form.get("basis", "")) or figure
    basis = named.basis if named and money.minor >= named.minor else Basis.PART.value
    needed = named.minor if named and basis != Basis.PART else money.minor
    asked = named.said.ask.ask.minor if named else money.minor
    return Typed(
        basis=basis,
        needed=needed,
        asked=max(asked, needed),
        amount=money.minor,
        due_by=_day(form.get("due_by", "")),
        method=_method(form.get("method", ""), implied),
        late_reason=form.get("late_reason", "").strip()[:200],
        implied=implied,
        confirmed=frozenset(part for part in PARTS if form.get(f"confirmed_{part}") == "on"),
        quote=form.get("quote", "").strip()[:200],
    )


def check_before_reading(told: Typed, contact: Contact, now: datetime) -> None:
    """Every fault that is not the confirmation itself, before anything is read back to the customer."""
    case = contact.case
    on_line = contact.ended_at is None
    terms = Terms(
        id="",
        currency=case.currency,
        parts=(Part(told.due_by, _recorded(told)),),
        made_at=now,
        recorded_at=now,
        basis=Basis(told.basis),
        explicit=not told.implied,
        lender_name_confirmed=True,
        late_reason=told.late_reason,
        method=told.method,
    )
    context = promise_context(case, now, on_line=on_line)
    faults = check_promise(terms, context, promise_limits(case.lender))
    if not told.implied:
        unbelieved = beyond_means(contact, _recorded(told), told.due_by)
        faults += [unbelieved] if unbelieved else []
    if faults:
        raise PromiseRefused(faults)


def _recorded(told: Typed) -> int:
    amount = recorded_amount(told.needed, told.asked, told.stated)
    if amount <= 0:
        raise Refused(
            Problem(
                "no_amount",
                Text("承诺金额要大于零", "A promise needs an amount above zero"),
                next_step=Text("填入客户答应的金额", "Enter the amount the customer agreed to"),
            )
        )
    return amount


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Refused(
            Problem(
                "no_day",
                Text("没有选还款日期", "No day of payment was chosen"),
                next_step=Text("选一天", "Choose the day"),
            )
        ) from error


def _method(method: str, implied: bool) -> str:
    if method or implied:
        return method
    raise Refused(
        Problem(
            "no_method",
            Text("没有选还款方式", "No way of paying was chosen"),
            next_step=Text("问客户怎么还", "Ask how they will pay"),
        )
    )
