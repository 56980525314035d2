"""What the run knows of each account tonight: integer counters over contacts, payments, promises.

One row per account. Reads settled verdicts and ageing; recomputes neither. The counters are plain
group-by aggregates joined once, so the same expressions run on DuckDB and on Spark.
"""

from __future__ import annotations

from collections.abc import Mapping

import ibis
import ibis.expr.operations as ops
import ibis.expr.types as ir

from shounuo.strategy import tables as t

NEVER = 9999  # days since something that never happened
SLOTS = ("morning", "afternoon", "evening")
SLOT_STARTS = (0, 12 * 60, 18 * 60)  # local minutes

COUNTERS = (
    "attempts_7",
    "attempts_30",
    "attempts_90",
    "right_30",
    "right_90",
    "dead_30",
    "last_right_day",
    "tries_morning",
    "tries_afternoon",
    "tries_evening",
    "answers_morning",
    "answers_afternoon",
    "answers_evening",
    "paid_90_cents",
    "payments_90",
    "last_payment_day",
    "promises_made",
    "promises_kept",
    "promises_broken",
    "promises_open",
)


def whole(value: ir.Value, kind: str = "int64") -> ir.IntegerValue:
    """A cast that Ibis may not drop: DuckDB sums int64 to HUGEINT and would write DOUBLE."""
    return ops.Cast(value, to=kind).to_expr()


def _count(condition: ir.BooleanValue) -> ir.IntegerValue:
    return whole(ibis.ifelse(condition, 1, 0).sum(), "int32")


def contact_counters(contacts: ir.Table, as_of: int) -> ir.Table:
    """Attempts by phone only: a letter is no attempt to talk. `as_of` is a day number."""
    c = contacts.filter(contacts.channel == t.CALL, contacts.day < as_of)
    reached = (c.outcome == t.RIGHT_PARTY) | (c.outcome == t.ASSISTANT)
    answered = c.outcome == t.RIGHT_PARTY
    morning, evening = c.minute < SLOT_STARTS[1], c.minute >= SLOT_STARTS[2]
    afternoon = (c.minute >= SLOT_STARTS[1]) & (c.minute < SLOT_STARTS[2])
    return c.group_by("account_id").agg(
        attempts_7=_count(c.day >= as_of - 7),
        attempts_30=_count(c.day >= as_of - 30),
        attempts_90=whole(c.count(), "int32"),
        right_30=_count((c.day >= as_of - 30) & reached),
        right_90=_count(reached),
        dead_30=_count((c.day >= as_of - 30) & (c.outcome == t.DEAD_NUMBER)),
        last_right_day=whole(ibis.ifelse(reached, c.day, -1).max(), "int32"),
        tries_morning=_count(morning),
        tries_afternoon=_count(afternoon),
        tries_evening=_count(evening),
        answers_morning=_count(morning & answered),
        answers_afternoon=_count(afternoon & answered),
        answers_evening=_count(evening & answered),
    )


def payment_counters(payments: ir.Table, as_of: int) -> ir.Table:
    """Net paid in 90 days (a reversal takes back) and the last day money came in 180 days."""
    p = payments.filter(payments.day < as_of)
    recent = p.day >= as_of - 90
    return p.group_by("account_id").agg(
        paid_90_cents=whole(ibis.ifelse(recent, p.amount_cents, 0).sum()),
        payments_90=_count(recent & (p.amount_cents > 0)),
        last_payment_day=whole(ibis.ifelse(p.amount_cents > 0, p.day, -1).max(), "int32"),
    )


def promise_counters(promises: ir.Table, as_of: int) -> ir.Table:
    """Verdicts as settled. Kept late and partly kept are neither kept nor broken."""
    p = promises.filter(promises.made_day < as_of)
    return p.group_by("account_id").agg(
        promises_made=whole(p.count(), "int32"),
        promises_kept=_count(p.verdict == t.KEPT),
        promises_broken=_count(p.verdict == t.BROKEN),
        promises_open=_count((p.verdict == t.OPEN) | (p.verdict == t.AWAITING)),
    )


def _days_since(day: ir.IntegerValue, as_of: int) -> ir.IntegerValue:
    return whole(ibis.ifelse(ibis.coalesce(day, -1) < 0, NEVER, as_of - day), "int32")


def features(source: Mapping[str, ir.Table], as_of: int) -> ir.Table:
    """One row per account: its columns of the extract, then the counters, nulls made zero."""
    accounts = source["accounts"]
    joined = (
        accounts.left_join(contact_counters(source["contacts"], as_of), "account_id")
        .drop("account_id_right")
        .left_join(payment_counters(source["payments"], as_of), "account_id")
        .drop("account_id_right")
        .left_join(promise_counters(source["promises"], as_of), "account_id")
        .drop("account_id_right")
    )
    counters = {
        name: whole(ibis.coalesce(joined[name], 0), "int64" if name.endswith("cents") else "int32")
        for name in COUNTERS
        if not name.startswith("last_")
    }
    return joined.select(
        *accounts.columns,
        **counters,
        days_since_right=_days_since(joined.last_right_day, as_of),
        days_since_payment=_days_since(joined.last_payment_day, as_of),
    )
