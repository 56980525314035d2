"""The first rows of a file as the mapping reads them, before anything is taken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from typing import Any

from shounuo.feeds.imports.asked import check_asked
from shounuo.feeds.imports.order import Order
from shounuo.feeds.imports.registry import KINDS
from shounuo.feeds.imports.totals import Totals
from shounuo.feeds.mapping.fields import FIELDS, TOTAL_FIELD
from shounuo.feeds.mapping.load import load_mapping
from shounuo.feeds.mapping.model import LenderMapping
from shounuo.feeds.rows.bind import Binding
from shounuo.feeds.rows.faults import fault_of, is_totals_line
from shounuo.feeds.tables.open_table import open_table
from shounuo.kernel.errors import Problem
from shounuo.kernel.money import Money
from shounuo.records.models import ImportRun, Lender

SHOWN = 12
COUNTED = 20_000  # rows whose totals are shown before the import; larger files are counted by it
PERSONAL = frozenset({"name", "id_no", "phone", "number", "payer", "customer_ref", "account_ref"})


@dataclass
class Preview:
    """`headings`: columns of the file whose cells are shown, a field that a rule fills with a star.
    `rows`: number, values as a person reads them in that order (personal ones left out), faults.

    `totals` are of the first `COUNTED` rows; `whole` says whether that is all of them.
    """

    mapping: LenderMapping
    headings: list[str] = field(default_factory=list)
    rows: list[tuple[int, list[Any], list[Problem]]] = field(default_factory=list)
    totals: Totals = field(default_factory=lambda: Totals(""))
    faulty: int = 0
    whole: bool = True
    opens_lender: bool = False


def preview(order: Order, at: datetime) -> Preview:
    """Reads and judges, writes nothing. Raises `Refused` for a file, mapping or request that cannot be used."""
    mapping = load_mapping(order.mapping, order.kind)
    table = open_table(order.path, mapping.columns, mapping.form)
    lender = Lender.objects.filter(code=order.lender).first()
    made = lender or Lender(code=order.lender, **_unsaved(mapping))
    check_asked(order, made.zone, mapping.money, at)
    binding = Binding(mapping, table.header, made.zone, order.as_of, made.currency)
    kind = KINDS[order.kind](order, ImportRun(), made, binding)
    names = [n for n in FIELDS[order.kind] if n not in PERSONAL and _told(mapping, n, order)]
    found = Preview(mapping, totals=Totals(order.kind), opens_lender=lender is None)
    for row in islice(table.rows, COUNTED):
        faults, values = [row.fault] if row.fault else [], {}
        fields = None
        if row.fault is None:
            _, cell_faults, fields = kind.parse(row.cells, row.no)
            faults, values = [fault.problem for fault in cell_faults], fields.values
        if is_totals_line(row.cells, read=not faults):
            faults, fields = [fault_of("totals_line")], None
        found.totals.add(fields)
        found.faulty += bool(faults)
        if len(found.rows) < SHOWN or (faults and len(found.rows) < 2 * SHOWN):
            found.rows.append((row.no, [_shown(name, values) for name in names], faults))
    found.whole = next(table.rows, None) is None
    _leave_out_the_silent(found, [_heading(binding, name) for name in names])
    return found


def _shown(name: str, values: Mapping[str, Any]) -> str:
    value = values.get(name)
    if value is None:
        return ""
    return Money(value, values["currency"]).grouped() if name.endswith("_cents") else str(value)


def _heading(binding: Binding, name: str) -> str:
    source = binding.mapping.fields.get(name)
    if source is not None and source.columns:
        return binding.column(source, name)
    return f"{name.removesuffix('_cents')} *"


def _leave_out_the_silent(found: Preview, headings: list[str]) -> None:
    """Only what some row tells has a place on the page."""
    told = [n for n in range(len(headings)) if any(cells[n] for _, cells, _ in found.rows)]
    found.headings = [headings[n] for n in told]
    found.rows = [(no, [cells[n] for n in told], faults) for no, cells, faults in found.rows]


def _told(mapping: LenderMapping, name: str, order: Order) -> bool:
    return name in mapping.fields or (name == "currency" and order.kind in TOTAL_FIELD)


def _unsaved(mapping: LenderMapping) -> dict[str, Any]:
    return {key: mapping.lender[key] for key in ("zone", "currency") if key in mapping.lender}
