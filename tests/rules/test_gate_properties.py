from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from rules.world import NOON, call, facts, proposing
from shounuo.rules.gate import decide
from shounuo.rules.past import Basis, Coverage
from shounuo.rules.proposed import Channel, Direction
from shounuo.rules.verdict import Outcome

FREQUENCY = {"FREQ-1", "FREQ-2", "FREQ-3"}

contacts = st.builds(
    call,
    st.integers(-3000, 3000).map(lambda minutes: NOON + timedelta(minutes=minutes)),
    st.sampled_from([True, False, None]),
    person_id=st.sampled_from(["c1", "c1", "g1", None]),
    address_id=st.sampled_from(["n1", "n1", "n2", None]),
    in_flight=st.booleans(),
    outcome=st.sampled_from([None, "assistant", "busy"]),
    direction=st.sampled_from([Direction.OUTBOUND, Direction.OUTBOUND, Direction.INBOUND]),
    organisation=st.sampled_from(["bank", "agency"]),
)
histories = st.lists(contacts, max_size=12)


@given(histories, st.randoms())
@settings(max_examples=200, deadline=None)
def test_row_order_never_matters(history, random):
    """The verdict on a customer or a third party is the same whatever order the rows come in."""
    shuffled = list(history)
    random.shuffle(shuffled)
    for base in (proposing(), proposing(role="third_party", person_id="t1", purpose="locate")):
        one, other = (decide(replace(base, contacts=tuple(rows))) for rows in (history, shuffled))
        assert one == other


@given(histories, contacts)
@settings(max_examples=300, deadline=None)
def test_one_more_counted_call_never_opens_a_closed_counter(history, extra):
    """Adding a contact to the history never turns a frequency denial into an allow."""
    before, after = (decide(facts(contacts=tuple(rows))) for rows in (history, [*history, extra]))
    closed = {r.rule_id for r in before.blocking} & FREQUENCY
    assert closed <= {r.rule_id for r in after.blocking}


@given(histories, st.sampled_from(list(Channel)), st.booleans())
@settings(max_examples=200, deadline=None)
def test_erased_person_never_contactable(history, channel, inbound):
    """No channel, history or direction reaches a person whose data was erased."""
    if channel in (
        Channel.CREDIT_REPORT,
        Channel.COURT_FILING,
        Channel.DELETE_RECORDING,
        Channel.DELETE_RECORDS,
    ):
        return
    direction = Direction.INBOUND if inbound else Direction.OUTBOUND
    base = proposing(channel=channel, direction=direction)
    erased = replace(base, contacts=tuple(history), customer=replace(base.customer, erased=True))
    assert decide(erased).outcome is Outcome.DENY


bases = st.sampled_from(list(Basis))


@given(histories, bases, st.integers(1, 600), st.booleans())
@settings(max_examples=200, deadline=None)
def test_missing_contact_coverage_never_allows(history, basis, minutes_short, named):
    """A call is never allowed while another party's day is unknown, by gap or by silence."""
    parties = ("agency",) if named else None
    gap = Coverage("agency", basis, NOON - timedelta(minutes=minutes_short), evidence="e")
    short = facts(contacts=tuple(history), other_parties=parties, coverage=(gap,))
    assert decide(short).outcome is Outcome.DENY
    assert decide(replace(short, coverage=())).outcome is Outcome.DENY


@given(histories)
@settings(max_examples=100, deadline=None)
def test_two_collectors_never_both_take_the_last_call(history):
    """If a call is allowed, the same call beside it in flight fits the counters, or is denied."""
    first = facts(contacts=tuple(history))
    if not decide(first).allowed:
        return
    row = call(NOON, None, in_flight=True, contact_id="k1")
    allowed = 1
    for at in range(2, 9):
        rows = (*history, *(replace(row, contact_id=f"k{n}") for n in range(1, at)))
        beside = proposing(replace(first, contacts=rows), contact_id=f"k{at}")
        allowed += decide(beside).allowed
    assert allowed <= 3
