"""A row of a placement file: 委案, 退案, 停催 or 复催 of one account."""

from __future__ import annotations

from collections.abc import Sequence

from shounuo.feeds.rows.bind import Binding, CellFault, Fields
from shounuo.feeds.rows.faults import fault_of
from shounuo.records.actions.take_placements import ACTS, PlacementRow

_TOLD = ("account_ref", "batch", "organisation", "starts_on", "ends_on", "commission_band")


def placement_row(
    binding: Binding, cells: Sequence[str], number: int
) -> tuple[PlacementRow | None, list[CellFault], Fields]:
    """The line, or what is wrong with it. A recall, stop or resumption is of the file's day unless
    the row names its own."""
    found = binding.read(cells)
    values = found.values
    act = values.get("act", "place")
    if act not in ACTS:
        _bad(binding, found, "act", "no_such_choice", str(act))
    if act == "place":
        for name in ("organisation", "starts_on", "ends_on"):
            if name not in values and not any(f.column == name for f in found.faults):
                _bad(binding, found, name, "missing_value")
        start, end = values.get("starts_on"), values.get("ends_on")
        if start and end and end < start:
            _bad(binding, found, "ends_on", "ends_before_start", end.isoformat())
    acts_on = values.get("acts_on") or values.get("as_of")
    if act != "place" and acts_on is None:
        found.faults.append(CellFault("acts_on", "", fault_of("no_as_of")))
    if found.faults:
        return None, found.faults, found
    told = {name: values[name] for name in _TOLD if name in values}
    return PlacementRow(row_no=number, act=act, acts_on=acts_on, **told), [], found


def _bad(binding: Binding, found: Fields, name: str, fault: str, value: str = "") -> None:
    column = binding.column(binding.mapping.fields.get(name), name)
    found.faults.append(CellFault(column, value, fault_of(fault, value or column)))
