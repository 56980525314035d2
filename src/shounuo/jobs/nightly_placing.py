"""From a finished night's folder to what the desk publishes: order, set-aside, entries with reasons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from shounuo.records.actions.publish_queue import Placing
from shounuo.records.models import Lender
from shounuo.records.queries.night_folder import LEFT_ALONE, NightFolder, why
from shounuo.records.queries.night_gate import LiveGate
from shounuo.strategy.estimates import Estimates

Row = Mapping[str, Any]
_COPIED = ("account_id", "arm", "slot", "expected_seconds", "value_cents", "value_per_hour_cents")


def placing_of(
    lender: Lender,
    as_of: date,
    home: Path,
    summary: Mapping[str, Any],
    estimates: Estimates,
    gate: LiveGate,
) -> Placing:
    """Reads the folder the night published. A person is called if any of their accounts is to be."""
    path = Path(summary["folder"])
    folder = NightFolder.open(path)
    queue, refused = folder.queue(), folder.refused()
    queued = {row["person_id"]: row for row in reversed(queue)}
    order, aside = _order(folder, queue, queued)
    day_ends = datetime.combine(as_of + timedelta(days=1), time(), ZoneInfo(lender.zone))
    entries = [
        *_queued(folder, queue, estimates),
        *_refused(folder, refused),
        *_held_out(folder),
    ]
    return Placing(
        inputs=path.name.rpartition("-")[2],
        queue_digest=folder.digest(),
        folder=path.name,
        summary={k: v for k, v in summary.items() if k != "folder"},
        order=order,
        aside=aside,
        day_ends=day_ends,
        entries=entries,
        asked=gate.reaches,
    )


def _order(
    folder: NightFolder, queue: list[dict[str, Any]], queued: Mapping[int, Row]
) -> tuple[list[int], list[int]]:
    """Customers: the queue by position, then those still to be called by rank, and the set-aside."""
    first = sorted(queue, key=lambda r: (r["position"], r["team_id"]))
    order = dict.fromkeys(r["person_id"] for r in first)
    more = sorted(folder.decided("call"), key=lambda r: (-r["rank_key"], r["account_id"]))
    order |= dict.fromkeys(r["person_id"] for r in more)
    left = sorted(folder.decided(*LEFT_ALONE), key=lambda r: (-r["rank_key"], r["account_id"]))
    aside = dict.fromkeys(r["person_id"] for r in left if r["person_id"] not in order)
    return list(order), list(aside)


def _entry(folder: NightFolder, row: Row, outcome: str) -> dict[str, Any]:
    return {
        **{name: row[name] for name in _COPIED},
        "person": row["person_id"],
        "team_id": row["team_id"] if row["team_id"] > 0 else None,
        "segment": folder.segment(row),
        "outcome": outcome,
    }


def _queued(
    folder: NightFolder, queue: list[Row], estimates: Estimates
) -> Iterable[dict[str, Any]]:
    features = folder.features(row["account_id"] for row in queue)
    for row in queue:
        strategy = folder.strategies[row["arm"]]
        yield {
            **_entry(folder, row, "queued"),
            "position": row["position"],
            "explored": bool(row["explored"]),
            "propensity_ppm": row["propensity_ppm"],
            "why": why(features[row["account_id"]], estimates, strategy),
        }


def _refused(folder: NightFolder, refused: list[Row]) -> Iterable[dict[str, Any]]:
    told = {row["account_id"]: row for row in refused}
    for row in folder.decided("call"):
        answer = told.get(row["account_id"])
        if answer is not None:
            outcome = "joined" if answer["outcome"] == "joined" else "blocked"
            yield {
                **_entry(folder, row, outcome),
                "rules": answer["reason"],
                "earliest": answer["earliest"],
            }


def _held_out(folder: NightFolder) -> Iterable[dict[str, Any]]:
    """The randomised no-contact group, with the chance each had of being in it."""
    for row in folder.decided("holdout"):
        share = folder.strategies[row["arm"]].experiment.holdout_bp
        yield {**_entry(folder, row, "holdout"), "propensity_ppm": share * 100}
