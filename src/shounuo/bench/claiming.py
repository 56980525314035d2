"""How long *next case* takes, gate included, against a bare SELECT and UPDATE."""

from __future__ import annotations

from typing import Any

from shounuo.bench.place import empty_desk
from shounuo.bench.portfolio_file import NOON, write_portfolio
from shounuo.bench.spread import Lap, percentiles


def measure(cases: int, claims: int, database: str = "") -> dict[str, Any]:
    """Claims a second, milliseconds a claim, and the ratio to the floor of the same run."""
    with empty_desk(database) as home:
        from shounuo.bench.floor import bare_claims
        from shounuo.bench.importing import import_rows
        from shounuo.bench.people import open_floor
        from shounuo.records.actions.claim_next_case import claim_next_case

        import_rows(write_portfolio(home / "portfolio.csv", cases))
        collectors = open_floor(claims)
        lap = Lap()
        for staff in collectors:
            with lap:
                case = claim_next_case(staff=staff, recorded_at=NOON)
            if case is None:
                raise RuntimeError("the gate let no case through: there is nothing to measure")
        floor = bare_claims(claims)
        return {
            "bench": "claim",
            "cases": cases,
            "claims": claims,
            "claims_per_second": round(claims / lap.total, 1),
            **percentiles(lap.seconds),
            "floor_p50_ms": percentiles(floor.seconds)["p50_ms"],
            "ratio_to_floor": round(lap.total / floor.total, 1),
        }
