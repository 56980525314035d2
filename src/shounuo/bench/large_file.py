"""A file of gigabytes comes in while collectors ask for cases: what it takes of memory, what they wait.

Not part of any test: it writes the file, starts the real command in a process of its own, waits until rows
are being taken, claims meanwhile, and then ends the import. Each claim's wait stands beside one measured
just before, without an import.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from time import perf_counter, sleep
from typing import Any

from shounuo.bench.place import empty_desk
from shounuo.bench.portfolio_file import AS_OF, NOON, write_portfolio
from shounuo.bench.spread import Lap, percentiles

WIDE = "x" * 400  # a column nobody maps: lenders' rows are wide
THINK_SECONDS = 0.05  # between two claims, as if many collectors asked one after another


def measure(gigabytes: float, claims: int, database: str = "") -> dict[str, Any]:
    """Megabytes the import's process held at most, seconds until its first row, milliseconds a claim."""
    with empty_desk(database) as home:
        from shounuo.bench.importing import import_rows
        from shounuo.bench.people import open_floor

        import_rows(write_portfolio(home / "portfolio.csv", 4 * claims))
        path = home / "large.csv"
        rows = _write(path, int(gigabytes * (1 << 30)))
        staff = open_floor(2 * claims)
        alone = _claim(staff[:claims])
        began, running = perf_counter(), _start(path)
        try:
            _wait_for_rows(running)
            first = perf_counter() - began
            meanwhile = _claim(staff[claims:])
            taken = perf_counter() - began - first
            held = _megabytes(running.pid)
        finally:
            running.kill()
            running.wait()
        return {
            "bench": "large-file",
            "gigabytes": gigabytes,
            "rows": rows,
            "read_over_seconds": round(first, 1),
            "rows_taken_meanwhile": _taken(),
            "seconds_meanwhile": round(taken, 1),
            "most_megabytes": held,
            **{f"claim_alone_{k}": v for k, v in percentiles(alone.seconds).items()},
            **{f"claim_meanwhile_{k}": v for k, v in percentiles(meanwhile.seconds).items()},
        }


def _write(path: Path, size: int) -> int:
    """A portfolio of at least `size` bytes whose accounts are none of those known; its rows."""
    head, row = "customer,account,name,total,past_due,dpd,phone,note\n", 0
    with path.open("w", encoding="utf-8") as target:
        written = target.write(head)
        while written < size:
            row += 1
            line = f"L{row:09},L{row:09},客户{row},{row % 90_000}.{row % 100:02},1.00,9,100{row:08}"
            written += target.write(f"{line},{WIDE}\n") + 4  # two characters of three bytes each
    return row


def _claim(staff: list[Any]) -> Lap:
    from shounuo.records.actions.claim_next_case import claim_next_case

    lap = Lap()
    for one in staff:
        with lap:
            claim_next_case(staff=one, recorded_at=NOON)
        sleep(THINK_SECONDS)
    return lap


def _start(path: Path) -> subprocess.Popen[bytes]:
    from shounuo.records.models import ImportRun

    ImportRun.objects.all().delete()
    day = AS_OF.isoformat()
    told = ["--lender", "bench", "--mapping", "plain-portfolio", "--as-of", day]
    line = [sys.executable, "-m", "shounuo", "import", "portfolio", str(path), *told]
    return subprocess.Popen(line, env={**os.environ}, stdout=subprocess.DEVNULL)


def _wait_for_rows(running: subprocess.Popen[bytes]) -> None:
    while not _taken():
        if running.poll() is not None:
            raise RuntimeError("the import ended before it took a row")
        sleep(0.2)


def _taken() -> int:
    from shounuo.records.models import ImportRun

    return sum(ImportRun.objects.values_list("rows_seen", flat=True))


def _megabytes(pid: int) -> int | None:
    """The most a process held in memory so far; None where the system does not tell."""
    status = Path(f"/proc/{pid}/status")
    lines = status.read_text(encoding="utf-8").splitlines() if status.exists() else []
    kilobytes = [line.split()[1] for line in lines if line.startswith("VmHWM")]
    return int(kilobytes[0]) // 1024 if kilobytes else None
