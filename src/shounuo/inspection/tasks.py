"""What the house must now do because of what the customer said, whether or not the collector took it up (P11)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from shounuo.inspection.counsel import sought
from shounuo.inspection.duties import DUTY, TaskKind, duty_of
from shounuo.inspection.model import Finding, Turn
from shounuo.inspection.reading import Reading
from shounuo.inspection.requests import RequestKind
from shounuo.inspection.spots import Spot
from shounuo.inspection.state import state_of
from shounuo.kernel.text import Text

# A fault that passes over a wish proves that one of these was voiced; the first is what the house must assume.
_PASSED_OVER: dict[str, tuple[RequestKind, ...]] = {
    "SELF_HARM_MISHANDLED": ("self_harm",),
    "CEASE_IGNORED": ("stop", "write_only", "attorney"),
    "IGNORE_DISPUTE": ("dispute",),
    "REFUSE_COMPLAINT": ("complaint",),
    "DENY_HARDSHIP": ("hardship",),
    "CONTINUE_AFTER_REFUSAL": ("third_party_refusal",),
}


@dataclass(frozen=True)
class Task:
    """`law`: the clauses of the place that it stands on, as a detector cites them; `to`: "" the lead, or who it is for."""

    kind: TaskKind
    turn: int
    quote: str
    duty: Text
    law: str = ""
    to: str = ""


# What only the debtor can ask; a third party's lawyer is none on this debt, and their stop is a refusal of its own.
_DEBTORS_OWN = frozenset(("dispute", "hardship", "stop", "attorney", "attorney_sought"))


def tasks(reading: Reading, findings: Iterable[Finding] = ()) -> tuple[Task, ...]:
    """One task per kind, proven by the first words that asked for it, the gravest first.

    Wishes are often veiled: where no pattern knows the words but a finding says that they were passed over, the
    other side's words before that turn are the proof. Better one task too many than a wish lost.
    """
    third = reading.context.callee_role == "third_party"
    found: dict[TaskKind, Task] = {}
    for kind, spot in _asked(reading):
        if not (third and kind in _DEBTORS_OWN):
            start, end = spot.turn.original(spot.start, spot.end)
            quote = spot.turn.turn.text[start:end]
            found[kind] = _task(reading, kind, spot.turn.turn.i, quote)
    for finding in sorted(findings, key=lambda f: f.turn):
        kinds = _PASSED_OVER.get(finding.code, ())
        if kinds and not any(kind in found for kind in kinds):
            for turn in _said_before(reading, finding.turn):
                found[kinds[0]] = _task(reading, kinds[0], turn.i, turn.text)
    return tuple(found[kind] for kind in DUTY if kind in found)


def _asked(reading: Reading) -> Iterator[tuple[TaskKind, Spot]]:
    """Each kind with the first words for it; who is represented need not be asked whether he found a lawyer."""
    state = state_of(reading)
    firsts = {request.kind: request.spot for request in reversed(state.requests)}
    yield from firsts.items()
    wish = next(sought(reading), None)
    if wish is not None and "attorney" not in firsts:
        yield "attorney_sought", wish


def _task(reading: Reading, kind: TaskKind, turn: int, quote: str) -> Task:
    duty = duty_of(kind, reading.context.jurisdiction)
    return Task(kind, turn, quote, duty.words, duty.law, duty.to)


def _said_before(reading: Reading, number: int) -> list[Turn]:
    """The other side's last words before a turn; none when they had said nothing yet."""
    return [t.turn for t in reading.party() if t.turn.i < number and t.text][-1:]
