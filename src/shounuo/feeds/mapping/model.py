"""A mapping as loaded: which column fills which field, and what the file leaves unsaid."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from shounuo.kernel.civil import DateFormat
from shounuo.kernel.money_text import MoneyFormat


@dataclass(frozen=True, slots=True)
class Source:
    """Where one field comes from: a column (under any of its names), a constant, or a rule.

    `values`: what a cell says -> what it means; a cell that is not listed waits. `prefix` keeps
    numbers of two files apart. A rule with `invented` is something the file does not tell.
    """

    columns: tuple[str, ...] = ()
    constant: str | None = None
    rule: str = ""
    settings: Mapping[str, Any] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)
    prefix: str = ""
    length: int = 0  # of a number that always has so many characters; 0: any
    blank: tuple[str, ...] = ()  # what else means nothing was said: "-", "NULL"
    invented: bool = False


@dataclass(frozen=True, slots=True)
class PointSource:
    """A way to reach somebody: where its value is, and whose it is."""

    value: Source
    kind: str = "phone"
    role: str = "customer"
    relation: str = ""
    person: Source | None = None
    place: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Past:
    """Figures of an earlier month that stand in the same row. Its day is assumed: the month's last."""

    months_back: int
    fields: Mapping[str, Source]


@dataclass(frozen=True, slots=True)
class LenderMapping:
    """One lender's one kind of file. `hash` pins the text it was loaded from."""

    name: str
    kind: str
    fields: Mapping[str, Source]
    hash: str
    currency: str = ""
    manner: str = "delta"  # snapshot: the whole book; what is missing has left
    shrink_limit_percent: int = 10
    source: str = ""
    form: Mapping[str, str] = field(default_factory=dict)
    dates: DateFormat = field(default_factory=DateFormat)
    money: MoneyFormat = field(default_factory=MoneyFormat)
    negative: str = ""  # payments: what an amount below zero means; empty: such a row waits
    points: tuple[PointSource, ...] = ()
    history: tuple[Past, ...] = ()
    facts: tuple[str, ...] = ()
    left_out: frozenset[str] = frozenset()  # columns that are never stored, not even in the pool
    trailer: Mapping[str, Any] = field(default_factory=dict)
    lender: Mapping[str, Any] = field(default_factory=dict)  # settings to open the lender with
    cite: str = ""

    optional: frozenset[str] = frozenset()  # fields whose column may be missing from the file

    @property
    def columns(self) -> dict[str, Sequence[str]]:
        """field -> the names of the column it needs; a file without one is not this lender's."""
        found: dict[str, Sequence[str]] = {f"facts.{name}": (name,) for name in self.facts}
        every = [
            *self.fields.items(),
            *((f"points.{n}", p.value) for n, p in enumerate(self.points)),
        ]
        for name, one in every:
            if one.columns and name not in self.optional:
                found[name] = one.columns
            elif "from" in one.settings:
                found[name] = (str(one.settings["from"]),)
        return found
