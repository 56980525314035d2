"""What each kind of import must offer to the common run."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Protocol

from shounuo.feeds.rows.bind import CellFault, Fields
from shounuo.feeds.rows.faults import fault_of


class Kind(Protocol):
    """`parse` never writes; `take` is one short transaction a batch; `finish` comes after the last and
    hears how many rows of the file wait."""

    def parse(self, cells: Sequence[str], number: int) -> tuple[Any, list[CellFault], Fields]: ...

    def take(self, rows: Sequence[Any], at: datetime) -> list[tuple[Any, CellFault, bool]]:
        """Stores a batch; hands back (row, fault, conflict) for what must wait."""
        ...

    def counts(self) -> dict[str, Any]: ...

    def finish(self, at: datetime, waits: int) -> dict[str, Any]: ...


def waits(row: Any, column: str, code: str, value: str) -> tuple[Any, CellFault, bool]:
    """A parsed row that the records would not take, and why."""
    return row, CellFault(column, value, fault_of(code, value)), code.startswith("conflict")
