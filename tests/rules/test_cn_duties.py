from datetime import date

import pytest

from shounuo.rules.gate import under_house
from shounuo.rules.pack import load_pack
from shounuo.rules.packs.cn.complaint_deadline import answer_due
from shounuo.rules.packs.cn.duties_due import agency_review_due, training_due
from shounuo.rules.packs.cn.limitation import limitation_ends
from shounuo.rules.packs.cn.plan_term import plan_reason
from shounuo.rules.packs.cn.retention import KeptRecord, retention
from shounuo.rules.rule_page import to_confirm

DAY = date(2026, 11, 23)
NUMBERS = under_house("cn", DAY, DAY).numbers
MADE = date(2024, 6, 1)


def kept(kind: str = "recording", product: str | None = "credit_card", **more):
    told = {"creditor_kind": "bank", "holds_oral_plan": False} | more
    return retention(KeptRecord(kind, MADE, product, **told), NUMBERS)


def test_a_card_recording_is_kept_two_years():
    """REC-1: a recording of 2024-06-01 is kept through 2026-06-01 and may go the day after."""
    assert kept().until == date(2026, 6, 1)
    assert not kept().may_delete(date(2026, 6, 1))
    assert kept().may_delete(date(2026, 6, 2))


def test_the_longest_class_wins():
    """A consumer finance company's card recording falls in both classes and is kept five years."""
    found = kept(creditor_kind="consumer_finance")
    assert found.until == date(2029, 6, 1)
    assert set(found.classes) == {"REC-1", "REC-3"}


def test_an_oral_plan_is_kept_until_the_debt_is_settled():
    """REC-2: no end while the debt stands; afterwards the later of the two ends."""
    assert kept(holds_oral_plan=True).until is None
    assert kept(holds_oral_plan=True, settled_on=date(2027, 3, 1)).until == date(2027, 3, 1)
    assert kept(holds_oral_plan=True, settled_on=date(2025, 3, 1)).until == date(2026, 6, 1)


def test_unknown_facts_keep_longest():
    """Not knowing product, lender or plan keeps the record; so does a legal hold."""
    assert kept(product=None, creditor_kind=None).until == date(2029, 6, 1)
    assert kept(holds_oral_plan=None).until is None
    assert kept(legal_hold=True).until is None


def test_where_no_rule_gives_a_number_the_house_does():
    """A bank's mortgage recording has no verified number: three years by house policy."""
    assert kept(product="mortgage").classes == ("HOUSE/RETENTION",)
    assert kept(product="mortgage").until == date(2027, 6, 1)
    assert kept("impact_assessment").until == date(2027, 6, 1)


def test_a_leap_day_record_ends_on_the_last_of_february():
    """Two years after 2024-02-29 is 2026-02-28."""
    record = KeptRecord("recording", date(2024, 2, 29), "credit_card", "bank", False)
    assert retention(record, NUMBERS).until == date(2026, 2, 28)


def test_a_complaint_is_answered_in_time():
    """COMP-1: 15, 30 and 60 days after 2026-06-01; only a complex one is extended."""
    received = date(2026, 6, 1)
    assert answer_due(received, NUMBERS) == date(2026, 6, 16)
    assert answer_due(received, NUMBERS, complex_case=True) == date(2026, 7, 1)
    assert answer_due(received, NUMBERS, complex_case=True, extended=True) == date(2026, 7, 31)
    with pytest.raises(ValueError, match="complex"):
        answer_due(received, NUMBERS, extended=True)


def test_a_card_plan_runs_at_most_sixty_months():
    """HARD-1: 60 months pass, 61 do not; an unknown product is taken as a card."""
    assert plan_reason(60, "credit_card", NUMBERS) is None
    assert plan_reason(61, "credit_card", NUMBERS) is not None
    assert plan_reason(61, None, NUMBERS) is not None
    assert plan_reason(61, "mortgage", NUMBERS) is None


def test_limitation_runs_three_years_anew_from_a_demand():
    """HARD-5: due 2020-03-01, demand 2022-05-01, so it ends 2025-05-01; a later demand is too late."""
    due, demand = date(2020, 3, 1), date(2022, 5, 1)
    assert limitation_ends(due, (), 3) == date(2023, 3, 1)
    assert limitation_ends(due, (demand,), 3) == date(2025, 5, 1)
    assert limitation_ends(due, (date(2023, 3, 2),), 3) == date(2023, 3, 1)
    assert limitation_ends(due, (date(2023, 3, 1), demand), 3) == date(2026, 3, 1)


def test_agencies_are_reviewed_and_staff_trained_yearly():
    """VEND-2 and VEND-4: a year after the last, a review at latest when the agreement ends."""
    agreed = date(2026, 1, 10)
    assert agency_review_due(None, agreed, None, NUMBERS) == date(2027, 1, 10)
    assert agency_review_due(None, agreed, date(2026, 9, 1), NUMBERS) == date(2026, 9, 1)
    assert training_due(None, agreed, NUMBERS) == agreed
    assert training_due(date(2026, 2, 1), agreed, NUMBERS) == date(2027, 2, 1)


def test_what_a_lawyer_must_confirm_is_listed():
    """Numbers that rest on quotations are listed; those read in the statute are not."""
    keys = {number.key for number in to_confirm("cn")}
    assert "connected_calls_per_day" in keys
    assert "limitation_years" not in keys
    assert load_pack("example").is_example
    assert not load_pack("cn").is_example
