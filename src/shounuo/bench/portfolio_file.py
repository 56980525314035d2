"""An invented portfolio and the lender it belongs to, for measuring."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

AS_OF = date(2026, 11, 20)
NOON = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)
SETTINGS: dict[str, Any] = {
    "code": "bench",
    "full_name": "测速银行",
    "policy": {
        "promise_limits": {"floor_minor": 100, "max_days_ahead": 3, "max_open": 2},
        "settlement": {"expected_sources": ["core"], "timetables": [{"source": "core"}]},
    },
    "contact_settings": {"collecting_parties": ["bench"], "expected_call_seconds": 300},
    "team": {"code": "bench", "name": "测速组", "line": "100", "line_approved": True},
}


def write_portfolio(path: Path, rows: int) -> Path:
    """`rows` accounts, each overdue, of as many customers; the phones and ids belong to nobody."""
    with path.open("w", encoding="utf-8") as target:
        target.write("customer,account,name,id_no,zone,place,total,minimum,past_due,dpd,phone\n")
        for n in range(rows):
            cents = 100_000 + n * 7_919 % 9_000_000
            amount = f"{cents // 100}.{cents % 100:02}"
            target.write(
                f"C{n:08},A{n:08},客户{n},000000{n:012},Asia/Shanghai,CN,{amount},{amount},"
                f"{amount},{1 + n % 120},100{n:08}\n"
            )
    return path


def write_payments(path: Path, rows: int) -> Path:
    """One payment in full for each of the first `rows` accounts."""
    with path.open("w", encoding="utf-8") as target:
        target.write("payment_id,account,amount,paid_on\n")
        for n in range(rows):
            cents = 100_000 + n * 7_919 % 9_000_000
            target.write(f"P{n:08},A{n:08},{cents // 100}.{cents % 100:02},{AS_OF.isoformat()}\n")
    return path
