"""The daily root: one hash over every chain's head, linked to the day before, fit to be given away.

A Merkle tree over the sorted heads, so that one case can be shown to be under a root without
showing the others (`proof`). What it proves: nothing under an exported root was changed, removed
or cut off since. What it does not: that an event was true, or that nothing was left out before
it was written.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from shounuo.ledger.chain import canonical


@dataclass(frozen=True, slots=True)
class Head:
    chain: str
    seq: int
    hash: str


def leaf(head: Head) -> str:
    return hashlib.sha256(b"leaf" + canonical([head.chain, head.seq, head.hash])).hexdigest()


def _node(left: str, right: str) -> str:
    return hashlib.sha256(b"node" + bytes.fromhex(left) + bytes.fromhex(right)).hexdigest()


def _up(level: Sequence[str]) -> list[str]:
    """One level nearer the top; a lone last node goes up as it is."""
    pairs = [_node(level[i], level[i + 1]) for i in range(0, len(level) - 1, 2)]
    return pairs + ([level[-1]] if len(level) % 2 else [])


def tree_top(heads: Sequence[Head]) -> str:
    """The top of the tree over `heads`, which must be sorted by chain; "" for none."""
    level = [leaf(head) for head in heads]
    while len(level) > 1:
        level = _up(level)
    return level[0] if level else ""


def daily_root(day: date, heads: Sequence[Head], prev_root: str) -> str:
    """The hash of a day: its tree top and the root of the day before."""
    return hashlib.sha256(canonical([day.isoformat(), prev_root, tree_top(heads)])).hexdigest()


def proof(heads: Sequence[Head], chain: str) -> list[tuple[str, str]]:
    """The siblings from a chain's leaf to the top: ("left"|"right", hash), lowest first."""
    position = [head.chain for head in heads].index(chain)
    level, steps = [leaf(head) for head in heads], []
    while len(level) > 1:
        sibling = position ^ 1
        if sibling < len(level):
            steps.append(("left" if sibling < position else "right", level[sibling]))
        level, position = _up(level), position // 2
    return steps


def climb(start: str, steps: Sequence[tuple[str, str]]) -> str:
    """From a leaf along its proof to the tree's top."""
    here = start
    for side, sibling in steps:
        here = _node(sibling, here) if side == "left" else _node(here, sibling)
    return here
