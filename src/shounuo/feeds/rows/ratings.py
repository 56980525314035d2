"""A row of a file of ratings as what a customer thought of one call."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from shounuo.feeds.rows.bind import Binding, CellFault, Fields
from shounuo.feeds.rows.faults import fault_of
from shounuo.records.actions.rate_call import MOST_STARS

LONGEST_NUMBER = 18  # digits that a key of the records has room for


@dataclass(frozen=True, slots=True)
class RatingRow:
    """`at`: a moment, or the day alone when the file tells no clock time."""

    row_no: int
    contact_id: int
    stars: int
    at: date
    words: str = ""


def rating_row(
    binding: Binding, cells: Sequence[str], number: int
) -> tuple[RatingRow | None, list[CellFault], Fields]:
    """The rating, or what is wrong with the row. A call is named `12` or `contact-12`."""
    found = binding.read(cells)
    values = found.values
    ref = values.get("contact", "")
    call = ref.removeprefix("contact-")
    if ref and not (call.isascii() and call.isdigit() and len(call) <= LONGEST_NUMBER):
        found.faults.append(_fault(binding, "contact", "unknown_call", ref))
    stars = values.get("stars")
    if stars is not None and not 1 <= stars <= MOST_STARS:
        found.faults.append(_fault(binding, "stars", "stars_out_of_range", str(stars)))
    if found.faults:
        return None, found.faults, found
    row = RatingRow(number, int(call), values["stars"], values["at"], values.get("words", ""))
    return row, [], found


def _fault(binding: Binding, name: str, fault: str, value: str) -> CellFault:
    column = binding.column(binding.mapping.fields.get(name), name)
    return CellFault(column, value, fault_of(fault, value))
