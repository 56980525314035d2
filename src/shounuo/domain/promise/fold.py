"""One part's state, and one state for a promise of several parts.

A plan fails at its first failed part: partly kept when any money came in time, else broken. It is kept
when every part is, late when the worst part was late; until then it awaits what its parts await.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from shounuo.domain.promise.allocation import Obligation
from shounuo.domain.promise.verdict import FAILED, Counted, PartVerdict, State


def part_verdict(
    obligation: Obligation, counted: Sequence[Counted], covered: date | None, today: date
) -> PartVerdict:
    """The state of one part on `today` (civil day at the lender), files covering through `covered`."""
    in_time = sum(c.minor for c in counted if c.in_time)
    late = sum(c.minor for c in counted if not c.in_time)
    last_day = obligation.last_day
    state = part_state(
        obligation.need,
        in_time,
        late,
        today > last_day,
        covered is not None and covered >= last_day,
    )
    due_by = obligation.promise.parts[obligation.part].due_by
    return PartVerdict(due_by, last_day, obligation.need, in_time, late, state)


def part_state(need: int, in_time: int, late: int, is_over: bool, is_covered: bool) -> State:
    """Paid in full is kept at once; nothing is broken before the day is over and its files are in."""
    if in_time >= need:
        return State.KEPT
    if not is_over:
        return State.OPEN
    if in_time + late >= need:
        return State.KEPT_LATE
    if not is_covered:
        return State.AWAITING_FILE
    return State.PARTLY_KEPT if in_time else State.BROKEN


def fold(parts: Sequence[PartVerdict]) -> State:
    """The state of the whole promise."""
    states = {part.state for part in parts}
    if states & FAILED:
        return State.PARTLY_KEPT if any(p.in_time_minor for p in parts) else State.BROKEN
    for state in (State.AWAITING_FILE, State.OPEN, State.KEPT_LATE):
        if state in states:
            return state
    return State.KEPT
