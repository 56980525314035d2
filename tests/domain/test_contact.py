"""Attempts and the counters in which they count."""

from hypothesis import given
from hypothesis import strategies as st

from shounuo.domain.contact import (
    CALL_OUTCOMES,
    NAMES,
    AttemptState,
    Channel,
    Counter,
    HousePolicy,
    Outcome,
    PartyRole,
    counters_of,
)
from shounuo.domain.steps import CUSTOMER_CALL, THIRD_PARTY_CALL, Step, missing, steps_for

ENDED = AttemptState.ENDED


def test_what_is_under_way_or_unheard_of_counts_in_every_counter() -> None:
    """A call in flight and a call that never reported back count as connected and as unconnected."""
    for state in (AttemptState.IN_FLIGHT, AttemptState.UNKNOWN):
        found = counters_of(Channel.CALL, state, None)
        assert found == {Counter.ATTEMPT, Counter.CONNECTED, Counter.UNCONNECTED}


@given(st.sampled_from(sorted(CALL_OUTCOMES)))
def test_an_ended_call_counts_in_no_counter_that_it_did_not_count_in_before(outcome) -> None:
    """Whatever the outcome, its counters were already counted while it was in flight."""
    before = counters_of(Channel.CALL, AttemptState.IN_FLIGHT, None)
    assert counters_of(Channel.CALL, ENDED, outcome) <= before


def test_a_call_denied_or_never_dialled_counts_nowhere() -> None:
    """Nobody was disturbed, nothing is counted."""
    assert not counters_of(Channel.CALL, AttemptState.DENIED, None)
    assert not counters_of(Channel.CALL, ENDED, Outcome.NOT_DIALLED)


def test_the_house_decides_whether_a_call_assistant_is_a_connection() -> None:
    """Connected by default, which limits contact more; the house may say otherwise."""
    by_default = counters_of(Channel.CALL, ENDED, Outcome.ASSISTANT)
    lenient = HousePolicy(assistant_is_connected=False)
    assert Counter.CONNECTED in by_default
    assert Counter.UNCONNECTED in counters_of(Channel.CALL, ENDED, Outcome.ASSISTANT, lenient)


def test_every_outcome_has_a_name_and_messages_are_messages() -> None:
    """No outcome without its name; an SMS counts as a message in every state."""
    assert set(NAMES) == set(Outcome)
    for state in (AttemptState.IN_FLIGHT, AttemptState.UNKNOWN, ENDED):
        assert Counter.MESSAGE in counters_of(Channel.SMS, state, Outcome.SENT)


def test_a_third_party_call_has_no_step_about_the_debt() -> None:
    """Its four steps are who, who are you, please pass on, goodbye."""
    assert steps_for(PartyRole.THIRD_PARTY) == THIRD_PARTY_CALL
    assert not {Step.STATE_FACTS, Step.ASK_PAYMENT} & set(THIRD_PARTY_CALL)
    assert steps_for(PartyRole.CUSTOMER) == CUSTOMER_CALL


def test_missing_steps_come_in_the_order_of_the_call() -> None:
    """Of the required steps those not done are named, first things first."""
    required = frozenset({Step.CLOSE, Step.IDENTIFY_SELF, Step.VERIFY_IDENTITY})
    left = missing({Step.IDENTIFY_SELF}, PartyRole.CUSTOMER, required)
    assert left == (Step.VERIFY_IDENTITY, Step.CLOSE)
