"""The labels of one call, and which predicted finding answers which labelled one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from shounuo.inspection.evaluation.counts import Tally
from shounuo.inspection.model import SpokenPromise

NEAR_TURNS = 1


@dataclass(frozen=True)
class Label:
    code: str
    turn: int
    quote: str = ""


@dataclass(frozen=True)
class Gold:
    """What a person heard in the call."""

    findings: tuple[Label, ...]
    steps: dict[str, int | None]
    clean: bool
    promise: SpokenPromise | None
    disposition: str | None


@dataclass(frozen=True)
class Match:
    """Pairs (label, predicted), and what was left on either side."""

    right: tuple[tuple[Label, Label], ...]
    false: tuple[Label, ...]
    missed: tuple[Label, ...]

    def tally(self, codes: Iterable[str]) -> Tally:
        wanted = set(codes)
        return Tally(
            sum(label.code in wanted for label, _ in self.right),
            sum(said.code in wanted for said in self.false),
            sum(label.code in wanted for label in self.missed),
        )


def match(labels: Iterable[Label], predicted: Iterable[Label], near: int = NEAR_TURNS) -> Match:
    """Same code, turns at most `near` apart, each used once; the nearest pairs are taken first."""
    gold, said = list(labels), list(predicted)
    pairs = sorted(
        (abs(g.turn - p.turn), i, k)
        for i, g in enumerate(gold)
        for k, p in enumerate(said)
        if g.code == p.code and abs(g.turn - p.turn) <= near
    )
    used_gold: dict[int, int] = {}
    used_said: set[int] = set()
    for _, i, k in pairs:
        if i not in used_gold and k not in used_said:
            used_gold[i] = k
            used_said.add(k)
    return Match(
        tuple((gold[i], said[k]) for i, k in sorted(used_gold.items())),
        tuple(p for k, p in enumerate(said) if k not in used_said),
        tuple(g for i, g in enumerate(gold) if i not in used_gold),
    )
