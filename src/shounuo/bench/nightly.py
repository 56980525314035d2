"""`shounuo bench nightly`: the night against reading-and-writing alone and against hand-written SQL."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from shounuo.bench.nightly_data import extract_of
from shounuo.bench.nightly_runs import apart, differing_tables, floor, night, reference
from shounuo.strategy.night import STAGES


def measure(
    home: Path, accounts: int, runs: int, say: Callable[[str], None] = lambda line: None
) -> dict[str, Any]:
    """Medians over `runs` rounds of floor, night and reference, one after the other in each round.

    Raises RuntimeError when the reference's result differs in any cell.
    """
    extract = extract_of(home / "bench", accounts)
    work = home / "bench" / f"runs-{accounts}"
    nights: list[dict[str, Any]] = []
    floors: list[dict[str, Any]] = []
    references: list[dict[str, Any]] = []
    for round_ in range(runs):
        nights.append(apart(night, extract, work / "night"))
        folder = Path(nights[-1]["folder"])
        references.append(apart(reference, extract, work / "reference"))
        if round_ == 0:
            _refuse(differing_tables(folder, work / "reference", work))
        floors.append(apart(floor, extract, folder, work / "floor"))
        say(
            f"{round_ + 1}/{runs}: night {nights[-1]['seconds']:.2f} s, reference {references[-1]['seconds']:.2f} s, floor {floors[-1]['seconds']:.2f} s"
        )
    shutil.rmtree(work, ignore_errors=True)
    return _report(accounts, nights, floors, references)


def _refuse(differing: list[str]) -> None:
    if differing:
        raise RuntimeError(f"the hand-written SQL differs in {', '.join(differing)}")


def _report(
    accounts: int,
    nights: list[dict[str, Any]],
    floors: list[dict[str, Any]],
    references: list[dict[str, Any]],
) -> dict[str, Any]:
    kinds = {"": nights, "floor_": floors, "reference_": references}
    wall = {k: median(run["seconds"] for run in runs) for k, runs in kinds.items()}
    cpu = {k: median(run["cpu_seconds"] for run in runs) for k, runs in kinds.items()}
    last = nights[-1]
    return {
        "accounts": accounts,
        "runs": len(nights),
        **{f"{k}seconds": round(v, 3) for k, v in wall.items()},
        "ratio": round(wall[""] / wall["floor_"], 2),
        "reference_ratio": round(wall[""] / wall["reference_"], 2),
        **{f"{k}cpu_seconds": round(v, 3) for k, v in cpu.items()},
        "cpu_ratio": round(cpu[""] / cpu["floor_"], 2),
        "peak_mb": max(n["peak_mb"] for n in nights),
        "stages": {s: round(median(n["stages"][s] for n in nights), 3) for s in STAGES},
        "cells_equal": True,
        **{key: last[key] for key in ("asked", "decided", "queued", "refused", "decisions")},
    }
