"""Writes docs/benchmarks.md from `shounuo bench … --json`; no figure in it is typed by hand.

`python scripts/benchmarks.py` runs every bench; names as arguments run only those and keep the rest.
"""

from __future__ import annotations

import json
import os
import platform
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "docs" / "benchmarks.md"
RUN = "from shounuo.cli import main; main()"
BENCHES: dict[str, tuple[str, list[str]]] = {
    "import": ("A portfolio comes in", ["--rows", "10000"]),
    "large-file": (
        "A file of two gigabytes, and the desk meanwhile",
        ["--gigabytes", "2", "--claims", "200"],
    ),
    "claim": ("Next case, gate included", ["--cases", "5000", "--claims", "300"]),
    # With SHOUNUO_BENCH_POSTGRESQL, the address of a database kept for it, on both.
    "gate": (
        "The gate on live facts",
        ["--accounts", "1000000", "--contacts", "10000000", "--decisions", "5000"],
    ),
    "settle": ("A payment file settles promises", ["--promises", "300"]),
    "nightly": ("The night ranks the book", ["--accounts", "1000000", "--runs", "5"]),
    "live-night": ("The night over the desk's own database", ["--accounts", "100000"]),
    "inspection": ("Inspection reads calls", ["--calls", "2000"]),
}
HEAD = """# Benchmarks

Written by `scripts/benchmarks.py`; each table is one run of the command above it, ratios are to a floor
measured in the same run. Times depend on the machine and on what else it does; ratios much less.
"""


def measured(name: str, options: list[str]) -> dict[str, Any]:
    """One bench in a process of its own."""
    line = [sys.executable, "-c", RUN, "bench", name, *options, "--json"]
    server = os.environ.get("SHOUNUO_BENCH_POSTGRESQL")
    if name == "gate" and server:
        line += ["--postgresql", server]
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(line, env=env, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def section(name: str, title: str, options: list[str]) -> str:
    """The bench's part of the page."""
    figures = measured(name, options)
    load = f"{os.getloadavg()[0]:.1f}"
    machine = f"{os.cpu_count()} cores, Python {platform.python_version()}, load {load}"
    if os.sched_getscheduler(0) == os.SCHED_FIFO:
        machine += ", scheduled ahead of the machine's other work"
    rows = "\n".join(f"| {key} | {_cell(value)} |" for key, value in _flat(figures))
    command = f"`shounuo bench {name} {' '.join(options)}`"
    return f"## {title}\n\n{command} · {machine}\n\n| figure | value |\n|---|---|\n{rows}\n"


def _flat(figures: dict[str, Any], before: str = "") -> list[tuple[str, Any]]:
    """Figures within figures as one row each."""
    found: list[tuple[str, Any]] = []
    for key, value in figures.items():
        inner = isinstance(value, dict)
        found += _flat(value, f"{before}{key} ") if inner else [(f"{before}{key}", value)]
    return found


def _cell(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else str(value)
    return text.replace("|", "\\|")


def kept() -> dict[str, str]:
    """The sections that the page holds already, by title."""
    text = TARGET.read_text(encoding="utf-8") if TARGET.exists() else ""
    return {part.splitlines()[0][3:]: part for part in re.split(r"(?m)^(?=## )", text)[1:]}


def main(wanted: list[str]) -> None:
    sections = kept()
    for name, (title, options) in BENCHES.items():
        if not wanted or name in wanted:
            sections[title] = section(name, title, options)
    ordered = [sections[title] for title, _ in BENCHES.values() if title in sections]
    TARGET.write_text(
        HEAD + "\n" + "\n".join(part.strip() + "\n" for part in ordered), encoding="utf-8"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
