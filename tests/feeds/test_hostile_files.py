"""Files as lenders really send them: what can be read is taken, what cannot says why, nothing is lost."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from feeds.files import PORTFOLIO, account, bring
from records.world import NOON, make_world
from shounuo.feeds.imports.replay import replay_row
from shounuo.kernel.errors import Refused
from shounuo.records.models import Account, WaitingRow

pytestmark = pytest.mark.django_db(transaction=True)
HEAD = ",".join(PORTFOLIO)
BALANCE, CARD, DAYS = 3, 1, 6


def _row(number: int, place: int = 0, cell: str = "") -> str:
    """A good row of 1,234.50, with one cell changed."""
    cells = list(account(number, "1234.50"))
    if cell:
        cells[place] = cell
    return ",".join(f'"{one}"' for one in cells)


def _bring(tmp_path: Path, content: bytes | str, name: str = "f.csv") -> dict[str, object]:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return bring("portfolio", path).counts


@pytest.mark.parametrize(
    ("place", "cell", "code"),
    [
        (BALANCE, "1.234,50", "money_not_an_amount"),
        (BALANCE, "=SUM(D2:D9)", "money_not_an_amount"),
        (BALANCE, "#REF!", "money_not_an_amount"),
        (BALANCE, "99999999999999.00", "too_much"),
        (CARD, "6.22848E+15", "lost_digits"),
        (CARD, "6" * 300, "too_long"),
        (CARD, "62\0" + "00", "broken_bytes"),
        (DAYS, "99999999999999", "not_a_count"),
        (DAYS, "十二", "not_a_count"),
    ],
)
def test_a_bad_cell_waits_and_the_file_goes_on(
    tmp_path: Path, place: int, cell: str, code: str
) -> None:
    """The rows before and after are taken; the row waits whole with its reason in both languages."""
    make_world(0)
    counts = _bring(tmp_path, "\n".join([HEAD, _row(1), _row(2, place, cell), _row(3)]))
    assert (counts["accounts"], counts["rejected"]) == (2, 1)
    row = WaitingRow.objects.get()
    assert (row.row_no, row.code) == (3, code)
    assert row.what_zh != row.what_en
    assert row.next_zh
    assert "6200-0000-000002" in row.raw or place == CARD


@pytest.mark.parametrize(
    ("cell", "cents"),
    [
        ("１，２３４．５０", 123_450),
        ("￥1,234.50", 123_450),
        ("(100.00)", -10_000),
        ("100.00CR", -10_000),
        ("100.00DR", 10_000),
        ("-5.00", -500),
    ],
)
def test_amounts_as_banks_write_them_are_read(tmp_path: Path, cell: str, cents: int) -> None:
    """Full width, marks, brackets, CR (owed to the customer) and DR."""
    make_world(0)
    _bring(tmp_path, "\n".join([HEAD, _row(1, BALANCE, cell)]))
    assert Account.objects.get().total_cents == cents


def test_titles_above_and_totals_below_the_table(tmp_path: Path) -> None:
    """A GBK list with three lines of titles, blank lines, and two lines of totals that wait as such."""
    make_world(0)
    lines = [
        *("某某银行信用卡中心", "逾期清单（2026年11月）", "制表日期：2026-11-20,,,,,,,"),
        *(HEAD, _row(1), ",,,,,,,", _row(2), "合计,,,2469.00,,,,", "共2笔"),
    ]
    counts = _bring(tmp_path, "\r\n".join(lines).encode("gbk"))
    assert (counts["accounts"], counts["rejected"]) == (2, 2)
    assert {row.code for row in WaitingRow.objects.all()} == {"totals_line"}


def test_totals_that_could_be_an_account_wait_too(tmp_path: Path) -> None:
    """`合计,2,,2469.00` has a number where the card stands: it opens no account, nor does a replay."""
    make_world(0)
    lines = [HEAD, _row(1), _row(2), "合计：,2,,2469.00,,,0,"]
    counts = _bring(tmp_path, "\n".join(lines).encode())
    assert (counts["accounts"], counts["rejected"]) == (2, 1)
    assert replay_row(WaitingRow.objects.get(), {}, "admin", lambda: NOON).code == "totals_line"
    assert Account.objects.count() == 2


def test_a_line_in_another_encoding_waits(tmp_path: Path) -> None:
    """One GBK line among UTF-8 ones, and one UTF-8 line among GBK ones: never taken as other words."""
    make_world(0)
    rows = [f"{HEAD}\n", *(f"{_row(n)}\n" for n in range(1, 6))]
    mixed = b"".join(line.encode("gbk" if n == 3 else "utf-8") for n, line in enumerate(rows))
    assert _bring(tmp_path, mixed)["accounts"] == 4
    assert WaitingRow.objects.get().code == "broken_bytes"
    rows = [row.replace("王建国", "欧阳建国") for row in rows]
    other = b"".join(line.encode("utf-8" if n == 3 else "gbk") for n, line in enumerate(rows))
    assert _bring(tmp_path, other, "g.csv")["accounts"] == 4
    assert WaitingRow.objects.order_by("pk").last().code == "mixed_encoding"  # type: ignore[union-attr]


def test_a_column_named_twice_waits_where_it_differs(tmp_path: Path) -> None:
    """Two columns 余额: a row that says the same in both is taken, one that differs is for a person."""
    make_world(0)
    counts = _bring(tmp_path, f"{HEAD},余额\n{_row(1)},1234.50\n{_row(2)},9999.00\n")
    assert (counts["accounts"], counts["rejected"]) == (1, 1)
    assert WaitingRow.objects.get().code == "column_twice"


def test_digits_marked_as_text_keep_their_zeros(tmp_path: Path) -> None:
    """="0012…" and '0012… are how a spreadsheet is told that a number is text."""
    make_world(0)
    cards = ['=""0062000000000001""', "'0062000000000002"]
    _bring(tmp_path, "\n".join([HEAD, *(_row(n, CARD, card) for n, card in enumerate(cards))]))
    refs = {account.ref for account in Account.objects.all()}
    assert refs == {"0062000000000001", "0062000000000002"}


def test_a_number_that_lost_its_zeros_waits_where_the_mapping_knows_its_length(
    tmp_path: Path,
) -> None:
    """The mapping says sixteen digits: twelve wait, and once mended the account is taken."""
    make_world(0)
    mapping = tmp_path / "own.yaml"
    mapping.write_text(
        "name: own\nkind: portfolio\nfields:\n  customer_ref: 客户号\n"
        "  account_ref: {column: 卡号, length: 16}\n  total_cents: 余额\n",
        encoding="utf-8",
    )
    path = tmp_path / "zeros.csv"
    path.write_text("客户号,卡号,余额\nC1,620000000001,5.00\n", encoding="utf-8")
    assert bring("portfolio", path, mapping=str(mapping)).counts["rejected"] == 1
    row = WaitingRow.objects.get()
    assert (row.column, row.code) == ("卡号", "wrong_length")
    mended = replay_row(
        row, {"卡号": "0000620000000001"}, "admin", lambda: row.import_run.started_at
    )
    assert mended.state == "mended"
    assert Account.objects.get().ref == "0000620000000001"


def test_a_card_number_stored_as_a_figure_by_a_spreadsheet_waits(tmp_path: Path) -> None:
    """A spreadsheet keeps fifteen digits of sixteen; under a merged title, the row beside it is taken."""
    make_world(0)
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    sheet = book.add_worksheet()
    sheet.merge_range("A1:H1", "逾期清单")
    sheet.write_row(2, 0, PORTFOLIO)
    sheet.write_row(3, 0, ["C1", 6228480012345678, "王", 10.5, 1, 1, 12, ""])
    sheet.write_row(4, 0, ["C2", "6228480012345679", "李", 10.5, 1, 1, 12, ""])
    book.close()
    counts = _bring(tmp_path, buffer.getvalue(), "f.xlsx")
    assert (counts["accounts"], counts["rejected"]) == (1, 1)
    assert (WaitingRow.objects.get().row_no, WaitingRow.objects.get().code) == (4, "lost_digits")


def _archive() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        packed.writestr("data.csv", f"{HEAD}\n{_row(1)}\n")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (_archive(), "not_a_workbook"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(512), "old_workbook"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "web_page"),
        (HEAD.replace(",", "、").encode(), "missing_columns"),
        (b"", "empty_file"),
    ],
)
def test_what_is_no_table_of_this_lender_is_refused_whole(
    tmp_path: Path, content: bytes, code: str
) -> None:
    """An archive, an old workbook, a web page, a wrong delimiter, nothing: each by its own name."""
    make_world(0)
    with pytest.raises(Refused) as refused:
        _bring(tmp_path, content)
    assert refused.value.problem.code == code
    assert not WaitingRow.objects.exists()
