"""What is due, what ends the delinquency, and what a payment does."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shounuo.domain.account import Account, Arrear, LenderSays, position
from shounuo.domain.ageing import BucketLimits, days_past_due
from shounuo.domain.effect_text import say_effect
from shounuo.domain.lender_policy import CardOrder, CureRule, FeeRule, LenderPolicy
from shounuo.domain.payment_effect import card_order, effect_of, split_over_cards
from shounuo.domain.statement_dates import due_date, last_statement
from shounuo.kernel.errors import Refused

DUE_ON = date(2026, 11, 1)
TODAY = date(2026, 11, 13)
BANK = LenderPolicy("bank")
CARD = Account(
    "card",
    "CNY",
    TODAY,
    total_balance_minor=2_000_000,
    statement_balance_minor=1_400_000,
    minimum_due_minor=710_835,
    due_on=DUE_ON,
)


def test_due_is_the_statement_and_pd_the_minimum() -> None:
    """Statement 14,000, minimum 7,108.35, due twelve days ago: DUE 14,000, PD 7,108.35, M1."""
    found = position(CARD, BANK, TODAY)
    assert (found.due_minor, found.past_due_minor) == (1_400_000, 710_835)
    assert (found.days_past_due, found.bucket_name) == (12, "M1")
    assert found.computed == {"due", "past_due", "days_past_due", "bucket"}


def test_the_lenders_own_figures_win() -> None:
    """Where the lender says DUE, PD, days and bucket, ours are not used."""
    says = LenderSays(1_500_000, 700_000, 40, 3)
    found = position(replace(CARD, lender=says), BANK, TODAY)
    assert (found.due_minor, found.past_due_minor, found.days_past_due) == (1_500_000, 700_000, 40)
    assert (found.bucket_name, found.computed) == ("M3", frozenset())


def test_the_lenders_days_grow_with_the_days_since_its_file() -> None:
    """40 days on the file of the 13th are 42 on the 15th; nothing overdue stays nothing."""
    late = replace(CARD, lender=LenderSays(days_past_due=40))
    never = replace(CARD, lender=LenderSays(days_past_due=0))
    assert position(late, BANK, date(2026, 11, 15)).days_past_due == 42
    assert position(never, BANK, date(2026, 11, 15)).days_past_due == 0


def test_grace_days_and_tolerance_are_the_lenders() -> None:
    """Inside three grace days nothing is past due; a rest within the tolerance is no delinquency."""
    kind = replace(BANK, grace_days=3)
    assert position(CARD, kind, date(2026, 11, 4)).past_due_minor == 0
    assert position(CARD, kind, date(2026, 11, 5)).days_past_due == 4
    tolerant = replace(BANK, cure_tolerance_minor=1_000)
    nearly = replace(CARD, paid_since_statement_minor=709_900)
    assert position(nearly, tolerant, TODAY).days_past_due == 0


def test_days_count_from_the_oldest_unpaid_arrear() -> None:
    """Two missed dates: past due is both, the days are those of the older."""
    missed = (Arrear(date(2026, 9, 1), 1_000), Arrear(date(2026, 10, 1), 2_000))
    loan = Account("loan", "CNY", TODAY, 90_000, arrears=missed)
    found = position(loan, BANK, TODAY)
    assert (found.past_due_minor, found.days_past_due, found.bucket) == (3_000, 73, 3)


def test_paid_ahead_is_nothing_due_and_never_less() -> None:
    """A lender that writes -70.00 past due says that 70.00 too much was paid: nothing is past due."""
    ahead = replace(CARD, lender=LenderSays(due_minor=-100, past_due_minor=-7_000))
    found = position(ahead, BANK, TODAY)
    assert (found.due_minor, found.past_due_minor, found.nothing_due) == (0, 0, True)


def test_a_credit_balance_has_nothing_due() -> None:
    """A bill of zero or less leaves nothing due, nothing past due, M0."""
    found = position(replace(CARD, statement_balance_minor=-500), BANK, TODAY)
    assert (found.nothing_due, found.bucket_name) == (True, "M0")


@pytest.mark.parametrize(
    ("days", "name"),
    [(0, "M0"), (1, "M1"), (30, "M1"), (31, "M2"), (60, "M2"), (180, "M6"), (181, "M7+")],
)
def test_buckets_end_at_their_limits(days, name) -> None:
    """Thirty days are still M1, thirty-one M2; beyond 180 is the open end."""
    limits = BucketLimits()
    assert limits.name(limits.bucket(days)) == name


def test_a_house_may_cut_its_buckets_elsewhere() -> None:
    """With limits 0, 29, 59 the open end is M3+ and day 30 is M2."""
    limits = BucketLimits((0, 29, 59))
    assert (limits.name(limits.bucket(30)), limits.name(limits.bucket(60))) == ("M2", "M3+")
    with pytest.raises(ValueError, match="limits"):
        BucketLimits((30, 0))


def test_pd_cures_and_one_cent_less_does_not() -> None:
    """7,108.35 ends the delinquency, 7,108.34 lacks a cent; DUE leaves nothing due."""
    now = position(CARD, BANK, TODAY)
    assert effect_of(now, 710_835, BANK).cured
    almost = effect_of(now, 710_834, BANK)
    assert (almost.cured, almost.lacks_minor, almost.remaining_past_due_minor) == (False, 1, 1)
    assert effect_of(now, 1_400_000, BANK).remaining_due_minor == 0


def test_cure_and_fees_follow_the_lenders_rules() -> None:
    """Where the whole DUE must be paid, PD cures nothing and fees run on."""
    now = position(CARD, BANK, TODAY)
    strict = replace(BANK, cure_rule=CureRule.DUE_PAID)
    fees = replace(BANK, fee_rule=FeeRule.WHEN_DUE_PAID)
    assert not effect_of(now, 710_835, strict).cured
    paid_pd = effect_of(now, 710_835, fees)
    assert (paid_pd.cured, paid_pd.fees_stop) == (True, False)
    assert effect_of(now, 2_500_000, BANK).overpaid_minor == 500_000


def test_cards_are_served_in_the_lenders_order() -> None:
    """Oldest first, largest first, or as listed."""
    old = replace(CARD, id="old", lender=LenderSays(past_due_minor=100, days_past_due=50))
    big = replace(CARD, id="big", lender=LenderSays(past_due_minor=900, days_past_due=10))
    pairs = [(a, position(a, BANK, TODAY)) for a in (big, old)]
    assert card_order(pairs, BANK) == ("old", "big")
    assert card_order(pairs, replace(BANK, card_order=CardOrder.LARGEST_FIRST)) == ("big", "old")
    assert card_order(pairs, replace(BANK, card_order=CardOrder.AS_LISTED)) == ("big", "old")


@given(st.integers(0, 10**9), st.lists(st.integers(0, 10**8), min_size=1, max_size=5))
def test_shares_over_cards_add_up(amount, needs) -> None:
    """Whatever the needs, the shares make the amount to the cent, and none is negative."""
    shares = split_over_cards(amount, [(str(i), need) for i, need in enumerate(needs)])
    assert sum(shares.values()) == amount
    assert min(shares.values()) >= 0


def test_statement_and_due_dates() -> None:
    """A statement day of 31 falls on the last of a short month; due dates count calendar days."""
    assert last_statement(date(2026, 3, 30), 31) == date(2026, 2, 28)
    assert last_statement(date(2026, 3, 31), 31) == date(2026, 3, 31)
    assert due_date(date(2026, 2, 28), 20) == date(2026, 3, 20)
    assert days_past_due(None, TODAY) == 0


def test_settings_come_from_plain_data_and_bad_ones_are_refused() -> None:
    """A dictionary as loaded from a file makes the policy; an unknown name or value stops it."""
    loaded = LenderPolicy.from_dict(
        {
            "lender": "jianghai",
            "full_name": {"zh": "江海银行", "en": "Jianghai Bank"},
            "grace_days": 3,
            "cure_tolerance_minor": 1000,
            "cure_rule": "due_paid",
            "buckets": [0, 30, 60],
            "promise_limits": {"max_days_ahead": 5},
            "settlement": {
                "expected_sources": ["bank"],
                "timetables": [{"source": "bank", "business_days_after": 2, "arrives_at": "10:30"}],
            },
            "house_codes": {"MESS": "MESSAGE_LEFT"},
        }
    )
    assert loaded.promise_limits.max_days_ahead == 5
    assert loaded.settlement.timetable("bank").business_days_after == 2
    assert loaded.cure_rule is CureRule.DUE_PAID
    for bad in ({"grace": 3}, {"cure_rule": "never"}, {"promise_limits": {"days": 1}}):
        with pytest.raises(Refused):
            LenderPolicy.from_dict({"lender": "jianghai", **bad})


def test_what_each_amount_does_is_said_in_both_languages() -> None:
    """PD ends the delinquency and leaves 6,891.65 due; DUE leaves nothing; 4,500 is 2,608.35 short."""
    now = position(CARD, BANK, TODAY)
    said = [say_effect(effect_of(now, m, BANK), "CNY") for m in (710_835, 1_400_000, 450_000)]
    assert said[0].en == "ends the delinquency; late fees stop; 6,891.65 is still due now"
    assert said[1].en.endswith("nothing more is due now")
    assert said[2].zh == "仍逾期，还差 2,608.35，违约金继续计，本期还剩 9,500.00 应还"


def test_what_the_lender_calls_past_due_is_due() -> None:
    """A lender that names only a past due of 500 over a bill of zero has 500 due."""
    odd = replace(CARD, statement_balance_minor=0, lender=LenderSays(past_due_minor=50_000))
    assert position(odd, BANK, TODAY).due_minor == 50_000
