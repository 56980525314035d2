"""Promises are settled, never typed: recomputed from posted money, changed verdicts appended.

Locks the accounts, computes every promise of the customer purely, and appends a verdict only where
it says something new. The final verdict does not depend on the order in which files came.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from functools import lru_cache
from typing import Any

from shounuo.domain.promise.coverage import BusinessDays, EveryDay
from shounuo.domain.promise.verdict import Verdict
from shounuo.kernel.calendar_file import calendar
from shounuo.records.actions._act import Actor, Writing, act
from shounuo.records.actions._insert import insert
from shounuo.records.actions._locks import lock_accounts, lock_customer
from shounuo.records.actions._rewrite import rewrite
from shounuo.records.models import Account, Lender, Promise, PromiseVerdict
from shounuo.records.queries.book import books, settlement_policy


def settle_customer(*, customer_id: int, actor: Actor, recorded_at: datetime) -> int:
    """Settles all promises of one customer as known at `recorded_at`; returns how many changed."""
    with act(actor=actor, recorded_at=recorded_at) as writing:
        customer = lock_customer(customer_id)
        lender = Lender.objects.get(pk=customer.lender_id)
        return settle_within(writing, [customer_id], lender)


def settle_within(writing: Writing, customer_ids: Sequence[int], lender: Lender) -> int:
    """The same for several customers of one lender, inside an action that holds their locks."""
    accounts = Account.objects.filter(customer__in=customer_ids).values_list("pk", flat=True)
    lock_accounts(list(accounts))
    policy, days = settlement_policy(lender), _calendar(lender.calendar)
    verdicts = [
        verdict
        for _, book in sorted(books(customer_ids, lender).items())
        for verdict in book.settle(policy, writing.recorded_at, days)
    ]
    return _append_changed(writing, verdicts)


@lru_cache(maxsize=8)
def _calendar(name: str) -> BusinessDays:
    return calendar(name) if name else EveryDay()


def _append_changed(writing: Writing, verdicts: Sequence[Verdict]) -> int:
    """One statement for the new verdicts and one for the promises, however many there are."""
    ids = [int(verdict.promise_id) for verdict in verdicts]
    rows = Promise.objects.filter(pk__in=ids).select_related("case")
    promises = {str(row.pk): row for row in rows}
    newest = _newest(ids)
    made: list[PromiseVerdict] = []
    for verdict in verdicts:
        promise = promises[verdict.promise_id]
        inputs = as_inputs(verdict)
        seq, last = newest.get(promise.pk, (0, None))
        if last != inputs:
            made.append(_append(writing, promise, verdict, inputs, seq + 1))
    insert(made)
    rewrite((row.promise for row in made), ["state", "kept_cents", "provisional"])
    return len(made)


def _newest(promise_ids: list[int]) -> dict[int, tuple[int, Any]]:
    rows = PromiseVerdict.objects.filter(promise__in=promise_ids).order_by("promise", "seq")
    return {row.promise_id: (row.seq, row.inputs) for row in rows}


def as_inputs(verdict: Verdict) -> dict[str, Any]:
    """The verdict whole, as plain JSON: what was counted, the cut-off, what is awaited."""
    data = asdict(verdict)
    del data["decided_at"]
    plain: dict[str, Any] = json.loads(json.dumps(data, default=str))
    return plain


def _append(
    writing: Writing, promise: Promise, verdict: Verdict, inputs: dict[str, Any], seq: int
) -> PromiseVerdict:
    row = PromiseVerdict(
        promise=promise,
        seq=seq,
        state=verdict.state,
        kept_cents=verdict.counted_minor,
        provisional=verdict.provisional,
        decided_at=writing.recorded_at,
        inputs=inputs,
        rule_version=verdict.rule_version,
    )
    promise.state, promise.kept_cents = verdict.state, verdict.counted_minor
    promise.provisional = verdict.provisional
    payload = {
        "promise": promise.pk,
        "seq": seq,
        "state": verdict.state,
        "counted_cents": verdict.counted_minor,
        "provisional": verdict.provisional,
        "payments": [[c.payment_id, c.minor, c.in_time] for c in verdict.payments],
        "rule_version": verdict.rule_version,
    }
    writing.event(f"case:{promise.case_id}", "PromiseSettled", payload)
    writing.publish("case", promise.case_id)
    writing.publish("board", promise.case.team_id or 0)
    return row
