"""What the portfolio did: pure queries over an extract and published nights, as Ibis expressions.

Each function states its grain; shares are left to the reader of counts. No page, no chart, no verdict.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp, log, sqrt

import ibis
import ibis.expr.types as ir

from shounuo.strategy import tables as t
from shounuo.strategy.features import whole

BUCKET_DAYS = 30
LAST_BUCKET = 7
NORMAL_95 = 1.959964


def bucket(days_past_due: ir.IntegerValue) -> ir.IntegerValue:
    """0 current, 1 for M1 (1–30 days) … 7 for M7 and beyond."""
    branches = [
        (days_past_due <= BUCKET_DAYS * k, ibis.literal(k, "int32")) for k in range(LAST_BUCKET)
    ]
    return ibis.cases(*branches, else_=ibis.literal(LAST_BUCKET, "int32"))


def roll_rates(before: ir.Table, after: ir.Table) -> ir.Table:
    """One row per (from, to) bucket between two nights' features: accounts and past due carried."""
    return counted_moves(moves(before, after))


def counted_moves(moved: ir.Table) -> ir.Table:
    """Rows of `moves` by (from, to)."""
    return moved.group_by("was", "now").agg(
        accounts=whole(moved.count()), past_due_cents=whole(moved.past_due_cents.sum())
    )


def moves(before: ir.Table, after: ir.Table) -> ir.Table:
    """One row per account of the earlier night: `account_id`, `past_due_cents` then, buckets `was`, `now`.

    An account no longer in collections has moved to bucket 0.
    """
    one = before.select("account_id", "past_due_cents", was=bucket(before.days_past_due))
    other = after.select(account=after.account_id, now=bucket(after.days_past_due))
    joined = one.left_join(other, one.account_id == other.account)
    return joined.mutate(now=ibis.coalesce(joined.now, ibis.literal(0, "int32")))


def cure_curve(entries: ir.Table) -> ir.Table:
    """Per vintage and week: how many were still late and in sight, and how many of them cured in it.

    `entries`: `vintage`, `weeks` from entry to cure or to the end of sight, `cured` 0/1, `n` of them.
    """
    steps = entries.group_by("vintage", "weeks").agg(
        left=whole(entries.n.sum()), cured=whole((entries.cured * entries.n).sum())
    )
    later = ibis.cumulative_window(group_by="vintage", order_by=steps.weeks.desc())
    return steps.mutate(at_risk=whole(steps.left.sum().over(later))).order_by("vintage", "weeks")


def cured_shares(steps: Sequence[Mapping[str, int]]) -> list[dict[str, float]]:
    """One vintage's `cure_curve` rows, weeks rising, as the share cured by each week with a 95% interval.

    Kaplan and Meier (1958), Greenwood's variance (1926) on the log-log scale, which stays within 0–1.
    Starts at week 0 with nobody cured.
    """
    late, variance = 1.0, 0.0
    told = [{"weeks": 0, "cured_share": 0.0, "low": 0.0, "high": 0.0}]
    for step in steps:
        at_risk, cured = step["at_risk"], step["cured"]
        late *= 1 - cured / at_risk
        if cured < at_risk:
            variance += cured / (at_risk * (at_risk - cured))
        low, high = _log_log(late, variance)
        told.append(
            {"weeks": step["weeks"], "cured_share": 1 - late, "low": 1 - high, "high": 1 - low}
        )
    return told


def _log_log(late: float, variance: float) -> tuple[float, float]:
    if not 0 < late < 1:
        return late, late
    half = NORMAL_95 * sqrt(variance) / log(late)
    return late ** exp(-half), late ** exp(half)


def funnel(contacts: ir.Table, promises: ir.Table, first: int, last: int) -> ir.Table:
    """One row: calls, reached, promises, of them settled and kept, made between two days (inclusive)."""
    calls, made = _within(contacts, promises, first, last)
    reached = _reached(calls)
    settled = made.verdict.isin([t.KEPT, t.KEPT_LATE, t.PARTLY, t.BROKEN])
    one = calls.agg(
        calls=whole(calls.count()), reached=whole(ibis.coalesce(reached.cast("int32").sum(), 0))
    )
    other = made.agg(
        promises=whole(made.count()),
        settled=whole(ibis.coalesce(settled.cast("int32").sum(), 0)),
        kept=whole(ibis.coalesce((made.verdict == t.KEPT).cast("int32").sum(), 0)),
    )
    return one.cross_join(other)


def _within(
    contacts: ir.Table, promises: ir.Table, first: int, last: int
) -> tuple[ir.Table, ir.Table]:
    calls = contacts.filter((contacts.channel == t.CALL) & contacts.day.between(first, last))
    return calls, promises.filter(promises.made_day.between(first, last))


def _reached(calls: ir.Table) -> ir.BooleanValue:
    return (calls.outcome == t.RIGHT_PARTY) | (calls.outcome == t.ASSISTANT)


def behind_step(
    contacts: ir.Table, promises: ir.Table, first: int, last: int, step: str
) -> ir.Table:
    """The accounts (`account_id`, each once) behind a count of `funnel`: calls, reached, promises, kept."""
    calls, made = _within(contacts, promises, first, last)
    rows = {
        "calls": calls,
        "reached": calls.filter(_reached(calls)),
        "promises": made,
        "kept": made.filter(made.verdict == t.KEPT),
    }[step]
    return rows.select("account_id").distinct()


def promise_quality(promises: ir.Table, month_end_days: tuple[int, ...] = ()) -> ir.Table:
    """One row per agent, by kept money: what was promised, kept, soft, rolled, and stuffed at month end.

    Soft: implied, not a clear yes. Rolled: a promise on an account within seven days after another fell
    due unkept. `month_end_days`: day numbers that close a month's figures.
    """
    window = ibis.window(group_by="account_id", order_by=["made_day", "promise_id"])
    before = promises.mutate(
        last_due=promises.due_day.lag().over(window),
        last_verdict=promises.verdict.lag().over(window),
    )
    rolled = ibis.coalesce(
        (before.last_verdict == t.BROKEN) & (before.made_day - before.last_due <= 7), False
    )
    stuffed = before.made_day.isin(month_end_days) if month_end_days else ibis.literal(False)
    marked = before.mutate(rolled=ibis.ifelse(rolled, 1, 0), stuffed=ibis.ifelse(stuffed, 1, 0))
    kept = ibis.ifelse(marked.verdict == t.KEPT, 1, 0)
    return (
        marked.group_by("agent_id")
        .agg(
            promises=whole(marked.count()),
            promised_cents=whole(marked.amount_cents.sum()),
            kept=whole(kept.sum()),
            kept_cents=whole((kept * marked.paid_cents).sum()),
            soft=whole((1 - marked.explicit).sum()),
            rolled=whole(marked.rolled.sum()),
            month_end=whole(marked.stuffed.sum()),
        )
        .order_by(ibis.desc("kept_cents"), "agent_id")
    )
