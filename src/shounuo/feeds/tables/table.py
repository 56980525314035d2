"""A table as it was read: a header, then rows of text with the number they have in the file."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from shounuo.kernel.errors import Problem
from shounuo.kernel.text import Text

LINE_LIMIT = 1_000_000  # characters; no bank's row is longer, a file without line ends is


@dataclass(frozen=True, slots=True)
class Row:
    """`no`: the line or spreadsheet row, from 1. `fault`: why the cells cannot be trusted."""

    no: int
    cells: Sequence[str]
    fault: Problem | None = None


@dataclass
class Table:
    """`rows` can be walked once. A fault of the file met on the way raises `Refused`."""

    header: tuple[str, ...]
    rows: Iterator[Row]

    def raw(self, row: Row, left_out: frozenset[str] = frozenset()) -> dict[str, str]:
        """The row as it came, by column, without the columns that may not be kept."""
        named = zip(self.header, row.cells, strict=False)
        kept = {name: cell for name, cell in named if plain(name) not in left_out}
        return kept | {
            f"+{n}": cell for n, cell in enumerate(row.cells[len(self.header) :], start=1)
        }


@lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """A column's name without what nobody sees: width, spaces, case, marks of no width."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return "".join(ch for ch in folded if not ch.isspace() and unicodedata.category(ch) != "Cf")


def header_in(
    lines: Iterable[Sequence[str]], wanted: Mapping[str, Sequence[str]]
) -> tuple[int, tuple[str, ...], list[str]]:
    """The line that looks most like the header: its index, its cells, the wanted fields it lacks.

    `wanted`: field -> the names its column may have. Title lines before the header are passed over.
    """
    best: tuple[int, tuple[str, ...], list[str]] = (0, (), list(wanted))
    for index, cells in enumerate(lines):
        names = {plain(cell) for cell in cells}
        lacks = [
            field for field, columns in wanted.items() if not names & {plain(c) for c in columns}
        ]
        if not best[1] or len(lacks) < len(best[2]):
            best = (index, tuple(cells), lacks)
        if not lacks:
            break
    return best


def width_fault(row: Sequence[str], header: Sequence[str], number: int) -> Problem | None:
    """Cells beyond the header, or missing ones: nothing in such a row stands where it seems to."""
    beyond = any(cell.strip() for cell in row[len(header) :])
    if len(row) >= len(header) and not beyond:
        return None
    return Problem(
        "row_width",
        Text(
            f"这一行有 {len(row)} 格，表头有 {len(header)} 格",
            f"The row has {len(row)} cells, the header {len(header)}",
        ),
        str(number),
        "feeds.tables",
        Text("看是否少了分隔符或引号", "Look for a missing delimiter or quote"),
    )
