"""From a stated promise to money actually given: Persuasion for Good, 300 annotated dialogues.

Charity, not debt, and few: the figures say how far words and money lie apart, and whether the size of a
promise tells anything. Personality, faith, views, sex and the like stand in the larger file and are not read.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from python_calamine import CalamineWorkbook
from sklearn.linear_model import LogisticRegression

from shounuo.strategy.quality import quality

COLUMNS = ("B2", "B4", "B5", "B6", "B7")  # dialogue, role (1: asked), promised, given, turns
CEILING = 2.0  # dollars: more could not be given by design


class NotThePersuasionFile(ValueError):
    """The workbook lacks the annotated columns B2–B7."""


def read(path: Path) -> list[dict[str, Any]]:
    """One row per person asked: `day`, `promised` (None: nothing stated), `given`, `turns`."""
    rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    header = [str(cell) for cell in rows[0]]
    if not set(COLUMNS) <= set(header):
        raise NotThePersuasionFile(f"{path.name}: needs {', '.join(COLUMNS)}")
    at = {name: header.index(name) for name in COLUMNS}
    asked = [row for row in rows[1:] if row[at["B4"]] == 1.0]
    return [
        {
            "day": str(r[at["B2"]])[:8],
            "promised": _number(r[at["B5"]]),
            "given": _number(r[at["B6"]]) or 0.0,
            "turns": _number(r[at["B7"]]) or 0.0,
        }
        for r in asked
    ]


def _number(cell: object) -> float | None:
    return float(cell) if isinstance(cell, int | float) else None


def prove(path: Path) -> dict[str, Any]:
    """Kept, partly kept and broken among positive promises; kept by size; a chance judged on later days."""
    rows = read(path)
    promised = [r for r in rows if (r["promised"] or 0) > 0]
    kept = [r["given"] + 1e-9 >= r["promised"] for r in promised]
    partly = [0 < r["given"] < r["promised"] for r in promised]
    none = [r for r in rows if not (r["promised"] or 0) > 0]
    return {
        "asked": len(rows),
        "promises": len(promised),
        "kept": sum(kept) / len(promised),
        "partly": sum(partly) / len(promised),
        "broken": 1 - (sum(kept) + sum(partly)) / len(promised),
        "above_ceiling": sum(r["promised"] > CEILING for r in promised),
        "gave_without_promise": sum(r["given"] > 0 for r in none) / len(none),
        "kept_by_size": _by_size(promised, kept),
        "estimate": _estimate(promised, np.array(kept, int)),
    }


def _by_size(rows: list[dict[str, Any]], kept: list[bool]) -> list[dict[str, float]]:
    edges = (0.0, 0.25, 0.5, 1.0, 2.0, float("inf"))
    found = []
    for low, high in pairwise(edges):
        group = [k for r, k in zip(rows, kept, strict=True) if low < r["promised"] <= high]
        if group:
            found.append(
                {
                    "above": low,
                    "up_to": high if high < 1e9 else -1,
                    "n": len(group),
                    "kept": sum(group) / len(group),
                }
            )
    return found


def _columns(rows: list[dict[str, Any]]) -> NDArray[np.float64]:
    return np.array(
        [
            [
                np.log1p(r["promised"]),
                float(r["promised"] > CEILING),
                float(r["promised"] == round(r["promised"])),
                r["turns"] / 10,
            ]
            for r in rows
        ]
    )


def _estimate(rows: list[dict[str, Any]], kept: NDArray[Any]) -> dict[str, Any]:
    """Learned on the first two thirds of the days, judged on the last third; the mean alone beside it."""
    order = np.argsort([r["day"] for r in rows], kind="stable")
    cut = len(order) * 2 // 3
    first, last = order[:cut], order[cut:]
    x = _columns(rows)
    model = LogisticRegression(C=0.5, max_iter=1000).fit(x[first], kept[first])
    chance = model.predict_proba(x[last])[:, 1]
    mean = np.full(len(last), kept[first].mean())
    found = quality(kept[last], chance)
    found.pop("reliability", None)
    return found | {"brier_of_the_earlier_mean": float(((mean - kept[last]) ** 2).mean())}
