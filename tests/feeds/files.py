"""Files of the small world's lender, written as banks write them, and imported as the command does."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from records.world import AS_OF, NOON
from shounuo.feeds.imports.order import Order, Outcome
from shounuo.feeds.imports.run import run_import

PAYMENTS = ("流水号", "卡号", "金额", "交易日期")
PORTFOLIO = ("客户号", "卡号", "姓名", "余额", "最低还款额", "逾期金额", "逾期天数", "手机")


def payment(number: int, amount: str, card: int = 0, on: str = "2026-11-20") -> tuple[str, ...]:
    return (f"P{number:05}", f"6200-0000-{card:06}", amount, on)


def account(number: int, balance: str = "14,000.00", days: str = "12") -> tuple[str, ...]:
    phone = f"1990000{number:04}"
    card = f"6200-0000-{number:06}"
    return (f"C{number:06}", card, "王建国", balance, "7108.35", "7108.35", days, phone)


def write(
    path: Path,
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    encoding: str = "utf-8",
    delimiter: str = ",",
    end: str = "\n",
) -> Path:
    """A delimited file, every cell quoted where it holds a delimiter."""
    lines = [delimiter.join(_quoted(cell, delimiter) for cell in row) for row in (header, *rows)]
    path.write_bytes((end.join(lines) + end).encode(encoding))
    return path


def _quoted(cell: str, delimiter: str) -> str:
    hard = any(mark in cell for mark in (delimiter, '"', "\n", "\r"))
    return '"' + cell.replace('"', '""') + '"' if hard else cell


def bring(kind: str, path: Path, at: datetime = NOON, **order: Any) -> Outcome:
    """Imports a file of the lender `jianghai` at one instant."""
    order.setdefault("mapping", f"plain-{kind}")
    if kind == "portfolio":
        order.setdefault("as_of", AS_OF)
    return run_import(
        Order(kind, path, actor="test", **({"lender": "jianghai"} | order)), lambda: at
    )


def through(day: int) -> date:
    """A day of November 2026."""
    return date(2026, 11, day)
