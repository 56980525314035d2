"""The chain: each event's hash covers its content and the hash before it.

Decides what an event's hash is and whether a chain is whole. Knows nothing of what events mean.
A changed, removed or reordered event breaks the chain; a cut tail does not, and is only seen
against an exported daily root (`ledger.root`).
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

GENESIS = ""


@dataclass(frozen=True, slots=True)
class ChainedEvent:
    chain: str
    seq: int
    kind: str
    actor: str
    effective_at: datetime
    recorded_at: datetime
    payload: Mapping[str, Any]
    prev_hash: str
    hash: str


@dataclass(frozen=True, slots=True)
class Break:
    """Where a chain stops being whole, and how."""

    chain: str
    seq: int
    code: str  # gap, prev, content, tail, missing


def canonical(value: Any) -> bytes:
    """One byte string for one value: sorted keys, no spaces, UTF-8."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode()


def instant(moment: datetime) -> str:
    """An instant in UTC with microseconds, as it enters the hash."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def event_hash(
    chain: str,
    seq: int,
    kind: str,
    actor: str,
    effective_at: datetime,
    recorded_at: datetime,
    payload: Mapping[str, Any],
    prev_hash: str,
) -> str:
    """SHA-256 over everything the event says and the hash before it, hex."""
    content = {
        "actor": actor,
        "chain": chain,
        "effective_at": instant(effective_at),
        "kind": kind,
        "payload": payload,
        "prev": prev_hash,
        "recorded_at": instant(recorded_at),
        "seq": seq,
    }
    return hashlib.sha256(canonical(content)).hexdigest()


def commitment(value: str, salt: str) -> str:
    """What an event holds instead of a personal value: without the salt it tells nothing."""
    return hashlib.sha256(canonical([salt, value])).hexdigest()


def new_salt() -> str:
    return secrets.token_hex(32)


def breaks_in(events: Iterable[ChainedEvent]) -> Iterator[Break]:
    """Walks one chain in order of seq and yields every place where it is not whole."""
    expected_seq, expected_prev = 1, GENESIS
    for event in events:
        if event.seq != expected_seq:
            yield Break(event.chain, expected_seq, "gap")
        if event.prev_hash != expected_prev:
            yield Break(event.chain, event.seq, "prev")
        if _hash_of(event) != event.hash:
            yield Break(event.chain, event.seq, "content")
        expected_seq, expected_prev = event.seq + 1, event.hash


def _hash_of(event: ChainedEvent) -> str:
    return event_hash(
        event.chain,
        event.seq,
        event.kind,
        event.actor,
        event.effective_at,
        event.recorded_at,
        event.payload,
        event.prev_hash,
    )
