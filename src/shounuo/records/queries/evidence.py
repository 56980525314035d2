"""Chains and roots as the ledger checks them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from shounuo.ledger.chain import Break, ChainedEvent, breaks_in
from shounuo.ledger.root import Head, daily_root
from shounuo.records.models import ChainHead, DailyRoot, Event


@dataclass
class Checked:
    """What a verification looked at and where it failed."""

    chains: int = 0
    events: int = 0
    roots: int = 0
    breaks: list[Break] = field(default_factory=list)
    root_faults: list[dict[str, Any]] = field(default_factory=list)

    @property
    def whole(self) -> bool:
        return not self.breaks and not self.root_faults


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


def check_everything(given: Sequence[Mapping[str, Any]] = ()) -> Checked:
    """Walks every chain, every stored root, and holds both against exported roots.

    `given`: exported roots ({"day", "root"}). Without one, a cut tail whose head row was cut too
    cannot be seen, and the caller must say so.
    """
    checked = Checked()
    heads = _walk(checked)
    _check_heads(checked, heads)
    _check_roots(checked, heads, given)
    return checked


def _walk(checked: Checked) -> dict[str, list[str]]:
    """Every chain's hashes by position (seq 1 first), faults noted on the way."""
    hashes: dict[str, list[str]] = {}
    rows = Event.objects.order_by("chain", "seq").iterator(chunk_size=2000)
    for chain, group in groupby(rows, key=lambda row: row.chain):
        events = [chained_event(row) for row in group]
        checked.breaks.extend(breaks_in(events))
        checked.chains += 1
        checked.events += len(events)
        hashes[chain] = [event.hash for event in events]
    return hashes


def _check_heads(checked: Checked, hashes: dict[str, list[str]]) -> None:
    for head in ChainHead.objects.exclude(seq=0).iterator():
        found = hashes.get(head.chain, [])
        if len(found) != head.seq or found[-1:] != [head.hash]:
            checked.breaks.append(Break(head.chain, head.seq, "tail"))


def _check_roots(
    checked: Checked, hashes: dict[str, list[str]], given: Sequence[Mapping[str, Any]]
) -> None:
    outside = {str(root["day"]): str(root["root"]) for root in given}
    heads: dict[str, Head] = {}
    prev = ""
    for root in DailyRoot.objects.order_by("day").iterator():
        for chain, seq, digest in root.moved:
            heads[chain] = Head(chain, seq, digest)
            if hashes.get(chain, [])[seq - 1 : seq] != [digest]:
                _fault(checked, root.day, "tail", chain=chain, seq=seq)
        if daily_root(root.day, [heads[c] for c in sorted(heads)], prev) != root.root:
            _fault(checked, root.day, "root_content")
        if root.prev_root != prev:
            _fault(checked, root.day, "root_link")
        expected = outside.pop(root.day.isoformat(), root.root)
        if expected != root.root:
            _fault(checked, root.day, "exported_root_differs")
        prev = root.root
        checked.roots += 1
    for day in sorted(outside):
        _fault(checked, day, "exported_root_missing")


def _fault(checked: Checked, day: object, code: str, **more: object) -> None:
    checked.root_faults.append({"day": str(day), "code": code, **more})
