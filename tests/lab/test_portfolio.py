import csv
from datetime import date
from decimal import Decimal

from click.testing import CliRunner

from shounuo.cli import main
from shounuo.lab.portfolio import BLOCK, COLUMNS, rows, write

DAY = date(2026, 11, 23)


def test_the_same_seed_writes_the_same_bytes(tmp_path):
    """Seed and size decide every byte; another seed differs."""
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        write(tmp_path / name, 300, DAY, seed)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert (tmp_path / "a").read_bytes() != (tmp_path / "c").read_bytes()


def test_accounts_are_their_own_and_numbers_belong_to_nobody():
    """Across blocks every account and mobile is unique, and mobiles begin with 111."""
    found = list(rows(BLOCK + 50, DAY))
    assert len({r["account"] for r in found}) == len({r["mobile"] for r in found}) == BLOCK + 50
    assert all(r["mobile"].startswith("111") and len(r["mobile"]) == 11 for r in found)


def test_amounts_stand_in_order():
    """Past due is at least one minimum (or the whole balance) and never above the balance; dates agree with lateness."""
    for row in rows(500, DAY):
        balance, minimum, past_due = (Decimal(row[k]) for k in ("balance", "minimum", "past_due"))
        assert min(minimum, balance) <= past_due <= balance
        assert (DAY - date.fromisoformat(row["due_date"])).days == int(row["dpd"]) > 0
        assert row["opened_on"] < row["due_date"]


def test_the_command_writes_what_it_says(tmp_path):
    """`shounuo lab portfolio` writes a CSV with a header and that many rows."""
    out = tmp_path / "p.csv"
    result = CliRunner().invoke(
        main,
        [
            "lab",
            "portfolio",
            "--accounts",
            "25",
            "--as-of",
            "2026-11-23",
            "--out",
            str(out),
            "--json",
        ],
    )
    assert result.exit_code == 0, result.output
    found = list(csv.DictReader(out.open(encoding="utf-8")))
    assert len(found) == 25
    assert tuple(found[0]) == COLUMNS
