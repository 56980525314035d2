"""Control totals: how many rows and how much money a file holds, and whether that was to be expected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from shounuo.feeds.imports.asked import expected_total
from shounuo.feeds.mapping.fields import TOTAL_FIELD
from shounuo.feeds.rows.bind import Fields
from shounuo.kernel.errors import Problem
from shounuo.kernel.money import Money
from shounuo.kernel.money_text import MoneyFormat
from shounuo.kernel.text import Text


@dataclass
class Totals:
    """`sums`: currency -> minor units over every row whose amount could be read, waiting ones too."""

    kind: str
    rows: int = 0
    sums: dict[str, int] = field(default_factory=dict)
    unread: int = 0  # rows whose amount could not be read, and which no sum holds

    def add(self, found: Fields | None) -> None:
        self.rows += 1
        name = TOTAL_FIELD.get(self.kind)
        if name is None:
            return
        amount = found.values.get(name) if found else None
        if not isinstance(amount, int):
            self.unread += 1
            return
        currency = found.values["currency"] if found else ""
        self.sums[currency] = self.sums.get(currency, 0) + amount

    def as_plain(self) -> dict[str, Any]:
        return {"rows": self.rows, "sums": dict(sorted(self.sums.items())), "unread": self.unread}

    def against(self, expected: Mapping[str, str], how: MoneyFormat, record: str) -> list[Problem]:
        """A problem for each expected total that the file does not have."""
        problems = []
        for name, text in expected.items():
            have, want = self._have(name), expected_total(name, text, how)
            if have != want:
                problems.append(_differs(name, text, have, record))
        return problems

    def _have(self, name: str) -> int:
        return self.rows if name == "rows" else self.sums.get(name, 0)


def _differs(name: str, want: str, have: int, record: str) -> Problem:
    shown = str(have) if name == "rows" else Money(have, name).plain()
    return Problem(
        "control_total_differs",
        Text(
            f"控制总数不符：{name} 应为 {want}，实为 {shown}",
            f"Control total {name}: {want} expected, {shown} found",
        ),
        record,
        "feeds.totals",
        Text(
            "行已收下，但文件不当作完整：不声明覆盖；请向机构核对",
            "The rows are taken, but the file is not held to be whole: no coverage is declared; check with the lender",
        ),
    )
