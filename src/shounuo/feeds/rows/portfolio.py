"""A row of a portfolio as one account."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from shounuo.feeds.mapping.fields import FIELDS
from shounuo.feeds.rows.bind import Binding, CellFault, Fields, points_of
from shounuo.feeds.rows.faults import fault_of
from shounuo.kernel.civil import month_end
from shounuo.records.actions.account_rows import AccountRow, PastFigures, PointRow

_FIGURES = {name for name, spec in FIELDS["portfolio"].items() if spec.figure}
_TOLD = set(FIELDS["portfolio"]) - _FIGURES - {"phone"}


def account_row(
    binding: Binding, cells: Sequence[str], number: int
) -> tuple[AccountRow | None, list[CellFault], Fields]:
    """The account, or what is wrong with the row."""
    found = binding.read(cells)
    points = points_of(binding, cells, found)
    if found.values.get("phone"):
        points.append({"value": found.values["phone"]})
    if not isinstance(found.values.get("as_of"), date):
        found.faults.append(CellFault("as_of", "", fault_of("no_as_of")))
    history = _history(binding, cells, found)
    if found.faults:
        return None, found.faults, found
    values = found.values
    told = {name: values[name] for name in _TOLD if name in values}
    told.setdefault("tail", _tail(values["account_ref"]))
    facts = {name: binding.cell(name, cells) for name in binding.mapping.facts}
    return (
        AccountRow(
            row_no=number,
            figures={name: values[name] for name in _FIGURES if name in values},
            points=tuple(PointRow(**point) for point in points),
            facts={name: text for name, text in facts.items() if text},
            invented=tuple(sorted(set(found.invented))),
            history=history,
            **told,
        ),
        [],
        found,
    )


def _history(binding: Binding, cells: Sequence[str], found: Fields) -> tuple[PastFigures, ...]:
    """Earlier months that the row tells; one that says nothing is not there."""
    as_of = found.values.get("as_of")
    if not binding.mapping.history or not isinstance(as_of, date):
        return ()
    told = []
    for past in binding.mapping.history:
        sources = {n: s for n, s in past.fields.items() if binding.may_tell(s)}
        values = {
            name: binding.value(source, FIELDS["portfolio"][name], cells, found)
            for name, source in sources.items()
        }
        figures = {name: value for name, value in values.items() if value not in (None, "")}
        if figures:
            told.append(PastFigures(month_end(as_of, past.months_back), figures))
    return tuple(told)


def _tail(ref: str) -> str:
    digits = "".join(ch for ch in ref if ch.isdigit())
    return digits[-4:]
