"""What each kind of import must offer to the common run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from shounuo.feeds.rows.bind import Binding, CellFault, Fields
from shounuo.feeds.rows.faults import fault_of
from shounuo.kernel.money import Money


class Kind(Protocol):
    """`parse` never writes; `take` is one short transaction a batch; `finish` comes after the last and
    hears how many rows of the file wait."""

    def parse(self, cells: Sequence[str], number: int) -> tuple[Any, list[CellFault], Fields]: ...

    def take(self, rows: Sequence[Any], at: datetime) -> list[tuple[Any, CellFault, bool]]:
        """Stores a batch; hands back (row, fault, conflict) for what must wait."""
        ...

    def counts(self) -> dict[str, Any]: ...

    def finish(self, at: datetime, waits: int) -> dict[str, Any]: ...


def waits(
    binding: Binding, row: Any, field: str, code: str, value: str
) -> tuple[Any, CellFault, bool]:
    """A parsed row that the records would not take, and why; `field` as the file's header names it.

    The cell is kept sealed; the sentence is not, so that it names only the end of a number.
    """
    column = binding.column(binding.mapping.fields.get(field), field)
    said = tail(value) if field in NUMBERS else value
    return row, CellFault(column, value, fault_of(code, said)), False


def contradicts(
    binding: Binding, row: Any, code: str, differing: Mapping[str, Sequence[Any]]
) -> tuple[Any, CellFault, bool]:
    """A row that says otherwise than what is known: `differing` is field -> [known, told]."""
    told = {
        binding.column(binding.mapping.fields.get(name), name): " ≠ ".join(
            _shown(name, value, getattr(row, "currency", "")) for value in pair
        )
        for name, pair in differing.items()
    }
    value = "; ".join(f"{column}: {pair}" for column, pair in told.items())
    return row, CellFault(next(iter(told)), value, fault_of(code, value)), True


def _shown(name: str, value: Any, currency: str) -> str:
    if value is None or value == "":
        return "—"
    if name in NUMBERS:
        return tail(value)
    return Money(value, currency).grouped() if name.endswith("_cents") else str(value)


NUMBERS = ("account_ref", "customer_ref", "number")


def tail(number: str) -> str:
    """The last four characters, for a sentence that is not sealed."""
    return f"…{number[-4:]}" if len(number) > 4 else number
