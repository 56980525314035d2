"""What may be promised: the lender's limits, and how far an overrider may go beyond them.

Every fault is named at once. A fault that needs a lead is marked as one that an override can lift,
within the overrider's own limits; a fault of form (no amount, no date, no yes) cannot be overridden.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from shounuo.domain.promise.terms import Promise
from shounuo.kernel.errors import Problem
from shounuo.kernel.text import Text


@dataclass(frozen=True, slots=True)
class PromiseLimits:
    """One person's limits at one lender. Days are calendar days from the day of the call.

    `floor_minor`: least amount. `reason_after_days`: a promise due later than this needs its reason
    (0: any day after today). `max_open`: promises open at once. `second_after_broken`: may a new promise
    follow a broken one.
    """

    floor_minor: int = 1
    max_days_ahead: int = 3
    reason_after_days: int = 0
    max_open: int = 1
    second_after_broken: bool = True
    second_needs_reason: bool = True
    max_parts: int = 1


@dataclass(frozen=True, slots=True)
class PromiseContext:
    """What is known of the customer when the promise is taken. `owed_minor`: total balance."""

    today: date
    open_promises: int = 0
    broken_before: int = 0
    owed_minor: int | None = None
    customer_on_line: bool = True


def check_promise(
    promise: Promise,
    context: PromiseContext,
    limits: PromiseLimits,
    override: PromiseLimits | None = None,
) -> list[Problem]:
    """All faults of a promise. With `override`, the overrider's limits apply in place of the lender's."""
    within = override or limits
    faults = [
        _amount(promise, within, context),
        _days(promise, within, context),
        _reason(promise, within, context),
        _open(promise, within, context),
        _second(promise, within, context),
        _parts(promise, within),
        _confirmation(promise, context),
    ]
    return [fault for fault in faults if fault is not None]


def _problem(promise: Promise, code: str, what: Text, next_step: Text) -> Problem:
    return Problem(code, what, promise.id, f"promise.{code}", next_step)


def _amount(p: Promise, limits: PromiseLimits, context: PromiseContext) -> Problem | None:
    if p.recorded_minor < limits.floor_minor:
        what = Text("承诺金额低于下限", "The promised amount is below the floor")
        then = Text(
            "谈到下限以上，或请主管放行", "Agree at least the floor, or ask a lead to release it"
        )
        return _problem(p, "below_floor", what, then)
    if context.owed_minor is not None and p.recorded_minor > context.owed_minor:
        what = Text("承诺金额超过总欠款", "The promised amount is more than is owed")
        then = Text("改为不超过总欠款的金额", "Record no more than the total balance")
        return _problem(p, "above_owed", what, then)
    return None


def _days(p: Promise, limits: PromiseLimits, context: PromiseContext) -> Problem | None:
    if p.parts[0].due_by < context.today:
        what = Text("承诺日期已过", "The promised day has passed")
        return _problem(p, "day_passed", what, Text("改为今天或以后", "Choose today or later"))
    if p.due_by > context.today + timedelta(days=limits.max_days_ahead):
        what = Text("承诺日期超过允许的天数", "The promised day is further ahead than allowed")
        then = Text(
            "约更早的一天，或请主管放行", "Agree an earlier day, or ask a lead to release it"
        )
        return _problem(p, "too_far_ahead", what, then)
    return None


def _reason(p: Promise, limits: PromiseLimits, context: PromiseContext) -> Problem | None:
    free = context.today + timedelta(days=limits.reason_after_days)
    if p.due_by <= free or p.late_reason.strip():
        return None
    what = Text("不是当天还款，缺少理由", "A later day needs its reason, and none is given")
    then = Text("问明为什么要晚几天，并记下", "Ask why it takes longer and write it down")
    return _problem(p, "reason_missing", what, then)


def _open(p: Promise, limits: PromiseLimits, context: PromiseContext) -> Problem | None:
    if context.open_promises < limits.max_open:
        return None
    what = Text("已有未到期的承诺", "There are already as many open promises as allowed")
    then = Text("先取消原承诺，或等它到期", "Cancel the earlier promise first, or wait for its day")
    return _problem(p, "too_many_open", what, then)


def _second(p: Promise, limits: PromiseLimits, context: PromiseContext) -> Problem | None:
    if not context.broken_before:
        return None
    if not limits.second_after_broken:
        what = Text("曾经失约，不能再收承诺", "No new promise may follow a broken one here")
        then = Text("请主管放行", "Ask a lead to release it")
        return _problem(p, "second_after_broken", what, then)
    if limits.second_needs_reason and not p.late_reason.strip():
        what = Text(
            "曾经失约，要记下这次有什么不同", "After a broken promise, what changed must be noted"
        )
        then = Text(
            "问明上次为什么没还、这次有什么变化",
            "Ask what stopped it then and what is different now",
        )
        return _problem(p, "second_reason_missing", what, then)
    return None


def _parts(p: Promise, limits: PromiseLimits) -> Problem | None:
    if len(p.parts) <= limits.max_parts:
        return None
    what = Text("分期笔数超过允许的数目", "There are more dated parts than allowed")
    then = Text("减少笔数，或走分期方案", "Use fewer parts, or make it a plan")
    return _problem(p, "too_many_parts", what, then)


def _confirmation(p: Promise, context: PromiseContext) -> Problem | None:
    if p.explicit and not p.lender_name_confirmed:
        what = Text("没有二次确认银行全称", "The lender's full name was not confirmed back")
        then = Text(
            "慢慢读银行全称、金额、日期，等客户说好",
            "Read lender, amount and day slowly; wait for the yes",
        )
        return _problem(p, "not_confirmed", what, then)
    if p.explicit or not context.customer_on_line:
        return None
    what = Text(
        "客户还在线，不能记为默示承诺",
        "The customer is on the line: an implied promise is not possible",
    )
    then = Text("现在做二次确认", "Confirm it now")
    return _problem(p, "implied_while_on_line", what, then)
