"""Each verdict, from a case small enough to check by hand."""

from dataclasses import replace

from domain.promise.making import POLICY, at, covers, day, paid, promise
from shounuo.domain.promise.entries import EntryKind
from shounuo.domain.promise.reversals import standing
from shounuo.domain.promise.settlement import settle
from shounuo.domain.promise.terms import Ending, EndKind, Part
from shounuo.domain.promise.verdict import State


def state(promises, entries=(), coverage=(), when=None, policy=POLICY, **more):
    verdicts = settle(promises, entries, coverage, policy, when or at(9), **more)
    return [v.state for v in verdicts]


P = promise("p", 710_835, made=1, due=3)


def test_a_promise_is_open_through_its_last_day() -> None:
    """Until midnight of the due day at the lender, nothing is decided, file or no file."""
    assert state([P], [], [covers(3, seen=3)], at(3, 23, 59)) == [State.OPEN]


def test_the_exact_amount_in_time_is_kept_at_once() -> None:
    """Paid in full on the first day, it is kept before any file covers the due day."""
    assert state([P], [paid("a", 710_835, 2)], [], at(2, 19)) == [State.KEPT]


def test_one_cent_short_is_not_kept() -> None:
    """7,108.34 for 7,108.35 is partly kept."""
    assert state([P], [paid("a", 710_834, 2)], [covers(3)]) == [State.PARTLY_KEPT]


def test_nothing_paid_is_broken_only_when_the_file_says_so() -> None:
    """Without the file for the due day the promise awaits it; an empty file is enough to decide."""
    assert state([P], [], []) == [State.AWAITING_FILE]
    assert state([P], [], [covers(2)]) == [State.AWAITING_FILE]
    assert state([P], [], [covers(3)]) == [State.BROKEN]


def test_every_expected_source_must_speak() -> None:
    """With two sources expected, one of them covering is not enough."""
    two = replace(POLICY, expected_sources=("bank", "wallet"))
    assert state([P], [], [covers(9)], policy=two) == [State.AWAITING_FILE]
    both = [covers(9), covers(3, source="wallet")]
    assert state([P], [], both, at(20), policy=two) == [State.BROKEN]


def test_money_after_the_last_day_keeps_late() -> None:
    """The whole amount a day after the due day is kept late, and no KP."""
    verdict = settle([P], [paid("a", 710_835, 4)], [covers(5)], POLICY, at(9))[0]
    assert (verdict.state, verdict.is_kept, verdict.late_minor) == (State.KEPT_LATE, False, 710_835)


def test_grace_days_move_the_last_day() -> None:
    """With one day of grace, the day after the due day is in time."""
    with_grace = replace(P, grace_days=1)
    assert state([with_grace], [paid("a", 710_835, 4)], [covers(5)]) == [State.KEPT]


def test_late_money_counts_only_for_the_lenders_number_of_days() -> None:
    """With two late days, money three days after the due day completes nothing."""
    short = replace(POLICY, late_days=2)
    assert state([P], [paid("a", 710_835, 6)], [covers(8)], policy=short) == [State.BROKEN]
    assert state([P], [paid("a", 710_835, 5)], [covers(8)], policy=short) == [State.KEPT_LATE]


def test_the_payment_day_decides_and_not_the_day_of_the_file() -> None:
    """Paid on the due day and delivered five days later, it is kept from that delivery on."""
    late_line = paid("a", 710_835, 3, seen=8)
    assert state([P], [late_line], [covers(3)], at(7)) == [State.BROKEN]
    assert state([P], [late_line], [covers(3)], at(9)) == [State.KEPT]


def test_a_payment_posted_in_the_future_waits() -> None:
    """A line that posts on day 5 is not known on day 4, though the file is there."""
    pending = paid("a", 710_835, 3, posted_at=day(5))
    assert state([P], [pending], [], at(4)) == [State.AWAITING_FILE]
    assert state([P], [pending], [], at(5, 1)) == [State.KEPT]


def test_a_dated_line_of_the_same_day_counts_and_an_earlier_clock_time_does_not() -> None:
    """Without a clock time the day of the promise counts; at 9:59 for a promise made at 10:00 it does not."""
    dated = paid("a", 710_835, 1)
    timed = paid("a", 710_835, 1, paid_at=at(1, 9, 59))
    assert state([P], [dated], [covers(3)]) == [State.KEPT]
    assert state([P], [timed], [covers(3)]) == [State.BROKEN]


def test_credits_are_shown_and_never_counted() -> None:
    """A refund, a waiver and a conversion of the whole amount leave the promise broken."""
    kinds = (EntryKind.REFUND, EntryKind.WAIVER, EntryKind.CONVERSION)
    lines = [paid(k.value, 710_835, 2, kind=k) for k in kinds]
    verdict = settle([P], lines, [covers(3)], POLICY, at(9))[0]
    assert verdict.state is State.BROKEN
    assert verdict.credits_seen == ("conversion", "refund", "waiver")


def test_somebody_elses_money_keeps_the_promise_and_is_named() -> None:
    """A brother's payment counts as kept money, with him as payer."""
    verdict = settle([P], [paid("a", 710_835, 2, payer="brother")], [], POLICY, at(9))[0]
    assert (verdict.state, verdict.payments[0].payer) == (State.KEPT, "brother")


def test_a_reversal_decides_again() -> None:
    """Kept on day 2, the payment is bounced on day 6: from then the promise is broken."""
    money = paid("a", 710_835, 2)
    bounced = paid("b", 710_835, 6, kind=EntryKind.BOUNCE, reverses="a")
    files = [covers(3)]
    assert state([P], [money, bounced], files, at(5)) == [State.KEPT]
    assert state([P], [money, bounced], files, at(7)) == [State.BROKEN]


def test_a_part_of_a_payment_can_be_reversed() -> None:
    """Of 7,108.35 the lender takes back 0.01: partly kept, one cent short."""
    lines = [
        paid("a", 710_835, 2),
        paid("b", 1, 4, kind=EntryKind.REVERSAL, reverses="a"),
    ]
    verdict = settle([P], lines, [covers(3)], POLICY, at(9))[0]
    assert (verdict.state, verdict.short_minor) == (State.PARTLY_KEPT, 1)


def test_an_unnamed_reversal_takes_the_payment_of_its_own_amount() -> None:
    """Of 3,000 and 4,108.35, an unnamed reversal of 3,000 undoes the first."""
    lines = [
        paid("a", 300_000, 2),
        paid("b", 410_835, 3),
        paid("r", 300_000, 4, kind=EntryKind.REVERSAL),
    ]
    verdict = settle([P], lines, [covers(3)], POLICY, at(9))[0]
    assert [(c.payment_id, c.minor) for c in verdict.payments] == [("b", 410_835)]


def test_a_reversal_undoes_nothing_that_was_paid_after_it() -> None:
    """An unnamed reversal of day 2 cannot take back the payment of day 3: it is left unmatched."""
    lines = [paid("r", 100, 2, kind=EntryKind.REVERSAL), paid("a", 100, 3)]
    assert state([promise("p", 100)], lines, [covers(3)]) == [State.KEPT]
    assert standing(lines, POLICY.zone).unmatched == ["r"]


def test_a_plan_fails_at_its_first_failed_part() -> None:
    """Two parts: the first unpaid when its file is in, so the plan is broken before the second is due."""
    plan = promise("p", parts=(Part(day(3), 100), Part(day(10), 100)))
    assert state([plan], [], [covers(3)], at(5)) == [State.BROKEN]
    assert state([plan], [paid("a", 100, 2)], [covers(3)], at(5)) == [State.OPEN]
    both = [paid("a", 100, 2), paid("b", 100, 9)]
    assert state([plan], both, [covers(3)], at(10)) == [State.KEPT]
    at_once = [paid("a", 200, 2)]
    assert state([plan], at_once, [], at(3)) == [State.KEPT]


def test_a_cancellation_counts_only_before_the_due_day_is_over() -> None:
    """Cancelled on day 2 it is cancelled; cancelled on day 5 it is broken all the same."""
    early = replace(P, ending=Ending(EndKind.CANCELLED, at(2), at(2)))
    late = replace(P, ending=Ending(EndKind.CANCELLED, at(5), at(5)))
    midnight = replace(P, ending=Ending(EndKind.CANCELLED, at(4, 0), at(5)))
    assert state([midnight], [], [covers(3)]) == [State.BROKEN]
    void = replace(P, ending=Ending(EndKind.VOID, at(5), at(5)))
    assert state([early], [], [covers(3)]) == [State.CANCELLED]
    assert state([late], [], [covers(3)]) == [State.BROKEN]
    assert state([void], [], [covers(3)]) == [State.VOID]


def test_a_cancelled_promise_gives_its_money_to_the_next() -> None:
    """The money that came goes to the promise that stands."""
    first = replace(P, ending=Ending(EndKind.CANCELLED, at(2), at(2)))
    second = promise("q", 710_835, made=2, due=4)
    assert state([first, second], [paid("a", 710_835, 3)], []) == [State.CANCELLED, State.KEPT]


def test_a_payment_serves_one_promise_and_its_rest_the_next() -> None:
    """10,000 against 7,108.35 due day 3 and 5,000 due day 4: the second gets 2,891.65."""
    second = promise("q", 500_000, made=1, due=4)
    verdicts = settle([P, second], [paid("a", 1_000_000, 2)], [covers(5)], POLICY, at(9))
    assert [(v.state, v.counted_minor) for v in verdicts] == [
        (State.KEPT, 710_835),
        (State.PARTLY_KEPT, 289_165),
    ]


def test_money_in_time_for_a_new_promise_does_not_go_to_an_old_one() -> None:
    """A broken promise of day 3 gets nothing from money that is in time for the promise of day 8."""
    second = promise("q", 710_835, made=6, due=8)
    verdicts = state([P, second], [paid("a", 710_835, 7)], [covers(8)])
    assert verdicts == [State.BROKEN, State.KEPT]


def test_two_cards_share_by_the_lenders_order() -> None:
    """Money booked to the customer goes to the card that the lender serves first."""
    one = promise("x", 100, accounts=("silver",))
    two = promise("w", 100, accounts=("gold",))
    line = [paid("a", 150, 2, account="")]
    verdicts = settle([one, two], line, [covers(3)], POLICY, at(9), card_order=("silver", "gold"))
    assert {v.promise_id: v.counted_minor for v in verdicts} == {"x": 100, "w": 50}


def test_money_on_another_card_or_in_another_currency_does_not_count() -> None:
    """A payment on a card the promise does not name leaves it broken."""
    other = [paid("a", 710_835, 2, account="other")]
    assert state([P], other, [covers(3)]) == [State.BROKEN]
    dollars = [replace(paid("a", 710_835, 2), currency="USD")]
    assert state([P], dollars, [covers(3)]) == [State.BROKEN]


def test_a_line_delivered_twice_counts_once() -> None:
    """The same payment id in two files is one payment."""
    twice = [paid("a", 400_000, 2), paid("a", 400_000, 2, seen=4)]
    assert state([P], twice, [covers(3)]) == [State.PARTLY_KEPT]
