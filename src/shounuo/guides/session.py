"""One call led by a guide: where it stands, what was said, which branch was taken, which timer is up.

A value that only grows; the page keeps its `as_dict` and the record keeps it with the call for ever.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from shounuo.domain.disposition.catalogue import Code
from shounuo.guides.faults import fault
from shounuo.guides.model import Branch, Guide, GuideStep, Timer
from shounuo.kernel.errors import Problem, Refused


@dataclass(frozen=True, slots=True)
class Moved:
    """One move: from which step, by which answer, to which step, when."""

    step: str
    answer: str
    to: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Session:
    """`said`: line ids as `step/line`; `ticked`: step ids done; `reasons`: why a required step was left out.

    `assigned`: what `assignment.Assigned.log` says of a trial, empty outside one.
    """

    guide: str
    language: str
    step: str
    started_at: datetime
    said: tuple[str, ...] = ()
    ticked: tuple[str, ...] = ()
    moves: tuple[Moved, ...] = ()
    reasons: Mapping[str, str] = field(default_factory=dict)
    assigned: Mapping[str, Any] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        """Plain data for storage; `from_dict` reads it back."""
        moves = [[m.step, m.answer, m.to, m.at.isoformat()] for m in self.moves]
        return {
            "guide": self.guide, "language": self.language, "step": self.step, "started_at": self.started_at.isoformat(),
            "said": list(self.said), "ticked": list(self.ticked), "moves": moves, "reasons": dict(self.reasons), "assigned": dict(self.assigned),
        }  # fmt: skip

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Session:
        moves = tuple(Moved(s, a, t, datetime.fromisoformat(at)) for s, a, t, at in data["moves"])
        return cls(
            data["guide"], data["language"], data["step"], datetime.fromisoformat(data["started_at"]),
            tuple(data["said"]), tuple(data["ticked"]), moves, dict(data["reasons"]), dict(data.get("assigned", {})),
        )  # fmt: skip


def start(guide: Guide, at: datetime, language: str = "zh") -> Session:
    """A new session at the guide's first step. `at` is aware."""
    return Session(guide.ref, language, guide.start, at)


def say(session: Session, line: str) -> Session:
    """Marks a line of the current step as said, by key or by live transcript; saying it twice changes nothing."""
    name = f"{session.step}/{line}"
    return session if name in session.said else replace(session, said=(*session.said, name))


def tick(session: Session, step: str | None = None) -> Session:
    """Marks a step (the current one) as done."""
    name = step or session.step
    return session if name in session.ticked else replace(session, ticked=(*session.ticked, name))


def take(guide: Guide, session: Session, key: str, at: datetime) -> Session:
    """Follows the branch with this key or answer; going on ticks the step left. Refused when there is none."""
    step = guide.steps[session.step]
    branch = next((b for b in step.branches if key in (b.key, b.answer)), None)
    if branch is None:
        raise Refused(_no_branch(guide, session, key))
    done = tick(session) if _answers(step, branch) else session
    return replace(
        done,
        step=branch.to,
        moves=(*session.moves, Moved(session.step, branch.answer, branch.to, at)),
    )


def go(guide: Guide, session: Session, step: str, at: datetime, why: str = "timer") -> Session:
    """Jumps to a step offered by a timer, or back to one left too early. Refused when it does not exist."""
    if step not in guide.steps:
        raise Refused(_no_branch(guide, session, step))
    return replace(session, step=step, moves=(*session.moves, Moved(session.step, why, step, at)))


# A hard answer breaks into a step; what the step was for has not been said by that.
HARD_ANSWERS = frozenset(
    [
        "died",
        "instalments",
        "debit_failed",
        "already_paid",
        "wrong_person",
        "refuses",
        "hangs_up",
        "who_are_you",
        "abuse",
        "no_money",
        "self_harm",
        "complaint",
        "dispute",
        "lawyer",
        "stop_calling",
    ]
)


def _answers(step: GuideStep, branch: Branch) -> bool:
    return branch.answer not in HARD_ANSWERS or step.satisfied_by == "said"


def seconds_talked(guide: Guide, session: Session, now: datetime) -> int:
    """Seconds in timed steps only: the clock stands still in hardship, complaint, dispute and care."""
    total, since, where = 0.0, session.started_at, guide.start
    for move in session.moves:
        total += (move.at - since).total_seconds() if guide.steps[where].timed else 0
        since, where = move.at, move.to
    total += (now - since).total_seconds() if guide.steps[where].timed else 0
    return int(total)


def due_timers(guide: Guide, session: Session, now: datetime) -> tuple[Timer, ...]:
    """The timers whose exit line should be offered now; none while the clock stands still."""
    if not guide.steps[session.step].timed or guide.steps[session.step].end:
        return ()
    talked = seconds_talked(guide, session, now)
    return tuple(t for t in guide.timers if talked >= t.after_seconds and t.to != session.step)


def seconds_to_next_timer(guide: Guide, session: Session, now: datetime) -> int | None:
    """Seconds until the next exit line is due; None while the clock stands still or none is left."""
    step = guide.steps[session.step]
    if not step.timed or step.end:
        return None
    talked = seconds_talked(guide, session, now)
    left = [t.after_seconds - talked for t in guide.timers if t.after_seconds > talked]
    return min(left, default=None)


def implied_disposition(guide: Guide, session: Session) -> Code | None:
    """The code that the step reached implies, None while the call goes on."""
    end = guide.steps[session.step].end
    return end.disposition if end else None


def give_reason(session: Session, step: str, reason: str) -> Session:
    """Why a required step was left out, in the collector's words."""
    return replace(session, reasons={**session.reasons, step: reason.strip()})


def passed(guide: Guide, session: Session) -> tuple[str, ...]:
    """The steps the call went through, in order, each once."""
    return tuple(dict.fromkeys([guide.start, *(move.to for move in session.moves)]))


def missing_required(guide: Guide, session: Session) -> tuple[GuideStep, ...]:
    """Required steps the call went through and did not do, with no reason given."""
    done = {*session.ticked, *(name for name, reason in session.reasons.items() if reason)}
    return tuple(
        step
        for name in passed(guide, session)
        if (step := guide.steps[name]).required and name not in done
    )


def closing_problems(guide: Guide, session: Session) -> list[Problem]:
    """What stands against closing the call: each required step that is silently missing."""
    return [
        fault("step_missing", f"{guide.ref}/{step.id}", f"“{step.name.zh}”还没做", f"{step.name.en} is not done",
              "补做，或写明原因", "do it, or give the reason")
        for step in missing_required(guide, session)
    ]  # fmt: skip


def unsaid(guide: Guide, session: Session, lines: Iterable[str]) -> tuple[str, ...]:
    """Of these `step/line` points, those not yet said: the next new thing, never the same again (P4)."""
    return tuple(line for line in lines if line not in session.said)


def _no_branch(guide: Guide, session: Session, key: str) -> Problem:
    options = ", ".join(f"{b.key} {b.label.en}" for b in guide.steps[session.step].branches)
    return fault(
        "no_branch",
        f"{guide.ref}/{session.step}",
        f"这一步没有“{key}”这个分支",
        f"no branch {key!r} at this step",
        f"可选：{options}",
        f"one of: {options}",
    )
