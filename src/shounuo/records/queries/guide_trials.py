"""Trials of two guide versions: which one leads a call, and what came of both arms.

The unit is the case: it fell to one version by its hash before anybody spoke, and counts in that arm
whatever happened on the line. Decides nothing about which version is better.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from shounuo.guides.assignment import Trial, lead
from shounuo.guides.case import GuideCase
from shounuo.guides.choosing import choose
from shounuo.guides.model import Guide
from shounuo.records.models import Contact, GuideTrial, Promise
from shounuo.records.queries.guides import in_use, published
from shounuo.strategy.experiment import Arm, Comparison, compare

KEPT, OPEN = ("kept", "kept_late"), ("open", "awaiting_file")


def trial_of(row: GuideTrial) -> Trial:
    """The row as the pure part takes it; a trial without a last day runs until it is ended."""
    return Trial(
        row.trial,
        row.first,
        row.second,
        row.share_bp / 10_000,
        row.starts_on,
        row.ends_on or date.max,
    )


def running_on(day: date, ref: str) -> GuideTrial | None:
    """The trial that this version takes part in on this day."""
    rows = GuideTrial.objects.filter(starts_on__lte=day).exclude(ends_on__lt=day)
    return next((row for row in rows if ref in (row.first, row.second)), None)


def leading(contact: Contact, facts: GuideCase) -> tuple[Guide | None, dict[str, Any]]:
    """The guide that is to lead this call, and what is logged of a trial (empty outside one)."""
    chosen = choose(in_use(facts.as_of), facts)
    row = running_on(facts.as_of, chosen.ref) if chosen else None
    if chosen is None or row is None:
        return chosen, {}
    versions = {guide.ref: guide for guide in published()}
    guide, drawn = lead(chosen, trial_of(row), versions, facts, case_key(contact))
    return guide, drawn.log() if drawn.trial else {}


def case_key(contact: Contact) -> str:
    """What the draw is made from: the case, not the call, so that a customer hears one version."""
    return f"case:{contact.case_id}"


# Beside the money: a version that brings more promises and more complaints is no better.
COUNTED = ("promised", "kept", "complained")


@dataclass(frozen=True, slots=True)
class Result:
    """One outcome per case: how many of the cases of each version had it, and the difference."""

    outcome: str
    first: Arm
    second: Arm
    gap: Comparison


@dataclass(frozen=True, slots=True)
class Outcomes:
    """`undecided`: cases whose promise is not settled yet; they count as not kept so far."""

    results: tuple[Result, ...]
    undecided: int


def outcomes_of(row: GuideTrial) -> Outcomes:
    """What came of the cases of both arms so far. Every case once, whatever number of calls it had."""
    arms = {"a": _cases(row, "a"), "b": _cases(row, "b")}
    results = []
    for outcome in COUNTED:
        first, second = (
            Arm(len(c), sum(one[outcome] for one in c.values())) for c in arms.values()
        )
        results.append(Result(outcome, first, second, compare(first, second)))
    undecided = sum(one["undecided"] for cases in arms.values() for one in cases.values())
    return Outcomes(tuple(results), undecided)


def _cases(row: GuideTrial, arm: str) -> dict[int, dict[str, bool]]:
    calls = Contact.objects.filter(
        steps__guide__assigned__trial=row.trial, steps__guide__assigned__arm=arm
    )
    found: dict[int, dict[str, bool]] = {}
    ids = []
    for pk, case, code in calls.values_list("pk", "case_id", "disposition"):
        ids.append(pk)
        one = found.setdefault(case, dict.fromkeys((*COUNTED, "undecided"), False))
        one["complained"] |= code == "COMPLAINT"
    promises = Promise.objects.filter(contact__in=ids, voided_at=None, cancelled_at=None)
    for case, state in promises.values_list("case_id", "state"):
        found[case]["promised"] = True
        found[case]["kept"] |= state in KEPT
        found[case]["undecided"] |= state in OPEN
    return found
