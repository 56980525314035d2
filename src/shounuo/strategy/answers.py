"""What the one gate says of a night's candidates, as short values that travel between processes.

Imports nothing heavy: every worker of the night loads this module.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from shounuo.rules.facts import Facts
from shounuo.rules.gate import decide
from shounuo.rules.verdict import Verdict

Row = Mapping[str, int]


class FactsOf(Protocol):
    """Where the facts of candidates come from. Picklable when there are several workers."""

    def __call__(self, rows: Sequence[Row]) -> Iterable[Facts]:
        """The facts of each row, in order."""

    def alike(self, row: Row) -> Hashable | None:
        """Equal for rows whose facts differ in nothing but whose they are; None: ask for this one alone."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the gate said of one candidate: `outcome` allow, deny or needs_review; why; when it opens."""

    outcome: str
    reason: str = ""
    earliest: str = ""


_ALLOW = Answer("allow")


def answers(facts_of: FactsOf, rows: Sequence[Row]) -> list[Answer]:
    """The gate's answer on each row, in order."""
    return [answer_of(decide(facts)) for facts in facts_of(rows)]


def answer_of(verdict: Verdict) -> Answer:
    """The outcome with the rules that block, in the gate's order, and when they open."""
    if verdict.allowed:
        return _ALLOW
    rules = " ".join(f"{r.rule_id}:{r.say}" if r.say else r.rule_id for r in verdict.blocking)
    return Answer(verdict.outcome.name.lower(), rules, str(verdict.earliest_next or ""))


def ready() -> None:
    """Has a worker import the rules before it is needed."""
