"""A call heard turn by turn: steps ticked, states to mind, one interrupt at most."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from shounuo.inspection.live import QUIET, WINDOW_TURNS, Live, hear, listen
from shounuo.inspection.model import Call, Context, Turn
from shounuo.inspection.reading import Reading
from shounuo.inspection.steps.done import steps_done

AT = datetime.fromisoformat("2026-11-20T10:00:00+08:00")
CUSTOMER = Context(callee_role="debtor", lender="江海银行", debtor_name="王建国")
OPENING = [
    ("agent", "您好，这里是江海银行信用卡中心，本次通话有录音，请问您是王建国先生本人吗？"),
    ("party", "我是，什么事？"),
]


def follow(said: list[tuple[str, str]], context: Context = CUSTOMER) -> list[Live]:
    """The state after each turn."""
    call, state = Call("c", "zh", AT, context, ()), QUIET
    states = []
    for n, (speaker, text) in enumerate(said):
        call, state = hear(call, Turn(n, speaker, text), state)  # type: ignore[arg-type]
        states.append(state)
    return states


def kinds(state: Live) -> set[str]:
    return {one.kind for one in state.cautions}


def test_identity_is_minded_until_the_person_confirms_it() -> None:
    """Before the answer the debt may not be spoken of, after it the warning is gone."""
    states = follow(OPENING)
    assert "unverified" in kinds(states[0])
    assert "unverified" not in kinds(states[1])
    assert states[1].steps == {"identify_self": 0, "recording_notice": 0, "verify_identity": 0}


def test_one_interrupt_a_call_and_it_stays() -> None:
    """Two grave wishes make two cautions, but only the first breaks in."""
    said = [*OPENING, ("party", "以后别再给我打电话了"), ("party", "我要跳楼了，活不下去了")]
    states = follow(said)
    assert states[2].interrupt is not None
    assert states[2].interrupt.kind == "stop"
    assert states[3].interrupt == states[2].interrupt
    assert {"stop", "self_harm"} <= kinds(states[3])


def test_hardship_is_minded_quietly() -> None:
    """A customer who lost the job changes what is offered, and nothing flashes."""
    state = follow([*OPENING, ("party", "我上个月失业了，能不能分期")])[-1]
    assert "hardship" in kinds(state)
    assert state.interrupt is None


def test_a_plan_that_is_performed_is_minded_from_the_start() -> None:
    """The case's own state needs no word of the customer."""
    context = replace(CUSTOMER, open_flags=frozenset({"plan_performing"}))
    assert "plan_performing" in kinds(follow(OPENING, context)[0])


def test_a_third_party_is_never_told_of_a_debt_by_the_warnings() -> None:
    """What is shown during a third party's call holds no word of money owed."""
    context = replace(CUSTOMER, callee_role="third_party", open_flags=frozenset({"dispute"}))
    said = [("agent", "您好，请问是王小妹女士吗？"), ("party", "是，你们别再打给我了，我要投诉")]
    state = follow(said, context)[-1]
    shown = "".join(one.words.zh + one.words.en.lower() for one in state.cautions)
    assert "third_party" in kinds(state)
    assert not [word for word in ("欠", "还款", "催收", "逾期", "debt", "pay") if word in shown]


TALK = st.lists(
    st.tuples(
        st.sampled_from(["agent", "party"]),
        st.sampled_from(
            [
                "好的",
                "我是王建国",
                "以后别打了",
                "没钱",
                "逾期十二天",
                "我要投诉",
                "请问是王建国吗",
                "嗯",
            ]
        ),
    ),
    max_size=25,
)


@given(TALK)
def test_nothing_heard_is_ever_unheard(said: list[tuple[str, str]]) -> None:
    """Steps done, wishes of the other side and the interrupt only grow with the call."""
    states = [QUIET, *follow(said)]
    for before, after in itertools.pairwise(states):
        assert before.steps.items() <= after.steps.items()
        assert {k for k in kinds(before) if k in {"stop", "complaint"}} <= kinds(after)
        assert before.interrupt in (None, after.interrupt)


@given(TALK)
def test_turn_by_turn_is_as_all_at_once(said: list[tuple[str, str]]) -> None:
    """A listener that came late and hears the whole call knows the steps a report of it would name."""
    turns = tuple(Turn(n, who, text) for n, (who, text) in enumerate(said))  # type: ignore[arg-type]
    call = Call("c", "zh", AT, CUSTOMER, turns)
    done = {name: t.turn.i for name, t in steps_done(Reading(call)).items() if t is not None}
    assert listen(call).steps == done


def test_a_long_call_keeps_what_its_beginning_did() -> None:
    """Steps older than the window are still done, and identity stays confirmed."""
    said = [*OPENING, *[("party", "嗯"), ("agent", "好的")] * WINDOW_TURNS]
    state = follow(said)[-1]
    assert state.steps["verify_identity"] == 0
    assert "unverified" not in kinds(state)
