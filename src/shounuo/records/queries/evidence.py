"""Chains as the ledger checks them."""

from __future__ import annotations

from collections.abc import Iterator

from shounuo.ledger.chain import ChainedEvent
from shounuo.records.models import Event


def chained(chain: str) -> Iterator[ChainedEvent]:
    """One chain's events in order."""
    for row in Event.objects.filter(chain=chain).order_by("seq").iterator():
        yield chained_event(row)


def chained_event(row: Event) -> ChainedEvent:
    return ChainedEvent(
        row.chain,
        row.seq,
        row.kind,
        row.actor,
        row.effective_at,
        row.recorded_at,
        row.payload,
        row.prev_hash,
        row.hash,
    )
