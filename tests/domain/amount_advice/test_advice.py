"""Which amount is advised, from the situations of the practice."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shounuo.domain.account import Position
from shounuo.domain.amount_advice import Known, advise
from shounuo.domain.lender_policy import LenderPolicy

TODAY = date(2026, 11, 23)
POLICY = LenderPolicy("qichuan")


def position(due: int, past_due: int, days: int = 20, total: int = 3_000_000) -> Position:
    return Position(due, past_due, total, days, 1, "M1")


def test_less_than_the_past_due_has_its_own_talk() -> None:
    """DUE 14,000, past due 7,100, the customer has 4,500: a part, 2,600 short, and no larger promise."""
    advice = advise(position(1_400_000, 710_000), POLICY, Known(can_pay_minor=450_000), TODAY)
    part = advice.best
    assert (part.option, part.amount and part.amount.minor) == ("part", 450_000)
    assert part.effect is not None
    assert (part.effect.cured, part.effect.lacks_minor) == (False, 260_000)
    assert [step.key for step in advice.steps] == [
        "say_what_is_missing",
        "ask_when",
        "take_part",
        "offer_plan",
    ]
    assert "2,600.00" in advice.steps[0].words.en


def test_money_coming_gives_time() -> None:
    """When money comes within days the talk gives time to that day."""
    known = Known(can_pay_minor=450_000, money_on=TODAY + timedelta(days=2))
    steps = advise(position(1_400_000, 710_000), POLICY, known, TODAY).steps
    assert [step.key for step in steps][1] == "give_time"


def test_usual_payer_is_asked_for_everything() -> None:
    """Just late, pays before the due date, paid in full last time: everything due."""
    known = Known(
        pays_when="before_due", last_payment_minor=500_000, last_due_minor=500_000, saw_bill=True
    )
    assert advise(position(832_617, 306_680, days=3), POLICY, known, TODAY).best.option == "due"


def test_one_who_paid_the_past_due_is_asked_for_it() -> None:
    """Paid exactly the past due last time, and only once collection began: the past due."""
    known = Known(
        last_payment_minor=300_000,
        last_past_due_minor=300_000,
        last_due_minor=900_000,
        pays_when="after_collection",
    )
    best = advise(position(832_617, 306_680), POLICY, known, TODAY).best
    assert best.option == "past_due"
    assert best.saying is not None
    assert best.saying.ask.ask.minor == 320_000


def test_hardship_leads_to_a_plan_and_no_amount() -> None:
    """Illness or lost work: a plan, and the talk is care."""
    advice = advise(
        position(832_617, 306_680), POLICY, Known(hardship=True, has_income=False), TODAY
    )
    assert advice.best.option == "plan"
    assert advice.best.amount is None
    assert [step.key for step in advice.steps] == ["care"]


def test_nothing_due_is_refused() -> None:
    """No advice is given where nothing is due."""
    with pytest.raises(ValueError, match="nothing is due"):
        advise(position(0, 0), POLICY, Known(), TODAY)


@given(
    due=st.integers(1, 10**9), share=st.floats(0, 1), has=st.one_of(st.none(), st.integers(0, 10**9)),
    hardship=st.booleans(), broken=st.integers(0, 3), method=st.sampled_from([None, "app"]),
)  # fmt: skip
def test_never_more_than_due_and_always_explained(
    due: int, share: float, has: int | None, hardship: bool, broken: int, method: str | None
) -> None:
    """No choice asks above what is due; every score is its start plus its facts' points; the best comes first."""
    place = position(due, int(due * share), total=due)
    advice = advise(
        place,
        POLICY,
        Known(can_pay_minor=has, hardship=hardship, promises_broken=broken),
        TODAY,
        method=method,
    )
    scores = [choice.score for choice in advice.choices]
    assert scores == sorted(scores, reverse=True)
    for choice in advice.choices:
        if choice.amount and choice.saying:
            assert choice.amount.minor <= due
            assert choice.amount.minor <= choice.saying.ask.ask.minor <= due
    assert advice.log()["advised"] == advice.best.option
