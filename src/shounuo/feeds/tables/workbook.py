"""An XLSX workbook, weighed before it is opened: a zip can unpack to anything.

The parts are unpacked once in a stream, so that sizes are measured and not believed, and the reach of the
cells is read before a reader makes room for it. Formulas are read as the values they had when saved.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from shounuo.feeds.tables.faults import bad_row, missing_columns, refused
from shounuo.feeds.tables.table import Row, Table, header_in, width_fault
from shounuo.kernel.errors import Refused
from shounuo.kernel.money_text import cell_text

PARTS_LIMIT = 2_000
UNPACKED_LIMIT = 1 << 30
RATIO_LIMIT = 100  # of a part of more than a few megabytes; sheets pack 5 to 30 times
RATIO_FROM = 20 << 20
CELLS_LIMIT = 40_000_000
HEADER_WITHIN = 20
CHUNK = 1 << 20
_REACH = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')


def read_workbook(path: Path, wanted: Mapping[str, Sequence[str]], sheet: str = "") -> Table:
    """The first sheet that has the `wanted` columns, or the sheet named. Raises `Refused`."""
    _weigh(path)
    try:
        book = CalamineWorkbook.from_path(str(path))
    except (CalamineError, zipfile.BadZipFile, OSError) as fault:
        raise Refused(refused("damaged", path.name)) from fault
    if sheet and sheet not in book.sheet_names:
        raise Refused(refused("no_such_sheet", path.name))
    found = [_looked_at(book, name, wanted) for name in ([sheet] if sheet else book.sheet_names)]
    if not any(header for _, _, header, _ in found):
        raise Refused(refused("empty_file", path.name))
    name, index, header, lacks = min(found, key=lambda one: (not one[2], len(one[3])))
    if lacks:
        raise Refused(missing_columns(lacks, wanted, header, path.name))
    return Table(header, _rows(book, name, index, header))


def _weigh(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as packed:
            parts = packed.infolist()
            if not any(part.filename.startswith("xl/") for part in parts):
                raise Refused(refused("not_a_workbook", path.name))
            if len(parts) > PARTS_LIMIT:
                raise Refused(refused("unpacks_beyond_belief", path.name))
            total = 0
            for part in parts:
                total += _weigh_part(packed, part, path.name, total)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as fault:  # fmt: skip
        raise Refused(refused("damaged", path.name)) from fault


def _weigh_part(packed: zipfile.ZipFile, part: zipfile.ZipInfo, record: str, before: int) -> int:
    """The bytes the part really unpacks to. The checksum at its end tells a size that lies."""
    size, column, line, rest = 0, 1, 1, b""
    is_sheet = part.filename.startswith("xl/worksheets/")
    with packed.open(part) as stream:
        while chunk := stream.read(CHUNK):
            size += len(chunk)
            many = size > RATIO_FROM and size > max(1, part.compress_size) * RATIO_LIMIT
            if many or before + size > UNPACKED_LIMIT:
                raise Refused(refused("unpacks_beyond_belief", record))
            if is_sheet:
                for letters, digits in _REACH.findall(rest + chunk):
                    column, line = max(column, _column(letters)), max(line, int(digits))
                rest = chunk[-16:]
                if column * line > CELLS_LIMIT:
                    raise Refused(refused("too_many_cells", record))
    return size


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _looked_at(
    book: CalamineWorkbook, name: str, wanted: Mapping[str, Sequence[str]]
) -> tuple[str, int, tuple[str, ...], list[str]]:
    """The sheet, the row of its header (from 1), the header, the wanted fields it lacks."""
    try:
        sheet = book.get_sheet_by_name(name)
    except CalamineError:
        return name, 0, (), list(wanted)
    first = [cells for _, cells in zip(range(HEADER_WITHIN), _lines(sheet), strict=False)]
    full = [cells for _, cells in first if any(cells)]
    if not full:
        return name, 0, (), list(wanted)
    index, header, lacks = header_in(full, wanted)
    number = next(no for no, cells in first if cells is full[index])
    while header and not header[-1]:
        header = header[:-1]
    return name, number, tuple(cell.strip() for cell in header), lacks


def _rows(
    book: CalamineWorkbook, name: str, header_row: int, header: tuple[str, ...]
) -> Iterator[Row]:
    for number, cells in _lines(book.get_sheet_by_name(name)):
        if number <= header_row or not any(cell.strip() for cell in cells):
            continue
        fault = width_fault(cells, header, number)
        if fault is None and any("\ufffd" in cell for cell in cells):
            fault = bad_row("broken_bytes", number)
        yield Row(number, cells, fault)


def _lines(sheet: Any) -> Iterator[tuple[int, list[str]]]:
    """Rows with the number a person sees; the reader gives the empty ones above the first too."""
    for offset, cells in enumerate(sheet.iter_rows()):
        yield offset + 1, [as_text(cell) for cell in cells]


def as_text(value: object) -> str:
    """A cell as a person saw it: a day as ISO, a day with a clock time as ISO with a space; bytes, which
    is how some warehouses store text, as their text."""
    if isinstance(value, bytes):
        return value.decode("utf-8", errors="replace")
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date | time):
        return value.isoformat()
    return cell_text(value)
