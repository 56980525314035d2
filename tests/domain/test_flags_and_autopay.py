"""Flags as known on one day about another; debits under way."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from shounuo.domain.autopay import Autopay, AutopayKind, DebitResult
from shounuo.domain.flags import Flag, FlagEvent, case_flags, flags_known, keeps_out_of_queue

ZONE = ZoneInfo("Asia/Shanghai")


def at(day: int) -> datetime:
    return datetime(2026, 11, day, 12, tzinfo=ZONE)


def on(day: int) -> date:
    return date(2026, 11, day)


DIED = FlagEvent(Flag.DECEASED, True, on(3), at(10))


def test_a_death_recorded_late_was_true_before_and_known_only_after() -> None:
    """Died on the 3rd, told on the 10th: about the 5th we knew nothing on the 6th, and know it since."""
    assert case_flags([DIED], on(5), at(6)) == frozenset()
    assert case_flags([DIED], on(5), at(11)) == {Flag.DECEASED}
    assert case_flags([DIED], on(2), at(11)) == frozenset()


def test_a_flag_lowered_with_a_past_date_was_never_true_from_then() -> None:
    """A dispute raised on the 2nd and found settled as of the 4th holds on the 3rd and not on the 5th."""
    events = [
        FlagEvent(Flag.DISPUTED, True, on(2), at(2)),
        FlagEvent(Flag.DISPUTED, False, on(4), at(9)),
    ]
    assert case_flags(events, on(3), at(9)) == {Flag.DISPUTED}
    assert case_flags(events, on(5), at(9)) == frozenset()
    assert case_flags(events, on(5), at(8)) == {Flag.DISPUTED}


def test_a_flag_may_end_by_itself_and_may_be_about_one_number() -> None:
    """A plan until the 6th is over on the 7th; a refusal of one number is not about the case."""
    plan = FlagEvent(Flag.PLAN_PERFORMING, True, on(1), at(1), until=on(6))
    refusal = FlagEvent(Flag.THIRD_PARTY_REFUSED, True, on(1), at(1), about="number-2")
    assert case_flags([plan, refusal], on(6), at(7)) == {Flag.PLAN_PERFORMING}
    assert flags_known([plan, refusal], on(7), at(7)) == {(Flag.THIRD_PARTY_REFUSED, "number-2")}


def test_holds_keep_a_case_out_of_the_queue_and_a_mark_does_not() -> None:
    """A vulnerable customer may be handed to somebody, a dead one never."""
    assert keeps_out_of_queue({Flag.DECEASED, Flag.VULNERABLE}) == {Flag.DECEASED}
    assert not keeps_out_of_queue({Flag.VULNERABLE, Flag.BIG_CASE})


events = st.builds(
    FlagEvent,
    st.sampled_from([Flag.DISPUTED, Flag.DECEASED]),
    st.booleans(),
    st.integers(1, 9).map(on),
    st.integers(1, 28).map(at),
)


@given(st.data(), st.lists(events, max_size=6, unique_by=lambda e: (e.flag, e.recorded_at)))
def test_the_order_of_arrival_changes_nothing(data, rows) -> None:
    """The same events in any order give the same flags about every day."""
    mixed = data.draw(st.permutations(rows))
    for day in range(1, 10):
        assert case_flags(rows, on(day), at(20)) == case_flags(mixed, on(day), at(20))


def test_a_debit_in_flight_is_seen_until_it_settles() -> None:
    """Announced for the 5th it is in flight on the 5th and 6th; with its result it is not."""
    debit = Autopay(AutopayKind.MINIMUM, next_attempt=on(5))
    assert [debit.is_in_flight(on(d)) for d in (4, 5, 6, 7)] == [False, True, True, False]
    failed = Autopay(AutopayKind.FULL, DebitResult.INSUFFICIENT, on(5), on(5))
    assert not failed.is_in_flight(on(5))
    pending = Autopay(AutopayKind.FULL, DebitResult.PENDING, on(5))
    assert pending.is_in_flight(on(6))
    assert not Autopay(next_attempt=on(5)).is_in_flight(on(5))
