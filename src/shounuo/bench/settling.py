"""How fast a payment file settles promises, against the bare INSERT of its payments and verdicts."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from time import perf_counter
from typing import Any

from shounuo.bench.place import empty_desk
from shounuo.bench.portfolio_file import NOON, write_payments, write_portfolio
from shounuo.bench.spread import Lap, percentiles

ROWS_A_COMMIT = 200  # of the floor, as the import begins
TABLES = ("records_payment", "records_promiseverdict", "records_event")


def measure(promises: int, database: str = "") -> dict[str, Any]:
    """Promises settled a second, milliseconds a batch of payments, ratio to the floor."""
    with empty_desk(database) as home:
        from shounuo.bench.floor import bare_insert
        from shounuo.bench.importing import import_rows
        from shounuo.bench.promising import promise_all
        from shounuo.records.models import Promise

        import_rows(write_portfolio(home / "portfolio.csv", promises))
        made = promise_all()
        lap, seconds = _pay(write_payments(home / "payments.csv", promises))
        kept = Promise.objects.filter(state="kept").count()
        copied, floor = bare_insert(TABLES, ROWS_A_COMMIT)
        return {
            "bench": "settle",
            "promises": made,
            "kept": kept,
            "seconds": round(seconds, 2),
            "promises_per_second": round(made / seconds, 1),
            **percentiles(lap.seconds),
            "floor_rows": copied,
            "floor_seconds": round(floor.total, 3),
            "ratio_to_floor": round(seconds / floor.total, 1),
        }


def _pay(path: Path) -> tuple[Lap, float]:
    from shounuo.feeds.imports.order import Order
    from shounuo.feeds.imports.run import run_import

    order = Order("payments", path, "bench", "plain-payments", "bench")
    lap, began = Lap(), perf_counter()
    last = [began]

    def told(_run: object) -> None:
        now = perf_counter()
        lap.seconds.append(now - last[0])
        last[0] = now

    run_import(order, lambda: NOON + timedelta(hours=8), told)
    return lap, perf_counter() - began
