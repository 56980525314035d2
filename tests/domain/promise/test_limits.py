"""What may be promised, and how far an override goes."""

from dataclasses import replace

import pytest

from domain.promise.making import day, promise
from shounuo.domain.promise.limits import PromiseContext, PromiseLimits, check_promise
from shounuo.domain.promise.terms import Part, recorded_amount

TODAY = PromiseContext(today=day(1))
LIMITS = PromiseLimits(floor_minor=10_000)
GOOD = promise("p", 710_835, made=1, due=1, lender_name_confirmed=True)


def due(on: int, **more):
    return promise("p", 710_835, made=1, due=on, lender_name_confirmed=True, **more)


def codes(one, context=TODAY, limits=LIMITS, override=None):
    return {p.code for p in check_promise(one, context, limits, override)}


def test_the_whole_amount_today_with_a_clear_yes_has_no_fault() -> None:
    """The best promise is for today, confirmed back with the lender's full name."""
    assert codes(GOOD) == set()


@pytest.mark.parametrize(
    ("one", "context", "fault"),
    [
        (promise("p", 9_999, due=1, lender_name_confirmed=True), TODAY, "below_floor"),
        (GOOD, replace(TODAY, owed_minor=710_834), "above_owed"),
        (due(0), TODAY, "day_passed"),
        (due(5, late_reason="salary"), TODAY, "too_far_ahead"),
        (due(2), TODAY, "reason_missing"),
        (due(2, late_reason="  "), TODAY, "reason_missing"),
        (GOOD, replace(TODAY, open_promises=1), "too_many_open"),
        (GOOD, replace(TODAY, broken_before=1), "second_reason_missing"),
        (replace(GOOD, lender_name_confirmed=False), TODAY, "not_confirmed"),
        (replace(GOOD, explicit=False), TODAY, "implied_while_on_line"),
        (
            replace(GOOD, parts=(Part(day(1), 355_417), Part(day(1), 355_418))),
            TODAY,
            "too_many_parts",
        ),
    ],
)
def test_each_limit_names_its_own_fault(one, context, fault) -> None:
    """A promise with one fault is told exactly that one, in both languages."""
    (problem,) = check_promise(one, context, LIMITS)
    assert problem.code == fault
    assert problem.what.zh
    assert problem.next_step.en


def test_the_third_day_ahead_is_the_last_and_needs_a_reason() -> None:
    """T+3 with a reason passes, T+4 does not."""
    assert codes(due(4, late_reason="salary on the 4th")) == set()
    assert codes(due(5, late_reason="salary on the 5th")) == {"too_far_ahead"}


def test_all_faults_come_at_once() -> None:
    """Too little, too late and without a reason are three problems in one answer."""
    bad = promise("p", 5, made=1, due=9, lender_name_confirmed=True)
    assert codes(bad) == {"below_floor", "too_far_ahead", "reason_missing"}


def test_an_override_reaches_as_far_as_the_overriders_own_limits() -> None:
    """A lead with seven days may release day 8 and not day 9."""
    lead = replace(LIMITS, max_days_ahead=7)
    assert codes(due(8, late_reason="salary"), override=lead) == set()
    assert codes(due(9, late_reason="salary"), override=lead) == {"too_far_ahead"}


def test_after_a_broken_promise_a_lender_may_refuse_another() -> None:
    """Where the lender says no second promise, only an overrider who may can take it."""
    strict = replace(LIMITS, second_after_broken=False)
    once = replace(TODAY, broken_before=1)
    told = replace(GOOD, late_reason="found work")
    assert codes(told, once, strict) == {"second_after_broken"}
    assert codes(told, once, strict, override=LIMITS) == set()


def test_after_a_hang_up_only_an_implied_promise_is_possible() -> None:
    """With the customer gone an implied promise passes."""
    gone = replace(TODAY, customer_on_line=False)
    assert codes(replace(GOOD, explicit=False, lender_name_confirmed=False), gone) == set()


@pytest.mark.parametrize(
    ("needed", "asked", "stated", "recorded"),
    [
        (710_835, 720_000, None, 710_835),
        (710_835, 720_000, 720_000, 720_000),
        (710_835, 720_000, 450_000, 450_000),
        (1_400_000, 710_835, None, 710_835),
    ],
)
def test_a_rounded_ask_never_raises_the_record(needed, asked, stated, recorded) -> None:
    """7,108.35 asked as 7,200 records 7,108.35, unless the customer names an amount."""
    assert recorded_amount(needed, asked, stated) == recorded
