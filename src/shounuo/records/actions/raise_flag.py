"""Flags: something becomes true of a customer, or ceases to be; backdating is kept as such."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from shounuo.records.actions._act import Actor, Writing, act
from shounuo.records.actions._hold import refresh_hold
from shounuo.records.actions._locks import lock_customer
from shounuo.records.models import Case, Flag


def raise_flag(
    *,
    customer_id: int,
    kind: str,
    actor: Actor,
    recorded_at: datetime,
    effective_at: datetime | None = None,
    account_id: int | None = None,
    source: str = "",
    details: Mapping[str, Any] | None = None,
) -> Flag:
    """From `effective_at` on (default now) `kind` is true; a hold takes the case out of the queue."""
    with act(actor=actor, recorded_at=recorded_at, effective_at=effective_at) as writing:
        lock_customer(customer_id)
        return flag_within(
            writing, customer_id, kind, account_id=account_id, source=source, details=details
        )


def flag_within(
    writing: Writing,
    customer_id: int,
    kind: str,
    *,
    account_id: int | None = None,
    source: str = "",
    details: Mapping[str, Any] | None = None,
    why: str = "",
) -> Flag:
    """The same inside an open action; a flag that already stands is returned as it is. `why` is sealed."""
    standing = Flag.objects.filter(
        customer_id=customer_id, account_id=account_id, kind=kind, ended_at=None
    ).first()
    if standing is not None:
        return standing
    flag = Flag.objects.create(
        customer_id=customer_id,
        account_id=account_id,
        kind=kind,
        effective_at=writing.effective_at,
        recorded_at=writing.recorded_at,
        source=source,
        details=dict(details or {}),
    )
    _tell(writing, flag, "FlagRaised", why)
    return flag


def end_flag(
    *, flag_id: int, actor: Actor, recorded_at: datetime, effective_at: datetime | None = None
) -> Flag:
    """The flag ceases to be true at `effective_at`; ending it twice changes nothing."""
    with act(actor=actor, recorded_at=recorded_at, effective_at=effective_at) as writing:
        flag = Flag.objects.select_related("customer").get(pk=flag_id)
        lock_customer(flag.customer_id)
        lower_within(writing, flag)
        return flag


def lower_within(writing: Writing, flag: Flag, why: str = "") -> None:
    """The same inside an open action that holds the customer. `why` is kept sealed."""
    if flag.ended_at is None:
        flag.ended_at, flag.end_recorded_at = writing.effective_at, writing.recorded_at
        flag.save(update_fields=["ended_at", "end_recorded_at"])
        _tell(writing, flag, "FlagEnded", why)


def _tell(writing: Writing, flag: Flag, kind: str, why: str = "") -> None:
    payload = {"flag": flag.kind, "account": flag.account_id, "source": flag.source, "id": flag.pk}
    said = {"personal": {"why": why}, "customer_id": flag.customer_id}
    cases = list(Case.objects.filter(customer_id=flag.customer_id).exclude(state="closed"))
    for case in cases:
        writing.event(f"case:{case.pk}", kind, payload, **said)
        refresh_hold(writing, case)
        writing.publish("case", case.pk)
    if not cases:
        writing.event(f"customer:{flag.customer_id}", kind, payload, **said)
