"""Which file is awaited, and what a balance says where no payment rows come."""

from dataclasses import replace
from datetime import date, datetime, time

from domain.promise.making import POLICY, ZONE, at, covers, day, paid, promise
from shounuo.domain.promise.balance_fall import Snapshot
from shounuo.domain.promise.coverage import FileTimetable
from shounuo.domain.promise.entries import EntryKind
from shounuo.domain.promise.policy import SettlementPolicy
from shounuo.domain.promise.settlement import settle
from shounuo.domain.promise.terms import Part
from shounuo.domain.promise.verdict import State
from shounuo.kernel.calendar_file import calendar

ROWLESS = SettlementPolicy()


def snap(on: int, minor: int, seen: int | None = None) -> Snapshot:
    return Snapshot("card", "CNY", day(on), minor, at(seen or on, 23))


class Weekdays:
    """Monday to Friday."""

    name = "weekdays"

    def is_business_day(self, on: date) -> bool:
        return on.weekday() < 5


def test_over_a_weekend_mondays_file_is_awaited() -> None:
    """A promise due on Saturday the 7th awaits the file of Monday the 9th, nine o'clock."""
    p = promise("p", 100, made=5, due=7)
    policy = replace(POLICY, timetables=(FileTimetable("bank", 1, time(9, 0)),))
    verdict = settle([p], [], [covers(6)], policy, at(8), calendar=Weekdays())[0]
    (awaited,) = verdict.awaiting
    assert (verdict.state, awaited.covers, awaited.expected_at) == (
        State.AWAITING_FILE,
        day(7),
        datetime(2026, 11, 9, 9, 0, tzinfo=ZONE),
    )
    assert not awaited.is_overdue(at(9, 8, 59))
    assert awaited.is_overdue(at(9, 9, 1))


def test_over_national_day_the_first_working_days_file_is_awaited() -> None:
    """A promise due on 2 October 2026 awaits 8 October, the first working day after the holiday."""
    made = datetime(2026, 10, 1, 10, tzinfo=ZONE)
    p = promise("p", 100, made_at=made, parts=(Part(date(2026, 10, 2), 100),))
    as_of = datetime(2026, 10, 5, 9, tzinfo=ZONE)
    verdict = settle([p], [], [], POLICY, as_of, calendar=calendar("cn"))[0]
    assert verdict.awaiting[0].expected_at == datetime(2026, 10, 8, 9, tzinfo=ZONE)
    assert verdict.calendar == calendar("cn").name


def test_a_fall_of_the_balance_keeps_provisionally() -> None:
    """From 9,000 to 1,000 between two snapshots: 5,000 promised in between is kept, provisionally."""
    p = promise("p", 500_000, made=2, due=4)
    verdict = settle([p], [], [], ROWLESS, at(9), snapshots=[snap(1, 900_000), snap(3, 100_000)])[0]
    assert (verdict.state, verdict.provisional) == (State.KEPT, True)
    assert verdict.payments[0].from_balance


def test_without_a_snapshot_of_the_last_day_nothing_is_broken() -> None:
    """The balance of day 3 cannot break a promise due on day 4; that of day 5 can."""
    p = promise("p", 500_000, made=2, due=4)
    rows = [snap(1, 900_000), snap(3, 900_000)]
    assert settle([p], [], [], ROWLESS, at(9), snapshots=rows)[0].state is State.AWAITING_FILE
    rows.append(snap(5, 900_000))
    verdict = settle([p], [], [], ROWLESS, at(9), snapshots=rows)[0]
    assert (verdict.state, verdict.provisional) == (State.BROKEN, True)


def test_a_source_once_seen_must_speak_before_a_balance_may_break() -> None:
    """A payment of last month came from a file: the balance of day 5 breaks nothing, its file is awaited."""
    p = promise("p", 500_000, made=2, due=4)
    rows = [snap(1, 900_000), snap(5, 900_000)]
    earlier = [paid("old", 100, 1, seen=1, source="wallet", paid_at=at(1, 8))]
    verdict = settle([p], earlier, [], ROWLESS, at(9), snapshots=rows)[0]
    assert verdict.state is State.AWAITING_FILE
    assert [a.source for a in verdict.awaiting] == ["wallet"]


def test_a_waiver_in_the_balance_is_not_money() -> None:
    """Of a fall of 5,000, a known waiver of 4,000 leaves 1,000 of money."""
    p = promise("p", 500_000, made=2, due=4)
    rows = [snap(1, 900_000), snap(4, 400_000)]
    waived = paid("w", 400_000, 3, kind=EntryKind.WAIVER)
    verdict = settle([p], [waived], [], ROWLESS, at(9), snapshots=rows)[0]
    assert (verdict.state, verdict.counted_minor) == (State.PARTLY_KEPT, 100_000)


def test_a_payment_row_silences_the_balance() -> None:
    """Once the row of the same money arrives it alone is counted, and the verdict is final."""
    p = promise("p", 500_000, made=2, due=4)
    rows = [snap(1, 900_000), snap(4, 400_000)]
    verdict = settle([p], [paid("a", 500_000, 3)], [covers(4)], ROWLESS, at(9), snapshots=rows)[0]
    assert (verdict.state, verdict.provisional) == (State.KEPT, False)
    assert [c.payment_id for c in verdict.payments] == ["a"]


def test_an_empty_file_overrules_the_balance() -> None:
    """The files cover the days and show no payment: the fall was something else, the promise is broken."""
    p = promise("p", 500_000, made=2, due=4)
    rows = [snap(1, 900_000), snap(4, 400_000)]
    verdict = settle([p], [], [covers(4)], POLICY, at(9), snapshots=rows)[0]
    assert verdict.state is State.BROKEN


def test_late_money_before_its_file_is_marked_provisional() -> None:
    """Paid in full a day late while the due day's file is missing: kept late, perhaps better."""
    p = promise("p", 100, made=1, due=3)
    verdict = settle([p], [paid("a", 100, 4)], [], POLICY, at(5))[0]
    assert (verdict.state, verdict.provisional) == (State.KEPT_LATE, True)
