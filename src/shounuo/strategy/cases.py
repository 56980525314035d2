"""Features → one decided case per account: estimates, value, segment, decision, order, slot."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from shounuo.strategy.estimates import Estimates
from shounuo.strategy.features import SLOTS, whole
from shounuo.strategy.segments import by_segment, segment_column
from shounuo.strategy.split import MILLION, draw_column
from shounuo.strategy.strategy_file import Strategy
from shounuo.strategy.tables import SETTLED, WORKABLE
from shounuo.strategy.value import floor, with_basis_points, with_points, with_value
from shounuo.strategy.vocabulary import DECISIONS

CASE_COLUMNS = (
    "account_id",
    "person_id",
    "lender_id",
    "team_id",
    "may_randomise",
    "arm",
    "segment",
    "decision",
    "contact_bp",
    "promise_bp",
    "kept_bp",
    "self_cure_bp",
    "amount_cents",
    "expected_seconds",
    "value_cents",
    "value_per_hour_cents",
    "rank_key",
    "slot",
)
CODE = {name: code for code, name in enumerate(DECISIONS)}
TIER_STEP = 10**15
SLOT_PRIOR_TRIES = 4


def _code(name: str) -> ir.IntegerScalar:
    return ibis.literal(CODE[name], "int32")


def _decision(t: ir.Table, strategy: Strategy) -> ir.IntegerValue:
    """Codes of `vocabulary.DECISIONS`, in their order of precedence."""
    rested = t.attempts_7 >= by_segment(t.segment, [s.attempts_per_week for s in strategy.segments])
    do = by_segment(t.segment, [CODE[s.do] for s in strategy.segments])
    holdout_ppm = strategy.experiment.holdout_bp * 100
    branches = [
        (t.work_state == SETTLED, _code("paid")),
        (t.work_state != WORKABLE, _code("held")),
        ((t.balance_cents <= 0) | (t.past_due_cents <= 0), _code("credit")),
        (t.team_id < 0, _code("no_team")),
        (t.promises_open > 0, _code("open_promise")),
    ]
    if holdout_ppm:
        drawn = draw_column(t.account_id, f"holdout:{strategy.experiment.salt}") < holdout_ppm
        branches.append(((do == CODE["call"]) & (t.may_randomise == 1) & drawn, _code("holdout")))
    branches.append(((do == CODE["call"]) & (rested | (t.chance_ppm <= 0)), _code("leave")))
    return ibis.cases(*branches, else_=do)


def _order(t: ir.Table, strategy: Strategy) -> ir.IntegerValue:
    balance = ibis.greatest(t.balance_cents, 0)
    orders = {
        "value_per_hour": t.value_per_hour_cents,
        "oldest": t.days_past_due.cast("int64"),
        "largest": balance,
        "smallest": TIER_STEP - 1 - ibis.least(balance, TIER_STEP - 1),
        "days_times_balance": t.days_past_due.cast("int64") * balance,
        "likely": t.promise_bp.cast("int64") * t.kept_bp,
    }
    named = [s.order for s in strategy.segments]
    branches = [(t.segment == i, orders[o]) for i, o in enumerate(named) if o != named[-1]]
    chosen = ibis.cases(*branches, else_=orders[named[-1]]) if branches else orders[named[-1]]
    return ibis.least(ibis.greatest(chosen, 0), TIER_STEP - 1)


def _slot(t: ir.Table, strategy: Strategy) -> ir.IntegerValue:
    """1–3 only where this account's own answers set one slot clearly above the other two."""
    rate = {
        s: floor(
            t[f"answers_{s}"].cast("int64") * 10_000
            + t.contact_bp.cast("int64") * SLOT_PRIOR_TRIES,
            t[f"tries_{s}"].cast("int64") + SLOT_PRIOR_TRIES,
        )
        for s in SLOTS
    }
    enough = t.attempts_90 >= strategy.slot_minimum_tries
    branches = []
    for number, slot in enumerate(SLOTS, 1):
        others = ibis.greatest(*(rate[o] for o in SLOTS if o != slot))
        clear = rate[slot] >= others + strategy.slot_margin_bp
        branches.append((enough & clear, ibis.literal(number, "int32")))
    return ibis.cases(*branches, else_=ibis.literal(0, "int32"))


def cases(
    features: ir.Table, odds: ir.Table, estimates: Estimates, strategy: Strategy, arm: int = 0
) -> ir.Table:
    """One row per account with `CASE_COLUMNS`; `rank_key` sorts descending, tier first."""
    t = with_basis_points(with_points(features, estimates), odds)
    t = with_value(t, estimates.attempt_seconds)
    t = t.mutate(segment=segment_column(strategy, t))
    tier = by_segment(t.segment, [9 - s.tier for s in strategy.segments])
    t = t.mutate(
        decision=whole(_decision(t, strategy), "int32"),
        arm=ibis.literal(arm, "int32"),
        rank_key=whole(tier.cast("int64") * TIER_STEP + _order(t, strategy)),
        slot=whole(_slot(t, strategy), "int32"),
    )
    return t.select(*CASE_COLUMNS)


def cases_by_arm(
    features: ir.Table,
    odds: ir.Table,
    estimates: Estimates,
    champion: Strategy,
    challenger: Strategy | None,
    challenger_bp: int,
) -> ir.Table:
    """Champion and challenger side by side: `arm` 1 is the challenger's drawn share of accounts."""
    if challenger is None or not challenger_bp:
        return cases(features, odds, estimates, champion)
    salt = f"arm:{champion.digest}:{challenger.digest}"
    drawn = draw_column(features.account_id, salt) < challenger_bp * 100
    first = cases(features.filter(~drawn), odds, estimates, champion, 0)
    return first.union(cases(features.filter(drawn), odds, estimates, challenger, 1))


def share_ppm(part: int, total: int) -> int:
    """part of total in millionths, floor; 0 when the total is 0."""
    return part * MILLION // total if total > 0 else 0
