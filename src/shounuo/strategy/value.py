"""Worth of a call: what it brings beyond what would have come anyway, per minute spent.

A contact helps through a promise that is kept by somebody who would not have paid: its chance is
contact · promise · (kept − self-cure), never below zero. Times the amount, over the seconds an attempt
takes on average. Integers throughout; a quotient below 2^53 has an exact floor on every engine.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import ibis
import ibis.expr.types as ir

from shounuo.strategy.estimates import Estimates
from shounuo.strategy.features import whole
from shounuo.strategy.scorecard import TARGETS, odds_of

AMOUNT_CAP_CENTS = 1_000_000_000  # ten million: above it, ranking counts ten million


def floor(numerator: ir.IntegerValue, denominator: ir.IntegerValue | int) -> ir.IntegerValue:
    """Floor of a quotient of whole numbers, 0 ≤ numerator < 2^53, denominator > 0."""
    return whole(numerator.cast("int64") // denominator)


def with_points(features: ir.Table, estimates: Estimates) -> ir.Table:
    """Adds `points_<target>`, `share_bp` and `talk_seconds`."""
    points = {f"points_{t}": estimates.cards[t].points_column(features) for t in TARGETS}
    return features.mutate(
        **points,
        share_bp=estimates.amount_share_bp.column(features),
        talk_seconds=estimates.talk_seconds.column(features),
    )


def with_basis_points(table: ir.Table, odds: ir.Table) -> ir.Table:
    """Adds `<target>_bp` by looking the points up; for contact also the day's tries."""
    for target in TARGETS:
        extra = (
            {"day_bp": odds.day_bp, "tries_centi": odds.tries_centi} if target == "contact" else {}
        )
        lookup = odds.select(**{f"points_{target}": odds.points, f"{target}_bp": odds.bp}, **extra)
        table = table.join(lookup, f"points_{target}")
    return table


def with_value(table: ir.Table, attempt_seconds: int) -> ir.Table:
    """Adds `amount_cents`, `expected_seconds`, `value_cents`, `value_per_hour_cents` of a day's tries."""
    owed = ibis.greatest(table.past_due_cents, 0)
    capped = ibis.least(owed, AMOUNT_CAP_CENTS)
    gain = ibis.greatest(table.kept_bp - table.self_cure_bp, 0).cast("int64")
    both = floor(table.day_bp.cast("int64") * table.promise_bp, 100)
    dialling = floor(table.tries_centi.cast("int64") * attempt_seconds, 100)
    talking = floor(table.day_bp.cast("int64") * table.talk_seconds, 10_000)
    table = table.mutate(
        amount_cents=floor(capped * table.share_bp, 10_000),
        chance_ppm=floor(both * gain, 10_000),
        expected_seconds=dialling + talking,
    )
    table = table.mutate(value_milli=floor(table.chance_ppm * table.amount_cents, 1000))
    return table.mutate(
        value_cents=floor(table.value_milli, 1000),
        value_per_hour_cents=floor(table.value_milli * 36, table.expected_seconds * 10),
    )


@dataclass(frozen=True, slots=True)
class Worth:
    """Of one case: chance in millionths, seconds of a day's tries, value and value per hour."""

    chance_ppm: int
    amount_cents: int
    expected_seconds: int
    value_cents: int
    value_per_hour_cents: int


def worth(estimates: Estimates, row: Mapping[str, int], attempts_a_day: int) -> Worth:
    """The same as the columns, for one row of features."""
    bp = {target: estimates.cards[target].score(row) for target in TARGETS}
    day = odds_of(bp["contact"], attempts_a_day)
    capped = min(max(row["past_due_cents"], 0), AMOUNT_CAP_CENTS)
    amount = capped * estimates.amount_share_bp.of(row) // 10_000
    chance = day["day_bp"] * bp["promise"] // 100 * max(bp["kept"] - bp["self_cure"], 0) // 10_000
    dialling = day["tries_centi"] * estimates.attempt_seconds // 100
    seconds = dialling + day["day_bp"] * estimates.talk_seconds.of(row) // 10_000
    milli = chance * amount // 1000
    return Worth(chance, amount, seconds, milli // 1000, milli * 36 // (seconds * 10))
