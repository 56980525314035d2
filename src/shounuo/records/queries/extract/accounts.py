"""The accounts of a night: each row's ageing is `domain.account.position`, asked row by row.

DUE, past due and days are not computed in SQL: the law of the ageing is written once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from types import SimpleNamespace
from typing import Any

import pyarrow as pa

from shounuo.domain.account import Position
from shounuo.domain.lender_policy import LenderPolicy
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
    rows = [_row(told, scope, policy, may_randomise) for told in _lines(read)]
    return pa.Table.from_pylist(rows, _SCHEMA)


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
             AND f.kind = 'vulnerable' AND f.ended_at IS NULL) AS vulnerable
        FROM ({scope.accounts(part)}) s
        JOIN records_account a ON a.id = s.id JOIN records_case k ON k.id = s.case_id
        ORDER BY s.id"""  # noqa: S608 - integers and names of our own


def _lines(read: pa.Table) -> Iterator[dict[str, Any]]:
    for batch in read.to_batches(max_chunksize=10_000):
        yield from batch.to_pylist()


def _row(
    told: Mapping[str, Any], scope: Scope, policy: LenderPolicy, may_randomise: bool
) -> dict[str, int]:
    stands = position_of(_account(told), policy, scope.as_of)  # type: ignore[arg-type]
    opened = told["opened_on"]
    return {
        "account_id": told["id"],
        "person_id": told["customer_id"],
        "lender_id": scope.lender.pk,
        "team_id": told["team_id"],
        "balance_cents": told["total_cents"] or 0,
        # What is past due is due, also where a lender's own two figures disagree.
        "due_cents": max(stands.due_minor, stands.past_due_minor),
        "past_due_cents": stands.past_due_minor,
        "days_past_due": stands.days_past_due,
        "months_on_book": _months(date_of(opened), scope.as_of) if opened is not None else 0,
        "times_in_collection": told["times_in_collection"],
        "work_state": _work_state(told, stands, scope),
        "hardship": int(told["vulnerable"] > 0),
        # Randomised is a person, and the draw is by account: only who has one account may be drawn.
        "may_randomise": int(may_randomise and told["of_person"] == 1),
    }


def _account(told: Mapping[str, Any]) -> SimpleNamespace:
    dates = {name: None if told[name] is None else date_of(told[name]) for name in _DATES}
    plain = {name: told[name] for name in (*_PLAIN, *_TEXTS)}
    return SimpleNamespace(pk=told["id"], **dates, **plain)


def _work_state(told: Mapping[str, Any], stands: Position, scope: Scope) -> int:
    if stands.nothing_due:
        return SETTLED
    state = told["case_state"]
    if state == "held":
        return ON_HOLD
    if state != "waiting" or told["returns"] == told["aside"]:
        return WORKABLE  # what only the night set aside is looked at again
    return WORKABLE if (told["returns"] or 0) < scope.midnight(-1) else ON_HOLD


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
