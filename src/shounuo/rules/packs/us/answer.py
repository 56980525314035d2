"""How a check of this pack answers: a reason under a clause of Regulation F."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from shounuo.rules.pack import Numbers
from shounuo.rules.verdict import Clause, Confidence, Fact, Origin, Outcome, Presumption, Reason

PACK = "us"


def reason(
    check: str,
    pinpoint: str,
    outcome: Outcome,
    *,
    say: str = "",
    facts: Mapping[str, Fact] | None = None,
    used: tuple[str, ...] = (),
    numbers: Numbers | None = None,
    presumption: Presumption | None = None,
    earliest_next: date | datetime | None = None,
    instead: tuple[str, ...] = (),
    override: str | None = None,
) -> Reason:
    """A reason of this pack; `used` names the numbers it rests on."""
    clause = Clause("regulation_f", pinpoint, Confidence.VERIFIED, Origin.LAW)
    uses = tuple(numbers[key] for key in used) if numbers else ()
    return Reason(
        f"US/{pinpoint}", check, PACK, clause, outcome, tuple((facts or {}).items()), uses,
        presumption, earliest_next, instead, override, say,
    )  # fmt: skip


def prohibited(check: str, pinpoint: str, say: str = "", **more: object) -> Reason:
    """The text forbids it."""
    return reason(check, pinpoint, Outcome.DENY, say=say, **more)  # type: ignore[arg-type]


def undecided(check: str, pinpoint: str, say: str = "", **more: object) -> Reason:
    """The text does not decide, or a fact that it asks for is missing: somebody must look."""
    return reason(check, pinpoint, Outcome.NEEDS_REVIEW, say=say, **more)  # type: ignore[arg-type]


def noted(check: str, pinpoint: str, say: str = "", **more: object) -> Reason:
    """The text is satisfied, and what it rests on is worth keeping."""
    return reason(check, pinpoint, Outcome.ALLOW, say=say, **more)  # type: ignore[arg-type]
