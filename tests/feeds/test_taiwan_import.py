"""The real file of 30,000 accounts through the mapping that ships."""

from __future__ import annotations

import csv
import gzip
import io
from datetime import date
from pathlib import Path

import pytest

from feeds.files import bring
from shared_files import shared
from shounuo.records.models import Account, Case, Customer, Staff, Team
from shounuo.records.queries.timeline import timeline

pytestmark = pytest.mark.django_db(transaction=True)
AS_OF = date(2005, 9, 30)
HEADER = (
    "ID,LIMIT_BAL,SEX,EDUCATION,MARRIAGE,AGE,PAY_0,PAY_2,PAY_3,PAY_4,PAY_5,PAY_6,"
    "BILL_AMT1,BILL_AMT2,BILL_AMT3,BILL_AMT4,BILL_AMT5,BILL_AMT6,"
    "PAY_AMT1,PAY_AMT2,PAY_AMT3,PAY_AMT4,PAY_AMT5,PAY_AMT6,default.payment.next.month"
)


def _small(path: Path) -> Path:
    """Four accounts written as the real file is, bare CR between lines: two late, one of them with
    a bill of zero; one current; one in credit."""
    rows = [
        "1,20000,2,2,1,24,2,2,-1,-1,-2,-2,3913,3102,689,0,0,0,0,689,0,0,0,0,1",
        "2,90000,2,2,2,34,0,0,0,0,0,0,29239,14027,13559,14331,14948,15549,1518,1500,1000,1000,1000,5000,0",
        "3,50000,1,2,1,57,1,-2,-2,-2,-2,-2,0,0,0,0,0,0,0,0,0,0,0,0,0",
        "4,50000,1,1,2,37,-2,-2,-2,-2,-2,-2,-10,0,0,0,0,0,0,0,0,0,0,0,0",
    ]
    path.write_bytes(gzip.compress("\r".join([HEADER, *rows]).encode()))
    return path


def _bring(path: Path) -> dict[str, object]:
    return bring("portfolio", path, lender="taiwan", mapping="uci-taiwan", as_of=AS_OF).counts


def test_the_mapping_opens_its_lender_with_a_team(tmp_path: Path) -> None:
    """On a fresh database two of four accounts become cases, and the one with no bill is held."""
    counts = _bring(_small(tmp_path / "small.csv.gz"))
    shown = {name: counts[name] for name in ("accounts", "cases", "queued", "rejected", "changed")}
    assert shown == {"accounts": 4, "cases": 2, "queued": 1, "rejected": 0, "changed": 4}
    held = Case.objects.get(state="held")
    assert (held.held_reason, held.due_cents) == ("nothing_due", 0)
    assert Case.objects.get(state="queued").team == Team.objects.get(code="taiwan")
    assert not Staff.objects.exists()


def test_a_second_import_changes_nothing(tmp_path: Path) -> None:
    """The same four rows again: nothing new, nothing updated, the same cases."""
    path = _small(tmp_path / "small.csv.gz")
    first, second = _bring(path), _bring(path)
    assert (second["changed"], second["unchanged"]) == (0, 4)
    assert (second["cases"], second["queued"]) == (first["cases"], first["queued"])


def test_what_is_invented_is_marked_and_can_belong_to_nobody(tmp_path: Path) -> None:
    """Account 1, two months late: 3,913.00 billed, 1,000.00 minimum assumed, twice that past due."""
    _bring(_small(tmp_path / "small.csv.gz"))
    account = Account.objects.get(tail="1")
    assert (account.total_cents, account.minimum_cents) == (391_300, 100_000)
    assert (account.past_due_cents, account.days_past_due, account.bucket) == (200_000, 60, "M2")
    assert {"minimum_cents", "past_due_cents", "due_date", "name", "phone"} <= set(account.invented)
    assert "total_cents" not in account.invented
    person = Customer.objects.get(pk=account.customer_id)
    assert person.id_no.startswith("000000")
    assert person.points.get().value.startswith("100")


def test_the_months_before_are_kept_as_derived(tmp_path: Path) -> None:
    """Account 1 was late in August (M2, 3,102.00 billed, 689.00 paid) and on time from April to July."""
    _bring(_small(tmp_path / "small.csv.gz"))
    account = Account.objects.get(tail="1")
    assert (account.last_payment_cents, account.last_payment_on) == (68_900, date(2005, 8, 31))
    assert (account.worst_bucket, account.times_in_collection) == ("M2", 1)
    assert {"last_payment_on", "worst_bucket", "times_in_collection"} <= set(account.invented)
    months = account.history.filter(derived=True).order_by("-as_of")
    told = months.values_list("as_of", "statement_cents", "lender_bucket", "last_payment_cents")
    assert list(told) == [
        (date(2005, 8, 31), 310_200, "M2", 68_900),
        (date(2005, 7, 31), 68_900, "M0", 0),
        (date(2005, 6, 30), 0, "M0", 0),
        (date(2005, 5, 31), 0, "M0", 0),
        (date(2005, 4, 30), 0, "M0", 0),
    ]
    assert not months.exclude(total_cents=None).exists()
    words = [entry.what.zh for entry in timeline(Case.objects.get(customer=account.customer_id))]
    assert any("3,102.00" in word and "689.00" in word for word in words)


def test_the_file_of_an_earlier_month_takes_the_place_of_what_was_derived(tmp_path: Path) -> None:
    """The August file says 3,913.00 itself: its day is told then, and September's stays the newest."""
    path = _small(tmp_path / "small.csv.gz")
    _bring(path)
    august = date(2005, 8, 31)
    told = {"lender": "taiwan", "mapping": "uci-taiwan", "as_of": august, "confirm_shrink": True}
    first = bring("portfolio", path, **told).counts
    assert (first["older"], first["changed"], first["conflicts"]) == (4, 4, 0)
    account = Account.objects.get(tail="1")
    day = account.history.get(as_of=august)
    assert (account.as_of, day.derived, day.total_cents) == (AS_OF, False, 391_300)
    assert account.history.get(as_of=date(2005, 7, 31)).statement_cents == 68_900
    assert bring("portfolio", path, **told).counts["changed"] == 0


def test_a_file_without_the_earlier_months_still_comes_in(tmp_path: Path) -> None:
    """Only the columns of September, in another order and as GB18030: accounts without a history."""
    rows = [
        "PAY_0;备注;ID;LIMIT_BAL;BILL_AMT1;PAY_AMT1",
        "2;夏;1;20000;3913;0",
        "0;秋;2;90000;29239;1518",
    ]
    path = tmp_path / "slice.csv"
    path.write_bytes("\n".join(rows).encode("gb18030"))
    counts = _bring(path)
    assert (counts["accounts"], counts["cases"], counts["rejected"]) == (2, 1, 0)
    assert not Account.objects.filter(history__derived=True).exists()


def test_sex_schooling_and_marriage_are_stored_nowhere(tmp_path: Path) -> None:
    """Of the columns that no figure may rest on, none reaches the account."""
    _bring(_small(tmp_path / "small.csv.gz"))
    assert [account.facts for account in Account.objects.order_by("pk")] == [
        {"LIMIT_BAL": limit} for limit in ("20000", "90000", "50000", "50000")
    ]


def test_the_real_file_gives_the_counts_of_an_independent_reading() -> None:
    """30,000 accounts, 6,818 cases; those late with no bill are counted here from the text alone."""
    path = shared("data/taiwan/UCI_Credit_Card.csv.gz")
    if path is None:
        assert shared("data") is None
        return
    text = gzip.decompress(path.read_bytes()).decode().replace("\r", "\n")
    late = [row for row in csv.DictReader(io.StringIO(text)) if int(row["PAY_0"]) > 0]
    empty = sum(float(row["BILL_AMT1"]) <= 0 for row in late)
    counts = _bring(path)
    assert (counts["accounts"], counts["cases"], counts["rejected"]) == (30_000, 6_818, 0)
    assert counts["queued"] == 6_818 - empty
