"""A row that must wait, as the pool keeps it."""

from __future__ import annotations

from collections.abc import Sequence

from shounuo.feeds.mapping.model import LenderMapping
from shounuo.feeds.rows.bind import CellFault
from shounuo.feeds.tables.table import Row, Table
from shounuo.kernel.errors import Problem
from shounuo.kernel.text import Text
from shounuo.records.actions.hold_rows import HeldRow


def held_row(
    table: Table,
    mapping: LenderMapping,
    row: Row,
    faults: Sequence[CellFault],
    whole: Problem | None = None,
    *,
    conflict: bool = False,
) -> HeldRow:
    """All faults in one sentence; column, value and code of the first. `whole`: the row's own fault."""
    problems = [whole] if whole else [fault.problem for fault in faults]
    first = problems[0]
    return HeldRow(
        row_no=row.no,
        raw=table.raw(row, mapping.left_out),
        column=faults[0].column if faults else "",
        value=faults[0].value if faults else "",
        code=first.code,
        what=Text(_joined(faults, problems, "zh"), _joined(faults, problems, "en")),
        next_step=first.next_step,
        conflict=conflict,
    )


def _joined(faults: Sequence[CellFault], problems: Sequence[Problem], language: str) -> str:
    if len(faults) < 2:
        return problems[0].what[language]
    colon = "：" if language == "zh" else ": "
    return "；".join(f"{f.column}{colon}{f.problem.what[language]}" for f in faults)
