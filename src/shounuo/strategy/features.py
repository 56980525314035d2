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
    "tries_morning",
    "tries_afternoon",
    "tries_evening",
    "answers_morning",
    "answers_afternoon",
    "answers_evening",
    "paid_90_cents",
    "payments_90",
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


# Counters of one table that are summed as fields of a few integers: an aggregate and a join cost by
# the column, and a field holds more attempts than an account can have. One that overflowed would carry
# into its neighbour, and the identity of counted rows would stop the night.
FIELD_BITS = 12
CONTACT_FIELDS = (
    ("attempts_90", "attempts_30", "attempts_7", "right_90"),
    ("right_30", "dead_30", "tries_morning", "tries_afternoon"),
    ("tries_evening", "answers_morning", "answers_afternoon", "answers_evening"),
)
PROMISE_FIELDS = (("promises_made", "promises_kept", "promises_broken", "promises_open"),)


def _packed(
    prefix: str, fields: tuple[tuple[str, ...], ...], conditions: Mapping[str, ir.BooleanValue]
) -> dict[str, ir.IntegerValue]:
    """One integer per group of fields: each row adds 1 to the fields whose condition holds."""
    sums = {}
    for number, names in enumerate(fields):
        added: ir.IntegerValue = ibis.literal(0, "int64")
        for place, name in enumerate(names):
            one = ibis.literal(1 << (FIELD_BITS * place), "int64")
            added = added + ibis.ifelse(conditions[name], one, ibis.literal(0, "int64"))
        sums[f"{prefix}{number}"] = whole(added.sum())
    return sums


def _unpacked(
    table: ir.Table, prefix: str, fields: tuple[tuple[str, ...], ...]
) -> dict[str, ir.IntegerValue]:
    """The counters again, int32; no row at all counts zero."""
    found = {}
    for number, names in enumerate(fields):
        packed = ibis.coalesce(table[f"{prefix}{number}"], ibis.literal(0, "int64"))
        for place, name in enumerate(names):
            field = (packed >> (FIELD_BITS * place)) & ((1 << FIELD_BITS) - 1)
            found[name] = whole(field, "int32")
    return found


def contact_counters(contacts: ir.Table, as_of: int) -> ir.Table:
    """Attempts by phone only: a letter is no attempt to talk. `as_of` is a day number."""
    c = contacts.filter(contacts.channel == t.CALL, contacts.day < as_of)
    reached = (c.outcome == t.RIGHT_PARTY) | (c.outcome == t.ASSISTANT)
    answered = c.outcome == t.RIGHT_PARTY
    month, week = c.day >= as_of - 30, c.day >= as_of - 7
    slots = {
        "morning": c.minute < SLOT_STARTS[1],
        "afternoon": (c.minute >= SLOT_STARTS[1]) & (c.minute < SLOT_STARTS[2]),
        "evening": c.minute >= SLOT_STARTS[2],
    }
    conditions = {
        "attempts_90": ibis.literal(True),
        "attempts_30": month,
        "attempts_7": week,
        "right_90": reached,
        "right_30": month & reached,
        "dead_30": month & (c.outcome == t.DEAD_NUMBER),
        **{f"tries_{slot}": inside for slot, inside in slots.items()},
        **{f"answers_{slot}": inside & answered for slot, inside in slots.items()},
    }
    return c.group_by("account_id").agg(
        **_packed("contact_fields_", CONTACT_FIELDS, conditions),
        last_right_day=whole(ibis.ifelse(reached, c.day, -1).max(), "int32"),
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
    conditions = {
        "promises_made": ibis.literal(True),
        "promises_kept": p.verdict == t.KEPT,
        "promises_broken": p.verdict == t.BROKEN,
        "promises_open": (p.verdict == t.OPEN) | (p.verdict == t.AWAITING),
    }
    packed = _packed("promise_fields_", PROMISE_FIELDS, conditions)
    return p.group_by("account_id").agg(**packed)


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
        **_unpacked(joined, "contact_fields_", CONTACT_FIELDS),
        **_unpacked(joined, "promise_fields_", PROMISE_FIELDS),
        "paid_90_cents": whole(ibis.coalesce(joined.paid_90_cents, 0)),
        "payments_90": whole(ibis.coalesce(joined.payments_90, 0), "int32"),
    }
    return joined.select(
        *accounts.columns,
        **{name: counters[name] for name in COUNTERS},
        days_since_right=_days_since(joined.last_right_day, as_of),
        days_since_payment=_days_since(joined.last_payment_day, as_of),
    )
