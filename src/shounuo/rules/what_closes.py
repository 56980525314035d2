"""When a contact opens and closes: the same question asked along the coming hours.

Answers "what closes tomorrow". A change is found to the minute; one that comes and goes within
`STEP` between two moments that no fact names is not looked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from shounuo.rules.facts import Facts
from shounuo.rules.gate import decide
from shounuo.rules.past import Basis
from shounuo.rules.verdict import Outcome, Reason, Verdict

STEP = timedelta(minutes=10)
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Change:
    """From `at` on (aware, whole minute) the outcome is `after`; `reasons` block then or before."""

    at: datetime
    before: Outcome
    after: Outcome
    reasons: tuple[Reason, ...]

    @property
    def closes(self) -> bool:
        return self.before is Outcome.ALLOW


def what_closes_next(facts: Facts, horizon: timedelta) -> tuple[Change, ...]:
    """Every opening and closing from the contact's own time to `horizon` later, in order.

    Knowledge is taken to stay as fresh as it is now: imports that cover this moment go on covering.
    """
    start = facts.proposed.when
    shown = _kept_fresh(facts, start + horizon)
    changes: list[Change] = []
    earlier, before = start, _at(shown, start)
    for moment in _moments(shown, start, start + horizon):
        after = _at(shown, moment)
        if after.outcome is not before.outcome:
            at, verdict = _first(shown, earlier, moment, before.outcome)
            blocking = verdict.blocking or before.blocking
            changes.append(Change(at, before.outcome, verdict.outcome, blocking))
        earlier, before = moment, after
    return tuple(changes)


def _at(facts: Facts, moment: datetime) -> Verdict:
    return decide(replace(facts, proposed=replace(facts.proposed, when=moment)))


def _kept_fresh(facts: Facts, through: datetime) -> Facts:
    now = facts.proposed.when
    coverage = tuple(
        replace(c, through=through) if c.basis is Basis.IMPORTED and c.covers(now) else c
        for c in facts.coverage
    )
    return replace(facts, coverage=coverage)


def _moments(facts: Facts, start: datetime, end: datetime) -> list[datetime]:
    """Every step, and the minutes around every moment that the facts name."""
    steps = {start + STEP * n for n in range(1, int((end - start) / STEP) + 1)}
    named = {m.astimezone(start.tzinfo or UTC) for m in _named(facts) if start < m <= end}
    around = {m + MINUTE * n for m in named for n in (-1, 0, 1)}
    return sorted(m for m in steps | around if start < m <= end)


def _named(value: Any) -> Iterator[datetime]:
    """Every moment inside a value."""
    if isinstance(value, datetime):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _named(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _named(getattr(value, field.name))


def _first(
    facts: Facts, low: datetime, high: datetime, outcome: Outcome
) -> tuple[datetime, Verdict]:
    """The first minute in (low, high] whose outcome differs."""
    found = _at(facts, high)
    while high - low > MINUTE:
        middle = low + MINUTE * max(1, int((high - low) / MINUTE) // 2)
        verdict = _at(facts, middle)
        if verdict.outcome is outcome:
            low = middle
        else:
            high, found = middle, verdict
    return high, found
