"""Daily roots as stored, and the heads each of them covers."""

from __future__ import annotations

from shounuo.ledger.root import Head
from shounuo.records.models import DailyRoot


def heads_of(root: DailyRoot) -> list[Head]:
    """Every chain's head under this root, sorted by chain: what moved, day after day."""
    found: dict[str, Head] = {}
    for earlier in DailyRoot.objects.filter(day__lte=root.day).order_by("day").iterator():
        for chain, seq, digest in earlier.moved:
            found[chain] = Head(chain, seq, digest)
    return [found[chain] for chain in sorted(found)]


def exported(root: DailyRoot) -> dict[str, object]:
    """What is given away of a day: enough to hold us to it, nothing about anybody."""
    return {
        "day": root.day.isoformat(),
        "root": root.root,
        "prev_root": root.prev_root,
        "made_at": root.made_at.isoformat(),
    }
