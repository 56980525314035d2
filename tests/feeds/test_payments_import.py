"""Payments by file: promises kept, broken, partly kept; what repeats, contradicts or is not understood."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from feeds.files import PAYMENTS, bring, payment, through, write
from records.play import play_a_call
from records.world import NOON, make_world
from shounuo.feeds.imports.replay import drop, replay_row
from shounuo.jobs import settle_nightly
from shounuo.records.models import Payment, PaymentCoverage, WaitingRow

pytestmark = pytest.mark.django_db(transaction=True)
DAY = timedelta(days=1)


def test_empty_file_ends_awaiting(tmp_path: Path) -> None:
    """A file with no rows that covers the due day breaks the promise that nothing was paid on."""
    world = make_world()
    promise = play_a_call(world)
    empty = write(tmp_path / "empty.csv", PAYMENTS, [])
    bring("payments", empty, at=NOON + 2 * DAY, covers_through=through(19))
    promise.refresh_from_db()
    assert promise.state == "awaiting_file"
    outcome = bring("payments", empty, at=NOON + 2 * DAY, covers_through=through(21))
    promise.refresh_from_db()
    assert promise.state == "broken"
    assert outcome.counts["changed"] == 0
    assert PaymentCoverage.objects.count() == 2


def test_an_empty_file_makes_of_a_part_partly_kept(tmp_path: Path) -> None:
    """1,000.00 of 7,108.35 came in time, and an empty file says that nothing more did."""
    promise = play_a_call(make_world())
    part = write(tmp_path / "part.csv", PAYMENTS, [payment(1, "1,000.00")])
    bring("payments", part, at=NOON + timedelta(hours=8))
    empty = write(tmp_path / "empty.csv", PAYMENTS, [])
    bring("payments", empty, at=NOON + 2 * DAY, covers_through=through(21))
    promise.refresh_from_db()
    assert (promise.state, promise.kept_cents) == ("partly_kept", 100_000)


def test_a_payment_in_full_keeps_the_promise_at_once(tmp_path: Path) -> None:
    """￥7,108.35 on the day keeps the promise without any coverage."""
    promise = play_a_call(make_world())
    paid = write(tmp_path / "paid.csv", PAYMENTS, [payment(1, "￥7,108.35")])
    outcome = bring("payments", paid, at=NOON + timedelta(hours=8))
    promise.refresh_from_db()
    assert (promise.state, promise.kept_cents) == ("kept", 710_835)
    assert outcome.counts["changed"] == 1
    assert outcome.counts["settled"] == 1


def test_a_bounce_posted_later_undoes_a_kept_promise_on_its_day(tmp_path: Path) -> None:
    """Kept on the 20th; told on the 21st that it bounced, posted on the 23rd: broken from the 23rd on,
    although no other file comes."""
    promise = play_a_call(make_world())
    bring("payments", write(tmp_path / "a.csv", PAYMENTS, [payment(1, "7,108.35")]))
    bounce = (*payment(2, "7,108.35", on="2026-11-21"), "2026-11-23", "退票", "P00001")
    header = (*PAYMENTS, "入账日期", "类型", "原流水号")
    path = write(tmp_path / "b.csv", header, [bounce])
    bring("payments", path, at=NOON + DAY, covers_through=through(20))
    states = []
    for days in (1, 2, 3):
        settle_nightly.run(NOON + days * DAY)
        promise.refresh_from_db()
        states.append((promise.state, promise.kept_cents))
    assert states == [("kept", 710_835), ("kept", 710_835), ("broken", 0)]


@pytest.mark.parametrize(
    ("amount", "kind", "taken"),
    [
        ("500.00 CR", "", ("payment", 50_000)),
        ("贷 500.00", "还款", ("payment", 50_000)),
        ("500.00DR", "", ("reversal", 50_000)),
        ("-500.00", "还款", ("reversal", 50_000)),
        ("-500.00", "退票", ("bounce", 50_000)),
        ("500.00", "调账", ("adjustment", 50_000)),
        ("-500.00", "调账", None),
        ("-500.00", "退货", None),
    ],
)
def test_which_way_the_money_went(
    tmp_path: Path, amount: str, kind: str, taken: tuple[str, int] | None
) -> None:
    """A credit to the card is a payment; a fee put back by an adjustment takes no payment away."""
    make_world()
    bring("payments", write(tmp_path / "p.csv", (*PAYMENTS, "类型"), [(*payment(1, amount), kind)]))
    assert list(Payment.objects.values_list("kind", "amount_cents")) == ([taken] if taken else [])
    waits = list(WaitingRow.objects.values_list("code", flat=True))
    assert waits == ([] if taken else ["credit_below_zero"])


def test_the_same_file_again_changes_nothing(tmp_path: Path) -> None:
    """Two rows taken and one held: the second time none is taken and none is held anew."""
    make_world()
    rows = [payment(1, "10.00"), payment(2, "20.00"), payment(3, "ten")]
    path = write(tmp_path / "p.csv", PAYMENTS, rows)
    first, second = bring("payments", path), bring("payments", path)
    assert [first.counts[k] for k in ("changed", "rejected")] == [2, 1]
    assert [second.counts[k] for k in ("changed", "unchanged", "rejected")] == [0, 2, 1]
    assert WaitingRow.objects.count() == 1


def test_the_same_number_with_another_amount_is_shown(tmp_path: Path) -> None:
    """P00001 was 10.00 and is now said to be 11.00: the first stands, the second waits as a conflict."""
    make_world()
    bring("payments", write(tmp_path / "a.csv", PAYMENTS, [payment(1, "10.00")]))
    bring("payments", write(tmp_path / "b.csv", PAYMENTS, [payment(1, "11.00")]))
    assert Payment.objects.get().amount_cents == 1_000
    waiting = WaitingRow.objects.get()
    assert waiting.conflict
    assert waiting.code == "conflict_payment"


def test_a_bad_row_waits_with_its_column_and_reason(tmp_path: Path) -> None:
    """Row 3 of the file has no amount and a day that is not: it waits, the others are taken."""
    make_world()
    rows = [payment(1, "10.00"), payment(2, "", on="2026-02-30"), payment(3, "30.00", card=77)]
    outcome = bring("payments", write(tmp_path / "p.csv", PAYMENTS, rows))
    assert outcome.counts["changed"] == 1
    assert outcome.counts["rejected"] == 2
    bad, unknown = WaitingRow.objects.order_by("row_no")
    assert (bad.row_no, bad.column, bad.value) == (3, "交易日期", "2026-02-30")
    assert "2026-02-30" in bad.what_zh
    assert "amount_cents" not in bad.what_en
    assert (unknown.row_no, unknown.code) == (4, "unknown_account")


def test_a_file_covers_once_nothing_of_it_waits(tmp_path: Path) -> None:
    """The unread row may be the payment: the promise awaits the file until it is mended, then is settled."""
    promise = play_a_call(make_world())
    rows = [payment(1, "7,1O8.35"), payment(2, "1.00")]
    path = write(tmp_path / "p.csv", PAYMENTS, rows)
    outcome = bring("payments", path, at=NOON + 2 * DAY, covers_through=through(21))
    promise.refresh_from_db()
    assert promise.state == "awaiting_file"
    assert (outcome.counts["covers_through"], outcome.counts["waits"]) == (None, 1)
    assert not PaymentCoverage.objects.exists()
    row = WaitingRow.objects.get()
    replay_row(row, {"金额": "7,108.35"}, "admin", lambda: NOON + 3 * DAY)
    promise.refresh_from_db()
    assert promise.state == "kept"
    assert PaymentCoverage.objects.get().covers_through == through(21)


def test_a_dropped_row_lets_its_file_cover(tmp_path: Path) -> None:
    """The lender takes back its only row: the file then says that nothing came, and the promise breaks."""
    promise = play_a_call(make_world())
    path = write(tmp_path / "p.csv", PAYMENTS, [payment(1, "?")])
    bring("payments", path, at=NOON + 2 * DAY, covers_through=through(21))
    again = bring("payments", path, at=NOON + 2 * DAY, covers_through=through(22))
    assert (again.counts["waits"], PaymentCoverage.objects.count()) == (1, 0)
    drop(WaitingRow.objects.get(), "taken back", "admin", lambda: NOON + 3 * DAY)
    promise.refresh_from_db()
    assert promise.state == "broken"
    assert PaymentCoverage.objects.get().covers_through == through(21)


@pytest.mark.parametrize(
    ("told", "column"),
    [
        (payment(1, "20.00"), "金额"),
        (payment(1, "10.00", card=1), "卡号"),
        (payment(1, "10.00", on="2026-11-21"), "交易日期"),
    ],
)
def test_one_payment_number_says_one_thing(
    tmp_path: Path, told: tuple[str, ...], column: str
) -> None:
    """Another amount, card or day under a known number is shown with both, and the first one stands."""
    make_world(2)
    bring("payments", write(tmp_path / "1.csv", PAYMENTS, [payment(1, "10.00")]))
    path = write(tmp_path / "2.csv", PAYMENTS, [told])
    bring("payments", path, at=NOON + DAY, covers_through=through(21))
    row = WaitingRow.objects.get()
    assert (row.code, row.column, row.conflict) == ("conflict_payment", column, True)
    assert "≠" in row.what_zh
    assert Payment.objects.get().amount_cents == 1_000
    assert not PaymentCoverage.objects.exists()


def test_a_missing_total_keeps_coverage_back(tmp_path: Path) -> None:
    """The lender said three rows and sent two: rows are taken, the promise still awaits the file."""
    promise = play_a_call(make_world())
    rows = [payment(1, "10.00"), payment(2, "20.00")]
    outcome = bring(
        "payments",
        write(tmp_path / "p.csv", PAYMENTS, rows),
        at=NOON + 2 * DAY,
        covers_through=through(21),
        expect={"rows": "3", "CNY": "30.00"},
    )
    promise.refresh_from_db()
    assert [problem.code for problem in outcome.problems] == ["control_total_differs"]
    assert promise.state in ("open", "awaiting_file")
    assert not PaymentCoverage.objects.exists()
    assert Payment.objects.count() == 2
