"""Accounts by file: updates, whole books, any order and any cut."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from feeds.files import PORTFOLIO, account, bring, write
from records.world import AS_OF, NOON, make_world
from shounuo.feeds.imports import pace
from shounuo.feeds.mapping.load import text_of
from shounuo.records.models import Account, AccountFigures, Case, Customer, ImportRun, WaitingRow

pytestmark = pytest.mark.django_db(transaction=True)
NEXT = date(2026, 11, 21)


def _book(tmp_path: Path) -> str:
    path = tmp_path / "book.yaml"
    path.write_text(text_of("plain-portfolio").replace("manner: delta", "manner: snapshot"))
    return str(path)


def test_a_later_day_is_an_update(tmp_path: Path) -> None:
    """14,000.00 on the 20th, 12,000.00 on the 21st; both days stay in the history."""
    make_world()
    rows = [account(0, "12,000.00", "13")]
    outcome = bring("portfolio", write(tmp_path / "a.csv", PORTFOLIO, rows), as_of=NEXT)
    assert (outcome.counts["updated"], outcome.counts["changed"]) == (1, 1)
    assert Account.objects.get().total_cents == 1_200_000
    assert list(AccountFigures.objects.order_by("as_of").values_list("total_cents", flat=True)) == [
        1_400_000,
        1_200_000,
    ]


@pytest.mark.parametrize("day", [AS_OF, NEXT])
def test_an_account_stays_with_its_customer(tmp_path: Path, day: date) -> None:
    """Card 0 is C000000's; a row that gives it to C000009 waits, and no customer without a card is made."""
    make_world()
    row = ("C000009", *account(0, "12,000.00", "13")[1:])
    outcome = bring("portfolio", write(tmp_path / "a.csv", PORTFOLIO, [row]), as_of=day)
    assert (outcome.counts["changed"], outcome.counts["rejected"]) == (0, 1)
    waiting = WaitingRow.objects.get()
    assert (waiting.code, waiting.column, waiting.value) == ("other_customer", "客户号", "C000009")
    assert Account.objects.get().total_cents == 1_400_000
    assert Customer.objects.count() == 1


def test_two_customers_of_one_file_do_not_share_an_account(tmp_path: Path) -> None:
    """The first row opens the account; the second, which names somebody else, waits."""
    make_world(0)
    rows = [account(0), ("C000009", *account(0)[1:])]
    counts = bring("portfolio", write(tmp_path / "a.csv", PORTFOLIO, rows)).counts
    assert (counts["new"], counts["rejected"]) == (1, 1)
    assert Account.objects.get().customer.ref == "C000000"


def test_a_book_that_shrinks_stops_for_a_person(tmp_path: Path) -> None:
    """Ten accounts yesterday, eight today, ten percent allowed: nothing is taken until confirmed."""
    make_world(10)
    path = write(tmp_path / "b.csv", PORTFOLIO, [account(n, days="13") for n in range(8)])
    order = {"mapping": _book(tmp_path), "as_of": NEXT}
    stopped = bring("portfolio", path, **order)
    assert (stopped.run.state, stopped.counts["changed"]) == ("stopped", 0)
    assert [problem.code for problem in stopped.problems] == ["snapshot_shrank"]
    taken = bring("portfolio", path, **order, confirm_shrink=True)
    assert (taken.run.state, taken.counts["changed"], taken.counts["left"]) == ("done", 8, 2)


def test_what_left_the_book_is_closed_and_comes_back_with_it(tmp_path: Path) -> None:
    """Account 9 is missing on the 21st: its case closes as left; on the 22nd it is there again."""
    make_world(10)
    order = {"mapping": _book(tmp_path)}
    nine = write(tmp_path / "b.csv", PORTFOLIO, [account(n, days="13") for n in range(9)])
    bring("portfolio", nine, **order, as_of=NEXT)
    closed = Case.objects.get(state="closed")
    assert closed.closed_reason == "left_book"
    assert AccountFigures.objects.filter(account__customer=closed.customer_id).count() == 1
    ten = write(tmp_path / "c.csv", PORTFOLIO, [account(n, days="14") for n in range(10)])
    bring("portfolio", ten, at=NOON + timedelta(days=1), **order, as_of=date(2026, 11, 22))
    assert Case.objects.filter(customer=closed.customer_id, state="queued").count() == 1


def test_no_account_leaves_while_a_row_of_the_book_waits(tmp_path: Path) -> None:
    """The row that cannot be read may be the account that seems missing."""
    make_world(10)
    rows = [*(account(n, days="13") for n in range(9)), account(9, "much")]
    path = write(tmp_path / "b.csv", PORTFOLIO, rows)
    counts = bring("portfolio", path, mapping=_book(tmp_path), as_of=NEXT).counts
    assert (counts["left"], counts["missing_unclear"], counts["rejected"]) == (0, 1, 1)
    again = bring("portfolio", path, mapping=_book(tmp_path), as_of=NEXT).counts
    assert (again["left"], again["missing_unclear"]) == (0, 1)
    assert not Case.objects.filter(state="closed").exists()


def test_a_formula_is_text(tmp_path: Path) -> None:
    """A name that a spreadsheet would run is kept as it is and made harmless when it goes out."""
    from shounuo.feeds.exports import safe_cell

    make_world()
    row = list(account(7))
    row[2] = "=cmd|'/c calc'!A0"
    bring("portfolio", write(tmp_path / "a.csv", PORTFOLIO, [row]))
    name = Customer.objects.order_by("-pk")[0].name
    assert name == "=cmd|'/c calc'!A0"
    assert safe_cell(name) == "'=cmd|'/c calc'!A0"


amounts = st.integers(-5_000_00, 90_000_00)
tables = st.lists(st.tuples(amounts, st.integers(0, 400)), min_size=1, max_size=9)


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(table=tables, data=st.data())
def test_any_cut_and_order_gives_the_same_state(
    table: Sequence[tuple[int, int]],
    data: st.DataObject,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The rows in another order, cut into other batches, end in the same accounts and cases."""
    rows = [
        account(n, f"{'-' if c < 0 else ''}{abs(c) // 100}.{abs(c) % 100:02}", str(days))
        for n, (c, days) in enumerate(table)
    ]
    shuffled = data.draw(st.permutations(rows))
    states = []
    for order, batch in ((rows, 400), (shuffled, data.draw(st.integers(1, 4)))):
        _forget()
        make_world(0)
        for bound in ("FIRST_ROWS", "LEAST_ROWS", "MOST_ROWS"):
            monkeypatch.setattr(pace, bound, batch)
        bring("portfolio", write(tmp_path / "t.csv", PORTFOLIO, order))
        states.append(_state())
    assert states[0] == states[1]
    assert len(states[0]) == len(rows)


def _state() -> list[tuple[object, ...]]:
    cases = {c.customer_id: (c.state, c.due_cents, c.bucket) for c in Case.objects.all()}
    return sorted(
        (a.ref, a.total_cents, a.due_cents, a.pd_cents, a.bucket, cases.get(a.customer_id, ()))
        for a in Account.objects.all()
    )


def _forget() -> None:
    call_command("flush", interactive=False, verbosity=0)
    assert not ImportRun.objects.exists()
    assert not WaitingRow.objects.exists()
