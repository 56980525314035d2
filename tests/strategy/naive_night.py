"""The night once more, row by row in plain Python, written from the docs and not from the columns."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from shounuo.strategy.estimates import Estimates
from shounuo.strategy.segments import holds
from shounuo.strategy.split import draw
from shounuo.strategy.strategy_file import Segment, Strategy
from shounuo.strategy.value import worth
from shounuo.strategy.vocabulary import DECISIONS

Row = dict[str, int]


def features(tables: dict[str, list[Row]], as_of: int) -> list[Row]:
    by: dict[str, dict[int, list[Row]]] = {n: defaultdict(list) for n in tables}
    for name in ("contacts", "payments", "promises"):
        for row in tables[name]:
            by[name][row["account_id"]].append(row)
    return [
        _features(
            a,
            by["contacts"][a["account_id"]],
            by["payments"][a["account_id"]],
            by["promises"][a["account_id"]],
            as_of,
        )
        for a in tables["accounts"]
    ]


def _features(
    account: Row, contacts: list[Row], payments: list[Row], promises: list[Row], d: int
) -> Row:
    calls = [c for c in contacts if c["channel"] == 0]
    reached = [c for c in calls if c["outcome"] in (1, 6)]
    slot = {"morning": range(720), "afternoon": range(720, 1080), "evening": range(1080, 1440)}
    paid = [p for p in payments if p["day"] >= d - 90]
    plus = [p["day"] for p in payments if p["amount_cents"] > 0]
    return account | {
        "attempts_7": sum(c["day"] >= d - 7 for c in calls),
        "attempts_30": sum(c["day"] >= d - 30 for c in calls),
        "attempts_90": len(calls),
        "right_30": sum(c["day"] >= d - 30 for c in reached),
        "right_90": len(reached),
        "dead_30": sum(c["day"] >= d - 30 and c["outcome"] == 4 for c in calls),
        **{f"tries_{s}": sum(c["minute"] in r for c in calls) for s, r in slot.items()},
        **{
            f"answers_{s}": sum(c["minute"] in r and c["outcome"] == 1 for c in calls)
            for s, r in slot.items()
        },
        "paid_90_cents": sum(p["amount_cents"] for p in paid),
        "payments_90": sum(p["amount_cents"] > 0 for p in paid),
        "promises_made": len(promises),
        "promises_kept": sum(p["verdict"] == 1 for p in promises),
        "promises_broken": sum(p["verdict"] == 4 for p in promises),
        "promises_open": sum(p["verdict"] in (0, 7) for p in promises),
        "days_since_right": d - max((c["day"] for c in reached), default=d - 9999),
        "days_since_payment": d - max(plus, default=d - 9999),
    }


def case(row: Row, estimates: Estimates, strategy: Strategy) -> dict[str, Any]:
    bp = {f"{k}_bp": card.score(row) for k, card in estimates.cards.items()}
    w = worth(estimates, row, strategy.attempts_a_day)
    known = (
        row | bp | {"value_cents": w.value_cents, "value_per_hour_cents": w.value_per_hour_cents}
    )
    index, segment = next((i, s) for i, s in enumerate(strategy.segments) if _takes(s, known))
    return known | {
        "segment": index,
        "decision": DECISIONS.index(_decision(row, segment, w.chance_ppm, strategy)),
        "amount_cents": w.amount_cents,
        "expected_seconds": w.expected_seconds,
        "rank_key": (9 - segment.tier) * 10**15 + _order(segment.order, known),
    }


def _takes(segment: Segment, row: Row) -> bool:
    any_of = not segment.any_of or any(holds(c, row[c.fact]) for c in segment.any_of)
    return any_of and all(holds(c, row[c.fact]) for c in segment.when)


def _decision(row: Row, segment: Segment, chance: int, strategy: Strategy) -> str:
    if row["work_state"] == 2:
        return "paid"
    if row["work_state"]:
        return "held"
    if row["balance_cents"] <= 0 or row["past_due_cents"] <= 0:
        return "credit"
    if row["team_id"] < 0:
        return "no_team"
    if row["promises_open"]:
        return "open_promise"
    salt = f"holdout:{strategy.experiment.salt}"
    drawn = draw(row["account_id"], salt) < strategy.experiment.holdout_bp * 100
    if segment.do == "call" and row["may_randomise"] and drawn:
        return "holdout"
    if segment.do == "call" and (row["attempts_7"] >= segment.attempts_per_week or chance <= 0):
        return "leave"
    return segment.do


def _order(order: str, row: Row) -> int:
    balance = max(row["balance_cents"], 0)
    return {
        "value_per_hour": row["value_per_hour_cents"],
        "oldest": row["days_past_due"],
        "largest": balance,
        "smallest": 10**15 - 1 - balance,
        "days_times_balance": row["days_past_due"] * balance,
        "likely": row["promise_bp"] * row["kept_bp"],
    }[order]


def queue(cases: list[dict[str, Any]], capacity: dict[int, int]) -> dict[int, list[int]]:
    """Per team, the accounts in order while seconds last; the gate allows all."""
    result = {}
    for team, whole in capacity.items():
        seconds = whole
        own = [c for c in cases if c["team_id"] == team and DECISIONS[c["decision"]] == "call"]
        line: list[int] = []
        for c in sorted(own, key=lambda c: (-c["rank_key"], c["account_id"])):
            if c["expected_seconds"] > seconds:
                break
            seconds -= c["expected_seconds"]
            line.append(c["account_id"])
        result[team] = line
    return result
