"""What the gate answers: an outcome with its reasons, as values. Wording is `sentences`' work.

Refuses to decide which rules apply (`gate`) and what a rule's number is (`parameters`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import IntEnum, StrEnum


class Outcome(IntEnum):
    """Ordered by weight: the heaviest reason decides."""

    ALLOW = 0
    NEEDS_REVIEW = 1
    DENY = 2


class Presumption(StrEnum):
    """Some texts only presume. The presumption is kept beside the outcome, never turned into it."""

    COMPLIANCE = "presumption_of_compliance"
    VIOLATION = "presumption_of_violation"


class Origin(StrEnum):
    """Who says so. A house policy is never shown as law."""

    LAW = "law"
    SELF_REGULATION = "self_regulation"
    HOUSE_POLICY = "house_policy"


class Confidence(StrEnum):
    """How well the wording is verified."""

    VERIFIED = "V"  # the statute's text was read
    PRESS = "P"  # quoted in the press, or several sources agree
    ONE_REPORT = "P1"  # one quoted report
    SECONDARY = "S"  # a secondary summary
    LOW = "L"  # a weak source
    MEMORY = "M"  # from memory only
    OWN = "H"  # our own policy: there is nothing to verify


@dataclass(frozen=True, slots=True)
class Clause:
    """Where a rule stands: a source in `law/sources.yaml` and the place in it."""

    source: str
    pinpoint: str
    confidence: Confidence = Confidence.VERIFIED
    origin: Origin = Origin.LAW


Fact = str | int | bool | date | None


@dataclass(frozen=True, slots=True)
class ParameterUse:
    """A number as it stood on the day of the decision."""

    key: str
    value: Fact
    effective_from: date
    clause: Clause


@dataclass(frozen=True, slots=True)
class Reason:
    """One rule's answer.

    `earliest_next`: a datetime for time-of-day rules, a date (the person's calendar) for day
    rules, None when waiting does not help. `instead`: keys of what may be done now.
    `override`: the one consent or agreement that the rule itself names. `say`: which of the
    rule's sentences fits. `released_by`: who released a review of this one contact.
    """

    rule_id: str
    check: str
    pack: str
    clause: Clause
    outcome: Outcome
    facts: tuple[tuple[str, Fact], ...] = ()
    parameters: tuple[ParameterUse, ...] = ()
    presumption: Presumption | None = None
    earliest_next: date | datetime | None = None
    instead: tuple[str, ...] = ()
    override: str | None = None
    say: str = ""
    released_by: str | None = None

    @property
    def confidence(self) -> Confidence:
        return self.clause.confidence

    @property
    def origin(self) -> Origin:
        return self.clause.origin

    @property
    def blocks(self) -> bool:
        return self.outcome is not Outcome.ALLOW

    def release(self, by: str) -> Reason:
        """The same reason after somebody entitled released this one contact."""
        return replace(self, outcome=Outcome.ALLOW, released_by=by)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The gate's answer to one proposed contact. Reasons stand in the gate's order."""

    outcome: Outcome
    reasons: tuple[Reason, ...]
    pack_version: str
    earliest_next: date | datetime | None = None
    presumption: Presumption | None = None

    @property
    def allowed(self) -> bool:
        return self.outcome is Outcome.ALLOW

    @property
    def blocking(self) -> tuple[Reason, ...]:
        return tuple(reason for reason in self.reasons if reason.blocks)

    @property
    def released(self) -> tuple[Reason, ...]:
        return tuple(reason for reason in self.reasons if reason.released_by)


def later(one: date | datetime, other: date | datetime) -> date | datetime:
    """The later of a day and a moment; on the same day the moment says more."""
    if isinstance(one, datetime) and isinstance(other, datetime):
        return max(one, other)
    if isinstance(one, datetime):
        return other if other > one.date() else one
    if isinstance(other, datetime):
        return one if one > other.date() else other
    return max(one, other)


def _opens(blocking: tuple[Reason, ...]) -> date | datetime | None:
    """When the last of the blocks ends; None if one of them does not end by waiting."""
    opens: date | datetime | None = None
    for reason in blocking:
        if reason.earliest_next is None:
            return None
        opens = reason.earliest_next if opens is None else later(opens, reason.earliest_next)
    return opens


def combine(reasons: Iterable[Reason], pack_version: str) -> Verdict:
    """DENY beats NEEDS_REVIEW beats ALLOW; a presumed violation beats a presumed compliance."""
    kept = tuple(reasons)
    presumptions = {reason.presumption for reason in kept if reason.presumption}
    presumption = (
        Presumption.VIOLATION
        if Presumption.VIOLATION in presumptions
        else next(iter(presumptions), None)
    )
    outcome = max((reason.outcome for reason in kept), default=Outcome.ALLOW)
    blocking = tuple(reason for reason in kept if reason.blocks)
    return Verdict(outcome, kept, pack_version, _opens(blocking), presumption)
