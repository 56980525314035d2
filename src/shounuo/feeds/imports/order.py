"""What is asked of an import, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from shounuo.kernel.errors import Problem
from shounuo.records.actions._act import Actor
from shounuo.records.models import ImportRun

Now = Callable[[], datetime]
Told = Callable[[ImportRun], object]


@dataclass(frozen=True, slots=True)
class Order:
    """One file to import. `mapping`: a shipped name or a path. `expect`: control totals as text,
    `rows` -> a count, a currency -> an amount; a file that differs is not trusted to be whole."""

    kind: str
    path: Path
    lender: str
    mapping: str
    actor: Actor
    as_of: date | None = None
    covers_through: date | None = None
    covers_from: date | None = None
    source: str = ""
    expect: Mapping[str, str] = field(default_factory=dict)
    confirm_shrink: bool = False
    overrule: bool = False  # of two figures of one day, this one is right: a person said so
    file_name: str = ""


@dataclass
class Outcome:
    """`counts` is what the command prints; `problems` are of the file as a whole."""

    run: ImportRun
    counts: dict[str, Any]
    problems: list[Problem] = field(default_factory=list)
    opened_lender: bool = False


def expected_sum(text: str) -> dict[str, str]:
    """`cny=1234.56` as a control total. What is written otherwise stays, to be refused in words."""
    code, _, amount = text.partition("=")
    return {code.strip().upper(): amount.strip()}
