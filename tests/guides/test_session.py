"""A call led by a guide: hard answers, timers, required steps, and what each end implies."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from shounuo.domain.disposition.catalogue import Code
from shounuo.guides.library import shipped
from shounuo.guides.model import Guide
from shounuo.guides.session import (
    Session,
    closing_problems,
    due_timers,
    give_reason,
    implied_disposition,
    missing_required,
    say,
    start,
    take,
    tick,
    unsaid,
)
from shounuo.kernel.errors import Refused

AT = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


def guide(name: str = "cn-card-m1") -> Guide:
    found = shipped()[name].guide
    assert found is not None
    return found


def led(answers: str, name: str = "cn-card-m1") -> Session:
    """The session after these answers, five seconds apart."""
    session = start(guide(name), AT)
    for place, answer in enumerate(answers.split(), 1):
        session = take(guide(name), session, answer, AT + timedelta(seconds=5 * place))
    return session


TO_FACTS = "is_customer verified"
CALLS = {
    "died": (f"{TO_FACTS} died", Code.DECEASED),
    "instalments": (f"{TO_FACTS} instalments tells", Code.PLAN_REQUEST),
    "debit_failed": (f"{TO_FACTS} debit_failed waits", Code.AUTOPAY_FAILED),
    "already_paid": (f"{TO_FACTS} already_paid tells", Code.CLAIM_PAID),
    "wrong_person": ("wrong_person", Code.WRONG_PERSON),
    "refuses": (f"{TO_FACTS} heard refuses still_refuses still_refuses", Code.REFUSE),
    "hangs_up": (f"{TO_FACTS} hangs_up", Code.HUNG_UP),
    "hangs_up_after_promise": (f"{TO_FACTS} heard agrees_today told hangs_up", Code.PTP_IMPLIED),
    "abuse": (f"{TO_FACTS} abuse goes_on", Code.ABUSIVE),
    "no_money": (f"{TO_FACTS} no_money nothing", Code.NO_MONEY),
    "self_harm": (f"{TO_FACTS} self_harm with_someone", Code.VULNERABLE),
    "complaint": (f"{TO_FACTS} complaint told", Code.COMPLAINT),
    "dispute": (f"{TO_FACTS} dispute told", Code.DISPUTE),
    "lawyer": (f"{TO_FACTS} lawyer", Code.CEASE),
    "stop_calling": (f"{TO_FACTS} stop_calling", Code.CEASE),
    "promise": (f"{TO_FACTS} heard agrees_today told yes", Code.PTP),
}


@pytest.mark.parametrize("name", CALLS)
def test_each_hard_answer_ends_in_its_code(name: str) -> None:
    """Played through, the call stands at an end that implies the right code."""
    answers, code = CALLS[name]
    assert implied_disposition(guide(), led(answers)) is code


@pytest.mark.parametrize(
    "lender_guide",
    [
        "cn-card-m2-m3",
        "cn-card-m4-up",
        "cn-consumer-loan",
        "cn-broken-promise",
        "cn-inbound",
        "cn-business-loan",
        "us-consumer",
    ],
)
def test_hard_answers_everywhere_lead_to_the_same_codes(lender_guide: str) -> None:
    """In every guide for a debtor, the hard answers from the facts end in the same codes."""
    whole = guide(lender_guide)
    for name in (
        "died",
        "already_paid",
        "self_harm",
        "complaint",
        "dispute",
        "lawyer",
        "stop_calling",
    ):
        answers, code = CALLS[name]
        session = Session(whole.ref, "zh", "facts", AT)
        for answer in answers.removeprefix(TO_FACTS).split():
            session = take(whole, session, answer, AT)
        assert implied_disposition(whole, session) is code, name


def test_a_step_left_out_is_not_silent() -> None:
    """A hang-up before the read-back leaves the confirmation missing until a reason is given."""
    session = led(f"{TO_FACTS} heard agrees_today told hangs_up")
    assert [step.id for step in missing_required(guide(), session)] == ["confirm"]
    assert [p.code for p in closing_problems(guide(), session)] == ["step_missing"]
    assert closing_problems(guide(), give_reason(session, "confirm", "客户挂机")) == []
    assert closing_problems(guide(), give_reason(session, "confirm", "  ")) != []


def test_the_clock_stands_still_in_care() -> None:
    """Five minutes of talk bring the exit line; the same minutes in a complaint do not."""
    talking, complaining = led(TO_FACTS), led(f"{TO_FACTS} complaint")
    late = AT + timedelta(seconds=600)
    assert [timer.to for timer in due_timers(guide(), talking, late)] == ["wind_down"]
    assert due_timers(guide(), talking, AT + timedelta(seconds=200)) == ()
    assert due_timers(guide(), complaining, late) == ()


def test_a_key_that_is_no_branch_is_refused() -> None:
    """A key without a branch moves nothing and says which keys there are."""
    with pytest.raises(Refused, match="no branch"):
        take(guide(), start(guide(), AT), "9", AT)


def test_kept_and_read_back() -> None:
    """A session survives storage exactly; saying a line twice counts once."""
    session = say(say(tick(led(TO_FACTS)), "amounts"), "amounts")
    assert session.said == ("facts/amounts",)
    assert Session.from_dict(session.as_dict()) == session
    assert unsaid(guide(), session, ["facts/amounts", "ask/due_today"]) == ("ask/due_today",)


def test_third_party_hears_the_same_answer() -> None:
    """Asked ten times, the screen stands at the same answer ten times; then the relay ends it."""
    session = led("is_contact asks_what " + "asks_again " * 9 + "accepts", "cn-third-party")
    assert implied_disposition(guide("cn-third-party"), session) is Code.MESSAGE_LEFT
    assert sum(move.to == "same_answer" for move in session.moves) == 10
