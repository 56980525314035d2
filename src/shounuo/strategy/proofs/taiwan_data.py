"""The Taiwan file (UCI id 350): 30,000 card accounts, April to September 2005, default in October.

Its lines may end in a bare carriage return. Sex, education, marriage and age are read for the fairness
table only. Status: −2 nothing spent, −1 paid in full, 0 minimum paid, k months late.
"""

from __future__ import annotations

import csv
import gzip
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
STATUS = ("PAY_6", "PAY_5", "PAY_4", "PAY_3", "PAY_2", "PAY_0")  # April … September
GUARDED = ("SEX", "EDUCATION", "MARRIAGE", "AGE")


class NotTheTaiwanFile(ValueError):
    """The file lacks the columns of UCI id 350."""


def read(path: Path) -> dict[str, Ints]:
    """Columns by name, months in order April … September as `status`, `bill`, `paid` [account, 6].

    Raises `NotTheTaiwanFile` when columns are missing.
    """
    raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    lines = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n").splitlines()
    rows = list(csv.DictReader(lines))
    needed = {"LIMIT_BAL", *STATUS, "BILL_AMT1", "PAY_AMT1", "default.payment.next.month"}
    if not rows or not needed <= rows[0].keys():
        raise NotTheTaiwanFile(f"{path.name}: needs {', '.join(sorted(needed))}")

    def column(name: str) -> Ints:
        return np.array([int(float(row[name])) for row in rows], np.int64)

    found = {"limit": column("LIMIT_BAL"), "default": column("default.payment.next.month")}
    found |= {name.lower(): column(name) for name in GUARDED}
    found["status"] = np.stack([column(n) for n in STATUS], 1)
    found["bill"] = np.stack([column(f"BILL_AMT{k}") for k in range(6, 0, -1)], 1)
    found["paid"] = np.stack([column(f"PAY_AMT{k}") for k in range(6, 0, -1)], 1)
    return found


def history(data: dict[str, Ints], end: int, months: int) -> dict[str, Ints]:
    """What a house knows of each account after month `end` (0 April … 5 September), integers.

    Utilisation and paid share in basis points. `months`: how far back it looks.
    """
    status, bill, paid = (
        data[k][:, end - months + 1 : end + 1] for k in ("status", "bill", "paid")
    )
    late = np.maximum(status, 0)
    limit = np.maximum(data["limit"], 1)
    owed = np.maximum(bill[:, :-1], 1).sum(1)
    found = {
        "limit": data["limit"],
        "late_now": late[:, -1],
        "late_worst": late.max(1),
        "late_months": (late > 0).sum(1),
        "late_change": late[:, -1] - late[:, -2],
        "entered_now": ((late[:, -1] > 0) & (late[:, -2] == 0)).astype(np.int64),
        "status_now": status[:, -1],
        "status_before": status[:, -2],
        "used_now_bp": np.clip(bill[:, -1] * 10_000 // limit, -20_000, 30_000),
        "used_change_bp": np.clip((bill[:, -1] - bill[:, 0]) * 10_000 // limit, -30_000, 30_000),
        "paid_share_bp": np.clip(paid[:, 1:].sum(1) * 10_000 // owed, 0, 20_000),
        "paid_last": paid[:, -1],
        "paid_before": paid[:, -2],
        "paid_nothing_months": (paid == 0).sum(1),
        "bill_now": bill[:, -1],
    }
    return {name: np.asarray(values, np.int64) for name, values in found.items()}


def published_columns(data: dict[str, Ints], end: int, months: int) -> NDArray[np.float64]:
    """The raw columns as published baselines use them, without the guarded ones."""
    window = slice(end - months + 1, end + 1)
    return np.concatenate(
        [
            data["limit"][:, None],
            data["status"][:, window],
            data["bill"][:, window],
            data["paid"][:, window],
        ],
        1,
    ).astype(float)
