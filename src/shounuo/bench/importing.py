"""How fast a portfolio comes in, against the bare INSERT of the rows it leaves behind."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter
from typing import Any

from shounuo.bench.place import empty_desk
from shounuo.bench.portfolio_file import AS_OF, NOON, SETTINGS, write_portfolio
from shounuo.bench.spread import Lap, percentiles

ROWS_A_COMMIT = 200  # of the floor, as the import begins
TABLES = (
    *("records_customer", "records_contactpoint", "records_account", "records_accountfigures"),
    *("records_case", "records_event"),
)


def measure(rows: int, database: str = "") -> dict[str, Any]:
    """Rows a second, milliseconds a batch, and the ratio to the floor of the same run."""
    with empty_desk(database) as home:
        from shounuo.bench.floor import bare_insert

        seconds, lap = import_rows(write_portfolio(home / "portfolio.csv", rows))
        copied, floor = bare_insert(TABLES, ROWS_A_COMMIT)
        return {
            "bench": "import",
            "rows": rows,
            "seconds": round(seconds, 2),
            "rows_per_second": round(rows / seconds),
            **percentiles(lap.seconds),
            "floor_rows": copied,
            "floor_seconds": round(floor.total, 2),
            "ratio_to_floor": round(seconds / floor.total, 1),
        }


def import_rows(path: Path) -> tuple[float, Lap]:
    from shounuo.feeds.imports.order import Order
    from shounuo.feeds.imports.run import run_import
    from shounuo.records.actions.open_lender import open_lender

    open_lender(settings=SETTINGS, actor="bench", recorded_at=NOON)
    order = Order("portfolio", path, "bench", "plain-portfolio", "bench", as_of=AS_OF)
    lap, began = Lap(), perf_counter()
    last = [began]

    def told(_run: object) -> None:
        now = perf_counter()
        lap.seconds.append(now - last[0])
        last[0] = now

    run_import(order, lambda: NOON, told)
    return perf_counter() - began, lap
