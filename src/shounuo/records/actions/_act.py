"""What every write shares: one transaction, one actor, its events appended last.

`with act(actor=…, recorded_at=…) as writing:` opens the transaction. Events are gathered and
appended when the block ends well: chain heads are locked last and in sorted order, so that two
actions over the same chains cannot wait for each other in a ring.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import connection, transaction

from shounuo.ledger.chain import commitment, event_hash, new_salt
from shounuo.records.actions._insert import insert
from shounuo.records.models import ChainHead, Event, Outbox, PersonalValue, Staff

Actor = Staff | str


@dataclass
class _Pending:
    chain: str
    kind: str
    payload: dict[str, Any]
    personal: Mapping[str, str]
    customer_id: int | None
    effective_at: datetime


@dataclass
class Writing:
    """The open action: gather events and what is to be published after the commit."""

    actor: Actor
    recorded_at: datetime
    effective_at: datetime
    _events: list[_Pending] = field(default_factory=list)
    _outbox: list[Outbox] = field(default_factory=list)

    @property
    def actor_name(self) -> str:
        return self.actor if isinstance(self.actor, str) else self.actor.staff_no

    @property
    def staff(self) -> Staff | None:
        return None if isinstance(self.actor, str) else self.actor

    def event(
        self,
        chain: str,
        kind: str,
        payload: Mapping[str, Any],
        *,
        personal: Mapping[str, str] | None = None,
        customer_id: int | None = None,
        effective_at: datetime | None = None,
    ) -> None:
        """Appends `kind` to `chain` when the action ends. Personal values enter as commitments."""
        self._events.append(
            _Pending(
                chain,
                kind,
                dict(payload),
                personal or {},
                customer_id,
                effective_at or self.effective_at,
            )
        )

    def publish(self, topic: str, key: object, payload: Mapping[str, Any] | None = None) -> None:
        """Leaves word in the outbox; it is delivered after the commit, at least once."""
        self._outbox.append(
            Outbox(
                topic=topic, key=str(key), payload=dict(payload or {}), created_at=self.recorded_at
            )
        )

    def _append(self) -> None:
        heads = _locked_heads({pending.chain for pending in self._events})
        events = [_chained(self, pending, heads) for pending in self._events]
        insert([event for event, _ in events])
        insert([value for event, values in events for value in _owned_by(event, values)])
        _move(heads)
        insert(self._outbox)


@contextmanager
def act(
    *, actor: Actor, recorded_at: datetime, effective_at: datetime | None = None
) -> Iterator[Writing]:
    """Opens one atomic action. `effective_at` defaults to `recorded_at`; both must be aware."""
    for moment in (recorded_at, effective_at or recorded_at):
        if moment.tzinfo is None:
            raise ValueError("an action's times are aware datetimes")
    with transaction.atomic():
        writing = Writing(actor, recorded_at, effective_at or recorded_at)
        yield writing
        writing._append()


Head = tuple[int, str]  # seq and hash of the newest event of a chain


def _locked_heads(chains: set[str]) -> dict[str, Head]:
    names = sorted(chains)
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO records_chainhead (chain, seq, hash) VALUES (%s, 0, '')"
            " ON CONFLICT DO NOTHING",
            [(name,) for name in names],
        )
    heads = ChainHead.objects.select_for_update().filter(chain__in=names).order_by("chain")
    return {name: (seq, top) for name, seq, top in heads.values_list("chain", "seq", "hash")}


def _move(heads: Mapping[str, Head]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(
            "UPDATE records_chainhead SET seq = %s, hash = %s WHERE chain = %s",
            [(seq, top, name) for name, (seq, top) in heads.items()],
        )


def _chained(
    writing: Writing, pending: _Pending, heads: dict[str, Head]
) -> tuple[Event, list[PersonalValue]]:
    """The next event of a chain, and the values its commitments stand for. Moves the head on."""
    values = [
        PersonalValue(customer_id=pending.customer_id, name=name, salt=new_salt(), value=value)
        for name, value in pending.personal.items()
        if value
    ]
    payload = dict(pending.payload)
    if values:
        payload["commitments"] = {v.name: commitment(v.value, v.salt) for v in values}
    seq, before = heads[pending.chain]
    event = Event(
        chain=pending.chain,
        seq=seq + 1,
        kind=pending.kind,
        actor=writing.actor_name,
        effective_at=pending.effective_at,
        recorded_at=writing.recorded_at,
        payload=payload,
        prev_hash=before,
    )
    event.hash = event_hash(
        event.chain,
        event.seq,
        event.kind,
        event.actor,
        event.effective_at,
        event.recorded_at,
        payload,
        before,
    )
    heads[pending.chain] = (event.seq, event.hash)
    return event, values


def _owned_by(event: Event, values: list[PersonalValue]) -> list[PersonalValue]:
    for value in values:
        value.event = event
    return values
