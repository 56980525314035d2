"""A mapping bound to a header: reads each row's cells into fields, gathering every fault of the row."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from shounuo.feeds.mapping.fields import FIELDS, TOTAL_FIELD, Cell, Field
from shounuo.feeds.mapping.model import LenderMapping, Source
from shounuo.feeds.mapping.rules.registry import rules
from shounuo.feeds.rows.faults import fault_of
from shounuo.feeds.tables.table import plain
from shounuo.kernel.civil import parse_day, parse_moment
from shounuo.kernel.errors import Problem
from shounuo.kernel.money import EXPONENT, Money
from shounuo.kernel.money_text import parse_money

Read = Callable[[Sequence[str]], Any]
MOST_MINOR = 10**15  # no card owes ten trillion; sums of such amounts still fit their column
MOST_COUNT = 36_500  # days of a hundred years
_MARKS = ("=", "'")
# How a spreadsheet is told that digits are text: ="0012", '0012.
MARKED_TEXT = re.compile(r"=\"([^\"]*)\"|'(\d+)")
LOST_DIGITS = re.compile(r"\d(\.\d+)?[eE]\+?\d+")


@dataclass(frozen=True, slots=True)
class CellFault:
    """Which column, what stood there, and what is wrong with it."""

    column: str
    value: str
    problem: Problem


@dataclass(slots=True)
class Fields:
    """What one row says: field -> value. A field the row is silent about is not there."""

    values: dict[str, Any] = field(default_factory=dict)
    faults: list[CellFault] = field(default_factory=list)
    invented: list[str] = field(default_factory=list)


class Binding:
    """Reads rows of one file. `as_of`: the day the file speaks of, where it has one. `currency`: the
    lender's own, where neither mapping nor row names another."""

    def __init__(
        self,
        mapping: LenderMapping,
        header: Sequence[str],
        zone: str,
        as_of: date | None,
        currency: str = "",
    ) -> None:
        self.mapping, self.as_of, self.zone = mapping, as_of, ZoneInfo(zone)
        self.at = {plain(name): index for index, name in reversed(list(enumerate(header)))}
        self.header = tuple(header)
        self.specs = FIELDS[mapping.kind]
        self.twice = self._columns_twice()
        self.currency_code = mapping.currency or currency
        currency_field = mapping.fields.get("currency")
        rest = {k: v for k, v in mapping.fields.items() if k != "currency"}
        rest = {name: source for name, source in rest.items() if self.may_tell(source)}
        self.order = ([("currency", currency_field)] if currency_field else []) + sorted(
            rest.items(), key=lambda pair: bool(pair[1].rule)
        )

    def _columns_twice(self) -> dict[str, list[int]]:
        """Columns of the mapping that the header names more than once, and where."""
        wanted = {plain(name) for names in self.mapping.columns.values() for name in names}
        wanted |= {plain(name) for s in self.mapping.fields.values() for name in s.columns}
        places: dict[str, list[int]] = {}
        for index, name in enumerate(self.header):
            if plain(name) in wanted:
                places.setdefault(plain(name), []).append(index)
        return {self.header[at[0]]: at for at in places.values() if len(at) > 1}

    def may_tell(self, source: Source) -> bool:
        """Not so when it is a column that this file does not have."""
        if source.rule:
            return plain(str(source.settings.get("from", self.header[0]))) in self.at
        return source.constant is not None or any(plain(name) in self.at for name in source.columns)

    def read(self, cells: Sequence[str]) -> Fields:
        """Every field of the row."""
        found = Fields()
        for column, places in self.twice.items():
            told = {cells[place].strip() for place in places if place < len(cells)}
            if len(told) > 1:
                shown = " ≠ ".join(sorted(told))
                found.faults.append(CellFault(column, shown, fault_of("column_twice", column)))
        if self.as_of is not None:
            found.values["as_of"] = self.as_of
        if self.currency_code and self.mapping.kind in TOTAL_FIELD:
            found.values["currency"] = self.currency_code
        for name, source in self.order:
            self._take(name, source, self.specs[name], cells, found)
        for name, spec in self.specs.items():
            if spec.needed and name not in found.values and not _faulty(found, self, name):
                found.faults.append(self._fault("missing_value", name, ""))
        return found

    def value(self, source: Source, spec: Field, cells: Sequence[str], so_far: Fields) -> Any:
        """One source read on its own (a point, an earlier day); faults go to `so_far`."""
        there = Fields(dict(so_far.values))
        self._take("value", source, spec, cells, there)
        so_far.faults += there.faults
        return there.values.get("value") if "value" in there.values else None

    def _take(
        self, name: str, source: Source, spec: Field, cells: Sequence[str], found: Fields
    ) -> None:
        try:
            if source.rule:
                told = rules()[source.rule](
                    lambda c: self.cell(c, cells), found.values, source.settings
                )
            else:
                told = self._parsed(source, spec, cells, found)
        except (ValueError, KeyError):
            told = fault_of("rule_failed", self.column(source, name))
        if isinstance(told, Problem):
            column = self.column(source, name)
            found.faults.append(CellFault(column, self.shown(source, cells), told))
        elif told is not None and told != "":
            found.values[name] = told
            if source.invented:
                found.invented.append(name)

    def _parsed(self, source: Source, spec: Field, cells: Sequence[str], found: Fields) -> Any:
        text = source.constant if source.constant is not None else self._text(source, cells)
        if text == "" or text in source.blank:
            return None
        if source.values:
            if text not in source.values:
                return fault_of("value_not_mapped", text)
            text = source.values[text]
        if source.length and len(text) != source.length:
            return fault_of("wrong_length", f"{len(text)} ≠ {source.length}")
        return self._typed(source.prefix + text, spec, found)

    def _typed(self, text: str, spec: Field, found: Fields) -> Any:
        cell = spec.cell
        if cell is Cell.TEXT:
            if len(text) > spec.most:
                return fault_of("too_long", f"{len(text)} > {spec.most}")
            return fault_of("lost_digits", text) if LOST_DIGITS.fullmatch(text) else text
        if cell is Cell.MONEY:
            currency = found.values.get("currency", "")
            told = parse_money(text, currency, self.mapping.money) if currency else None
            if isinstance(told, Money):
                return told.minor if abs(told.minor) <= MOST_MINOR else fault_of("too_much", text)
            return told
        if cell is Cell.DAY:
            return parse_day(text, self.mapping.dates)
        if cell is Cell.MOMENT:
            return parse_moment(text, self.zone, self.mapping.dates)
        if cell is Cell.CODE:
            code = text.upper()
            return code if code in EXPONENT else fault_of("no_such_currency", text)
        whole = re.fullmatch(r"(-?\d+)(\.0+)?", text)
        if whole is None or abs(int(whole[1])) > MOST_COUNT:
            return fault_of("not_a_count", text)
        return int(whole[1])

    def column(self, source: Source | None, otherwise: str) -> str:
        """The column as this file's header names it, or the field when no column holds it."""
        named = (
            source.columns or tuple(map(str, filter(None, [source.settings.get("from")])))
            if source
            else ()
        )
        for name in named:
            if plain(name) in self.at:
                return self.header[self.at[plain(name)]]
        return named[0] if named else otherwise

    def _text(self, source: Source, cells: Sequence[str]) -> str:
        for column in source.columns:
            if plain(column) in self.at:
                return self.cell(column, cells)
        return ""

    def cell(self, column: str, cells: Sequence[str]) -> str:
        index = self.at.get(plain(column), -1)
        text = cells[index].strip() if 0 <= index < len(cells) else ""
        if text[:1] in _MARKS and (marked := MARKED_TEXT.fullmatch(text)):
            return (marked[1] or marked[2]).strip()
        return text

    def shown(self, source: Source, cells: Sequence[str]) -> str:
        if source.rule:
            return self.cell(str(source.settings.get("from", "")), cells)
        return self._text(source, cells)

    def _fault(self, name: str, field_name: str, value: str) -> CellFault:
        column = self.column(self.mapping.fields.get(field_name), field_name)
        return CellFault(column, value, fault_of(name, column))


def _faulty(found: Fields, binding: Binding, name: str) -> bool:
    column = binding.column(binding.mapping.fields.get(name), name)
    return any(fault.column == column for fault in found.faults)


def points_of(binding: Binding, cells: Sequence[str], found: Fields) -> list[Mapping[str, str]]:
    """The ways to reach somebody that the row tells; one without a value is not there."""
    spec = Field()
    points = []
    for point in binding.mapping.points:
        value = binding.value(point.value, spec, cells, found)
        if value:
            person = binding.value(point.person, spec, cells, found) if point.person else ""
            if point.value.invented:
                found.invented.append(point.kind)
            points.append(
                {
                    "value": value,
                    "person": person or "",
                    **{
                        n: getattr(point, n)
                        for n in ("kind", "role", "relation", "place", "source")
                    },
                }
            )
    return points
