"""The one gate asked in bulk: candidates → facts → `rules.gate.decide`, over as many workers as wanted.

The same code decides here and at the dial button; nothing is copied into columns. The night asks about
the planned hour; the button asks again at the press.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context

import pyarrow as pa

from shounuo.rules.facts import Facts
from shounuo.rules.gate import decide
from shounuo.rules.verdict import Verdict
from shounuo.strategy.gating import Answer

# Rows of candidates → the facts of each, in order. Picklable when there are several workers.
FactsOf = Callable[[Sequence[Mapping[str, int]]], Iterable[Facts]]
CHUNK = 2_000


class BulkGate:
    """A `gating.Gate`. `workers` 1 asks in this process; more start once and stay."""

    def __init__(self, facts_of: FactsOf, workers: int = 1) -> None:
        self.facts_of = facts_of
        self.pool = ProcessPoolExecutor(workers, get_context("spawn")) if workers > 1 else None
        for _ in range(workers if self.pool else 0):
            self.pool.submit(_ready)  # type: ignore[union-attr]

    def __call__(self, candidates: pa.Table) -> Sequence[Answer]:
        rows = candidates.to_pylist()
        chunks = [rows[i : i + CHUNK] for i in range(0, len(rows), CHUNK)]
        each = self.pool.map if self.pool else map
        return [a for answers in each(partial(_answers, self.facts_of), chunks) for a in answers]

    def close(self) -> None:
        if self.pool:
            self.pool.shutdown()


def _ready() -> None:
    """Has a worker import the rules before it is needed."""


def _answers(facts_of: FactsOf, rows: Sequence[Mapping[str, int]]) -> list[Answer]:
    return [answer_of(decide(facts)) for facts in facts_of(rows)]


def answer_of(verdict: Verdict) -> Answer:
    """The outcome with the rules that block, in the gate's order, and when they open."""
    if verdict.allowed:
        return _ALLOW
    rules = " ".join(f"{r.rule_id}:{r.say}" if r.say else r.rule_id for r in verdict.blocking)
    return Answer(verdict.outcome.name.lower(), rules, str(verdict.earliest_next or ""))


_ALLOW = Answer("allow")
