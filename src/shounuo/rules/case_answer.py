"""A verdict told in the words of a case file, and compared with what the case expects.

`allowed` is true, false, one of the two presumptions, or null where the text does not decide. A
presumption of compliance is only told when the case asks about call frequency: any lawful call has
it, and a case about something else asks a plainer question.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from shounuo.rules.verdict import Outcome, Presumption, Verdict

HINTS = {Outcome.ALLOW: "allow", Outcome.NEEDS_REVIEW: "review", Outcome.DENY: "deny"}
FREQUENCY = "1006.14(b)"


def _allowed(verdict: Verdict, rules: Sequence[str]) -> bool | str | None:
    if verdict.outcome is Outcome.DENY:
        plain = any(r.outcome is Outcome.DENY and r.presumption is None for r in verdict.reasons)
        return False if plain else str(Presumption.VIOLATION)
    if verdict.outcome is Outcome.NEEDS_REVIEW:
        return None
    asked = not rules or any(rule.startswith(FREQUENCY) for rule in rules)
    presumed = verdict.presumption is Presumption.COMPLIANCE and asked
    return str(Presumption.COMPLIANCE) if presumed else True


def told(value: Any) -> Any:
    """A fact as JSON has it."""
    return value.isoformat() if isinstance(value, (date, datetime)) else value


def _place(found: dict[str, Any], dotted: str, value: Any) -> None:
    *path, last = dotted.split(".")
    for step in path:
        found = found.setdefault(step, {})
    found[last] = value


def answer(verdict: Verdict, rules: Sequence[str] = ()) -> dict[str, Any]:
    """Everything the verdict says, under the keys of a case's `expected`."""
    found: dict[str, Any] = {
        "allowed": _allowed(verdict, rules),
        "gate_hint": HINTS[verdict.outcome],
    }
    for reason in verdict.reasons:
        for key, value in reason.facts:
            _place(found, key, told(value))
    found.pop("earliest_next_allowed", None)
    if verdict.earliest_next is not None and verdict.outcome is not Outcome.ALLOW:
        found["earliest_next_allowed"] = told(verdict.earliest_next)
    return found


def _moment(value: Any) -> datetime | None:
    try:
        moment = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        return None
    return moment if moment.tzinfo else None


def same(expected: Any, got: Any) -> bool:
    """Equal, two spellings of one instant being equal; of a mapping only the expected keys."""
    if isinstance(expected, Mapping):
        return isinstance(got, Mapping) and all(
            same(item, got.get(key)) for key, item in expected.items()
        )
    if isinstance(expected, bool) or isinstance(got, bool):
        return expected is got
    first, second = _moment(expected), _moment(got)
    if first and second:
        return first == second
    return bool(expected == got)
