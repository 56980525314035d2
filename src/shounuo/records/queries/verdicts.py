"""The newest verdict of each promise, as `domain.promise` speaks of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from shounuo.domain.promise.coverage import AwaitedFile
from shounuo.domain.promise.verdict import Counted, PartVerdict, State, Verdict
from shounuo.records.models import Promise, PromiseVerdict


def newest_verdicts(promises: Iterable[Promise]) -> dict[int, Verdict]:
    """Promise id -> its verdict in force."""
    ids = [promise.pk for promise in promises]
    rows = PromiseVerdict.objects.filter(promise__in=ids).order_by("promise", "seq")
    return {row.promise_id: verdict_of(row) for row in rows}


def verdict_of(row: PromiseVerdict) -> Verdict:
    """A stored verdict, whole: what `settle` said, with its inputs."""
    told: dict[str, Any] = row.inputs
    return Verdict(
        promise_id=told["promise_id"],
        state=State(told["state"]),
        currency=told["currency"],
        promised_minor=told["promised_minor"],
        in_time_minor=told["in_time_minor"],
        late_minor=told["late_minor"],
        payments=tuple(_counted(one) for one in told["payments"]),
        parts=tuple(_part(one) for one in told["parts"]),
        cut_off=datetime.fromisoformat(told["cut_off"]),
        covered_through=_day(told["covered_through"]),
        awaiting=tuple(_awaited(one) for one in told["awaiting"]),
        credits_seen=tuple(told["credits_seen"]),
        provisional=told["provisional"],
        calendar=told["calendar"],
        rule_version=told["rule_version"],
        decided_at=row.decided_at,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _counted(one: dict[str, Any]) -> Counted:
    return Counted(**{**one, "paid_on": date.fromisoformat(one["paid_on"])})


def _part(one: dict[str, Any]) -> PartVerdict:
    days = {name: date.fromisoformat(one[name]) for name in ("due_by", "last_day")}
    return PartVerdict(**{**one, **days, "state": State(one["state"])})


def _awaited(one: dict[str, Any]) -> AwaitedFile:
    return AwaitedFile(
        one["source"],
        date.fromisoformat(one["covers"]),
        datetime.fromisoformat(one["expected_at"]),
    )
