"""What the portfolio did: pure queries over an extract and published nights, as Ibis expressions.

Each function states its grain; shares are left to the reader of counts. No page, no chart, no verdict.
"""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from shounuo.strategy import tables as t
from shounuo.strategy.features import whole

BUCKET_DAYS = 30
LAST_BUCKET = 7


def bucket(days_past_due: ir.IntegerValue) -> ir.IntegerValue:
    """0 current, 1 for M1 (1–30 days) … 7 for M7 and beyond."""
    branches = [
        (days_past_due <= BUCKET_DAYS * k, ibis.literal(k, "int32")) for k in range(LAST_BUCKET)
    ]
    return ibis.cases(*branches, else_=ibis.literal(LAST_BUCKET, "int32"))


def roll_rates(before: ir.Table, after: ir.Table) -> ir.Table:
    """One row per (from, to) bucket between two nights' features: accounts and past due carried.

    An account no longer in collections has moved to bucket 0.
    """
    one = before.select("account_id", "past_due_cents", was=bucket(before.days_past_due))
    other = after.select(account=after.account_id, now=bucket(after.days_past_due))
    joined = one.left_join(other, one.account_id == other.account)
    moved = joined.mutate(now=ibis.coalesce(joined.now, ibis.literal(0, "int32")))
    return moved.group_by("was", "now").agg(
        accounts=whole(moved.count()), past_due_cents=whole(moved.past_due_cents.sum())
    )


def cure_curve(entries: ir.Table) -> ir.Table:
    """Kaplan–Meier steps from `entries` (entry_month, months, cured 0/1): per month at risk and cured.

    `months`: months from entry to cure, or to the end of sight when not cured.
    """
    steps = entries.group_by("entry_month", "months").agg(
        left=whole(entries.count()), cured=whole(entries.cured.sum())
    )
    later = ibis.cumulative_window(group_by="entry_month", order_by=steps.months.desc())
    return steps.mutate(at_risk=whole(steps.left.sum().over(later))).order_by(
        "entry_month", "months"
    )


def funnel(contacts: ir.Table, promises: ir.Table, first: int, last: int) -> ir.Table:
    """One row: calls, reached, promises, of them settled and kept, made between two days (inclusive)."""
    calls = contacts.filter((contacts.channel == t.CALL) & contacts.day.between(first, last))
    made = promises.filter(promises.made_day.between(first, last))
    reached = (calls.outcome == t.RIGHT_PARTY) | (calls.outcome == t.ASSISTANT)
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
