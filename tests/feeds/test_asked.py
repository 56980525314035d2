"""What is asked beside a file: days that have come, totals that can be compared."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from feeds.files import PAYMENTS, PORTFOLIO, account, bring, payment, through, write
from records.world import make_world
from shounuo.feeds.imports.order import expected_sum
from shounuo.kernel.errors import Refused
from shounuo.records.models import Account, Payment, PaymentCoverage

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_book_of_a_mistyped_year_is_refused(tmp_path: Path) -> None:
    """2036 instead of 2026 would make every later book an older one; tomorrow's date is taken."""
    make_world()
    path = write(tmp_path / "a.csv", PORTFOLIO, [account(1)])
    with pytest.raises(Refused) as refused:
        bring("portfolio", path, as_of=date(2036, 11, 20))
    assert refused.value.problem.code == "day_ahead"
    assert Account.objects.count() == 1
    assert bring("portfolio", path, as_of=through(21)).counts["new"] == 1


def test_no_source_has_told_a_day_to_come(tmp_path: Path) -> None:
    """On the 20th a file may cover the 20th and not the 21st, on which a promise would break unheard."""
    make_world()
    path = write(tmp_path / "p.csv", PAYMENTS, [payment(1, "10.00")])
    with pytest.raises(Refused):
        bring("payments", path, covers_through=through(21))
    assert not Payment.objects.exists()
    bring("payments", path, covers_through=through(20))
    assert PaymentCoverage.objects.get().covers_through == through(20)


@pytest.mark.parametrize("said", ["1234.56", "CNY", "CNY=ten", "XYZ=1"])
def test_a_total_that_cannot_be_compared_is_refused(tmp_path: Path, said: str) -> None:
    """A sum without its currency is not passed over as if none had been given."""
    make_world()
    path = write(tmp_path / "p.csv", PAYMENTS, [payment(1, "10.00")])
    with pytest.raises(Refused) as refused:
        bring("payments", path, expect=expected_sum(said))
    assert refused.value.problem.code == "total_unclear"
    assert not Payment.objects.exists()


def test_a_sum_below_zero_is_shown_as_it_is(tmp_path: Path) -> None:
    """Paid 10.00 and 11.50 taken back are -1.50, and the message says so; a small code is a code."""
    make_world()
    rows = [payment(1, "10.00"), payment(2, "-11.50")]
    path = write(tmp_path / "p.csv", PAYMENTS, rows)
    (problem,) = bring("payments", path, expect=expected_sum("cny=-1.60")).problems
    assert "-1.60 expected, -1.50 found" in problem.what.en
    assert not bring("payments", path, expect=expected_sum("cny=-1.50")).problems
