"""The accounts of a night: each row's ageing is `domain.account.position`, asked row by row.

DUE, past due and days are not computed in SQL: the law of the ageing is written once. Money booked after the
lender's figures were taken is no longer asked for: both sums are less by it, and who has paid all that was past
due is not called before the lender's next figures say otherwise.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any

import pyarrow as pa

from shounuo.domain.account import Position
from shounuo.domain.lender_policy import LenderPolicy
from shounuo.records.queries.extract.payments import AMOUNT, CASH
from shounuo.records.queries.extract.scope import Scope
from shounuo.records.queries.extract.snapshot import Snapshot
from shounuo.records.queries.position import position_of
from shounuo.strategy.days import date_of
from shounuo.strategy.tables import ON_HOLD, SETTLED, WORKABLE

_DATES = ("as_of", "statement_date", "due_date", "autopay_next", "last_payment_on", "opened_on")
_PLAIN = (
    "total_cents",
    "statement_cents",
    "minimum_cents",
    "past_due_cents",
    "lender_due_cents",
    "days_past_due",
    "last_payment_cents",
    "times_in_collection",
)
_TEXTS = ("lender_bucket", "autopay", "autopay_result", "worst_bucket", "currency")


def accounts(taken: Snapshot, scope: Scope, part: int, *, may_randomise: bool) -> pa.Table:
    """One row per account of the part, in the columns of `strategy.tables.ACCOUNTS`."""
    policy = scope.lender.settings()
    read = taken.rows(_sql(taken, scope, part))
    rows = [_row(told, scope, policy, may_randomise) for told in _read(read)]
    columns = list(zip(*rows, strict=True)) or [()] * len(_SCHEMA)
    return pa.table([pa.array(c, pa.int64()) for c in columns], _SCHEMA)


def counted(taken: Snapshot, scope: Scope) -> dict[str, int]:
    """The totals as the database counts them; past due, being `domain`'s, is added up apart."""
    return taken.one(
        f"""SELECT COUNT(*) AS "rows", CAST(COALESCE(SUM(s.id), 0) AS BIGINT) AS account_id,
              CAST(COALESCE(SUM(a.total_cents), 0) AS BIGINT) AS balance_cents
            FROM ({scope.accounts()}) s JOIN records_account a ON a.id = s.id"""  # noqa: S608
    )


def _sql(taken: Snapshot, scope: Scope, part: int) -> str:
    day, instant = taken.dialect.day, taken.dialect.instant
    dates = ", ".join(f"{day('a.' + name)} AS {name}" for name in _DATES)
    plain = ", ".join(f"a.{name}" for name in (*_PLAIN, *_TEXTS))
    return f"""
        SELECT s.id, s.customer_id, s.of_person, {dates}, {plain},
          COALESCE(k.team_id, -1) AS team_id, k.state AS case_state,
          {instant("k.return_at")} AS returns, {instant("k.set_aside_until")} AS aside,
          (SELECT COUNT(*) FROM records_flag f WHERE f.customer_id = s.customer_id
             AND f.kind = 'vulnerable' AND f.ended_at IS NULL) AS vulnerable,
          (SELECT CAST(COALESCE(SUM({AMOUNT}), 0) AS BIGINT) FROM records_payment m
             WHERE m.account_id = s.id AND m.currency = a.currency AND m.kind IN ({CASH})
             AND COALESCE(m.posted_on, m.transacted_on) > a.as_of) AS paid_after
        FROM ({scope.accounts(part)}) s
        JOIN records_account a ON a.id = s.id JOIN records_case k ON k.id = s.case_id
        ORDER BY s.id"""  # noqa: S608 - integers and names of our own


def _read(rows: pa.Table) -> Iterator[Any]:
    """The rows as `position_of` takes an account: `pk`, dates as dates."""
    named = rows.rename_columns(["pk" if n == "id" else n for n in rows.column_names])
    as_read = namedtuple("as_read", named.column_names)  # type: ignore[misc]
    for batch in named.to_batches(max_chunksize=10_000):
        columns = [
            [_date(day) for day in column.to_pylist()] if name in _DATES else column.to_pylist()
            for name, column in zip(named.column_names, batch.columns, strict=True)
        ]
        yield from map(as_read._make, zip(*columns, strict=True))


@lru_cache(maxsize=10_000)
def _date(day: int | None) -> date | None:
    return None if day is None else date_of(day)


def _row(told: Any, scope: Scope, policy: LenderPolicy, may_randomise: bool) -> tuple[int, ...]:
    """The columns of `_SCHEMA`."""
    stands = position_of(told, policy, scope.as_of)
    paid = max(0, told.paid_after)  # a bounce of what the figures hold is the lender's to count
    left = _left(stands.past_due_minor, paid, policy.cure_tolerance_minor)
    return (
        told.pk,
        told.customer_id,
        scope.lender.pk,
        told.team_id,
        told.total_cents or 0,
        # What is past due is due, also where a lender's own two figures disagree.
        max(0, max(stands.due_minor, stands.past_due_minor) - paid),
        left,
        stands.days_past_due,
        _months(told.opened_on, scope.as_of) if told.opened_on is not None else 0,
        told.times_in_collection,
        _work_state(told, stands, scope, settled=paid > 0 and not left),
        int(told.vulnerable > 0),
        # Randomised is a person, and the draw is by account: only who has one account may be drawn.
        int(may_randomise and told.of_person == 1),
    )


def _left(past_due: int, paid: int, tolerance: int) -> int:
    """What of it is still to ask for, in minor units; a rest within the tolerance counts as paid."""
    left = max(0, past_due - paid)
    return 0 if paid and left <= tolerance else left


def _work_state(told: Any, stands: Position, scope: Scope, *, settled: bool) -> int:
    if stands.nothing_due or settled:
        return SETTLED
    state = told.case_state
    if state == "held":
        return ON_HOLD
    if state != "waiting" or told.returns == told.aside:
        return WORKABLE  # what only the night set aside is looked at again
    return WORKABLE if (told.returns or 0) < scope.midnight(-1) else ON_HOLD


def _months(first: date, last: date) -> int:
    whole = (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)
    return max(0, whole)


_SCHEMA = pa.schema(
    [
        (name, pa.int64())
        for name in (
            "account_id",
            "person_id",
            "lender_id",
            "team_id",
            "balance_cents",
            "due_cents",
            "past_due_cents",
            "days_past_due",
            "months_on_book",
            "times_in_collection",
            "work_state",
            "hardship",
            "may_randomise",
        )
    ]
)
