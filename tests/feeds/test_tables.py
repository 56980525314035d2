"""Any honest file is read the same however it was written; a broken or hostile one is refused in words."""

from __future__ import annotations

import gzip
import zipfile
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from feeds.files import write
from shounuo.feeds.tables import workbook
from shounuo.feeds.tables.open_table import open_table
from shounuo.kernel.errors import Refused

WANTED = {"ref": ("流水号",), "name": ("姓名",)}
HEADER = ("流水号", "姓名", "备注")
ROWS = [("1", "王建国", "分期, 三期"), ("2", "欧阳“娜”", '说"好"'), ("3", "李雷", "")]
CODECS = ("utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16")
ENDS = ("\n", "\r\n", "\r")


def _read(path: Path, form: dict[str, str] | None = None) -> list[tuple[str, ...]]:
    return [tuple(row.cells) for row in open_table(path, WANTED, form).rows]


@pytest.mark.parametrize("encoding", CODECS)
@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|", "\x01"])
def test_every_dialect_reads_the_same(
    tmp_path: Path, encoding: str, end: str, delimiter: str
) -> None:
    """Three rows in each encoding, line end and delimiter, plain and packed."""
    path = write(tmp_path / "t.txt", HEADER, ROWS, encoding=encoding, end=end, delimiter=delimiter)
    packed = tmp_path / "t.gz"
    packed.write_bytes(gzip.compress(path.read_bytes()))
    assert _read(path) == _read(packed) == ROWS


def test_a_workbook_and_a_parquet_file_read_the_same(tmp_path: Path) -> None:
    """Titles above the header, a sheet before, and columns of their own types do not matter."""
    book = xlsxwriter.Workbook(str(tmp_path / "t.xlsx"))
    book.add_worksheet("说明").write(0, 0, "本表由系统导出")
    sheet = book.add_worksheet("数据")
    sheet.write(0, 0, "江海银行")
    for number, row in enumerate([HEADER, *ROWS]):
        for column, cell in enumerate(row):
            sheet.write_string(number + 2, column, cell)
    book.close()
    table = pyarrow.table({name: [row[n] for row in ROWS] for n, name in enumerate(HEADER)})
    pyarrow.parquet.write_table(table, tmp_path / "t.parquet")
    assert _read(tmp_path / "t.xlsx") == _read(tmp_path / "t.parquet") == ROWS


def test_cells_of_a_parquet_file_are_what_a_person_means(tmp_path: Path) -> None:
    """Text stored as bytes is its text, a zero of eighteen decimals is a zero, not-a-number is empty,
    yes and no are said; bytes that are no text cost their row."""
    columns = {
        "流水号": [b"A1", "卡".encode(), b"\xff\xfe"],
        "姓名": pyarrow.array([Decimal(0), Decimal("12.50"), None], pyarrow.decimal128(38, 18)),
        "日": pyarrow.array([float("nan"), 2.0, 1.5], from_pandas=False),
        "算式": [True, False, None],
    }
    path = tmp_path / "t.parquet"
    pyarrow.parquet.write_table(pyarrow.table(columns), path)
    rows = list(open_table(path, WANTED).rows)
    assert rows[0].cells == ["A1", "0." + "0" * 18, "", "TRUE"]
    assert rows[1].cells == ["卡", "12.5" + "0" * 17, "2", "FALSE"]
    assert [row.fault.code if row.fault else "" for row in rows] == ["", "", "broken_bytes"]


def test_cells_of_a_workbook_are_what_a_person_saw(tmp_path: Path) -> None:
    """A whole number has no tail, a day is a day, a formula is the value it had, text stays text."""
    book = xlsxwriter.Workbook(str(tmp_path / "t.xlsx"))
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["流水号", "姓名", "日", "算式"])
    sheet.write_number(1, 0, 20_260_001)
    sheet.write_string(1, 1, "=HYPERLINK(1)")
    sheet.write_datetime(1, 2, date(2026, 11, 20), book.add_format({"num_format": "yyyy-mm-dd"}))
    sheet.write_formula(1, 3, "=1+1", None, 2)
    book.close()
    assert _read(tmp_path / "t.xlsx") == [("20260001", "=HYPERLINK(1)", "2026-11-20", "2")]


cell = st.text(st.characters(codec="gb18030", exclude_characters="\x00\ufeff\ufffd"), max_size=8)


@settings(max_examples=60)
@given(
    rows=st.lists(st.tuples(st.just("x"), cell, cell), max_size=6),
    encoding=st.sampled_from(["utf-8-sig", "utf-16", "gb18030"]),
    end=st.sampled_from(ENDS),
    delimiter=st.sampled_from([",", "\t", ";", "|"]),
)
def test_what_is_written_is_read(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[tuple[str, ...]],
    encoding: str,
    end: str,
    delimiter: str,
) -> None:
    """Cells with quotes, delimiters and line ends of their own come back as they were."""
    plain = [tuple(c.replace("\r", "\n") for c in row) for row in rows]
    path = tmp_path_factory.mktemp("t") / "t.txt"
    write(path, HEADER, plain, encoding=encoding, end=end, delimiter=delimiter)
    assert _read(path, {"encoding": encoding} if encoding == "gb18030" else {}) == plain


def _xlsx(path: Path, sheet: bytes) -> Path:
    """A workbook of one sheet whose XML is given."""
    book = xlsxwriter.Workbook(str(path))
    book.add_worksheet().write(0, 0, "流水号")
    book.close()
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, body in parts.items():
            new.writestr(name, sheet if name == "xl/worksheets/sheet1.xml" else body)
    return path


def _cut_gzip(path: Path) -> Path:
    packed = gzip.compress(write(path, HEADER, ROWS * 500).read_bytes())
    path.write_bytes(packed[: len(packed) // 2])
    return path


def _cut_workbook(path: Path) -> Path:
    _xlsx(path, b"<worksheet/>")
    path.write_bytes(path.read_bytes()[:-200])
    return path


def _far_cell(path: Path) -> Path:
    far = b'<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    return _xlsx(path, far)


def _bomb(path: Path) -> Path:
    return _xlsx(path, b"<worksheet>" + b" " * (workbook.RATIO_FROM * 2) + b"</worksheet>")


def _garbled(path: Path) -> Path:
    text = "\n".join(",".join(row) for row in [HEADER, *ROWS])
    path.write_bytes(text.encode().decode("latin-1").encode())
    return path


def _empty(path: Path) -> Path:
    path.write_bytes(b"")
    return path


def _picture(path: Path) -> Path:
    path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    return path


def _other_table(path: Path) -> Path:
    return write(path, ("a", "b"), [("1", "2")])


def _cut_parquet(path: Path) -> Path:
    pyarrow.parquet.write_table(pyarrow.table({"流水号": ["1"]}), path)
    path.write_bytes(path.read_bytes()[:-20])
    return path


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (_empty, "empty_file"),
        (_cut_gzip, "cut_off"),
        (_cut_workbook, "damaged"),
        (_cut_parquet, "damaged"),
        (_far_cell, "too_many_cells"),
        (_bomb, "unpacks_beyond_belief"),
        (_garbled, "mojibake"),
        (_picture, "not_a_table"),
        (_other_table, "missing_columns"),
    ],
)
def test_a_file_that_cannot_be_believed_is_refused(
    tmp_path: Path, make: Callable[[Path], Path], code: str
) -> None:
    """The refusal names the file and says in both languages what to do."""
    path = make(tmp_path / "file.bin")
    with pytest.raises(Refused) as refused:
        list(open_table(path, WANTED).rows)
    problem = refused.value.problem
    assert (problem.code, problem.record) == (code, "file.bin")
    assert problem.what.zh
    assert problem.next_step.en


def test_a_delimiter_at_the_end_of_the_header_alone(tmp_path: Path) -> None:
    """The header ends with a comma and its rows do not: no row lacks a cell that has no name."""
    path = tmp_path / "t.csv"
    path.write_text("流水号,姓名,,\n1,王\n2,李,\n3,张,,乙\n", encoding="utf-8")
    rows = list(open_table(path, WANTED).rows)
    faults = [row.fault.code if row.fault else "" for row in rows]
    assert faults == ["", "", "row_width"]


def test_an_open_quote_costs_one_row(tmp_path: Path) -> None:
    """Row 2 opens a quote that nothing closes: it waits, and the two hundred after it are read."""
    path = tmp_path / "t.csv"
    lines = ["流水号,姓名,备注", '1,"王建国,甲', *(f"{n},李雷,乙" for n in range(2, 202))]
    path.write_text("\n".join(lines), encoding="utf-8")
    rows = list(open_table(path, WANTED).rows)
    assert [row.fault.code for row in rows if row.fault] == ["open_quote"]
    assert len(rows) == 201


def test_a_broken_byte_costs_one_row(tmp_path: Path) -> None:
    """One byte of a long UTF-8 file is damaged; only its row waits."""
    path = write(tmp_path / "t.csv", HEADER, ROWS * 100)
    content = bytearray(path.read_bytes())
    content[content.index("李".encode())] = 0xFF
    path.write_bytes(bytes(content))
    rows = list(open_table(path, WANTED).rows)
    assert [row.fault.code for row in rows if row.fault] == ["broken_bytes"]
    assert len(rows) == 300


def test_a_line_without_end_costs_no_memory(tmp_path: Path) -> None:
    """Eight megabytes without a line end are one row that waits, cut short."""
    path = tmp_path / "t.csv"
    path.write_text("流水号,姓名\n1," + "x" * (8 << 20) + "\n2,李雷\n", encoding="utf-8")
    long, short = open_table(path, WANTED).rows
    assert long.fault is not None
    assert (long.fault.code, sum(map(len, long.cells))) == ("line_too_long", 200)
    assert list(short.cells) == ["2", "李雷"]
