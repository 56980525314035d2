"""Where a call can go: which steps can be reached, and whether the customer is verified by then.

Only the branch `verified` of a step that covers `verify_identity` opens the debt.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache

from shounuo.domain.steps import Step
from shounuo.guides.model import Guide, GuideStep

VERIFIED = "verified"


def moves(guide: Guide, step: GuideStep, verified: bool) -> Iterator[tuple[str, bool]]:
    """The next places: along each branch, and to the exit of a timer while the clock runs."""
    if step.end:
        return
    for branch in step.branches:
        opens = branch.answer == VERIFIED and Step.VERIFY_IDENTITY in step.covers
        yield branch.to, verified or opens
    if step.timed:
        for timer in guide.timers:
            yield timer.to, verified


def places(guide: Guide, without: Collection[str] = ()) -> frozenset[tuple[str, bool]]:
    """Every (step, verified) that a call can come to, never entering the steps in `without`."""
    seen: set[tuple[str, bool]] = set()
    waiting = [(guide.start, False)]
    while waiting:
        place = waiting.pop()
        if place in seen or place[0] not in guide.steps or place[0] in without:
            continue
        seen.add(place)
        waiting.extend(moves(guide, guide.steps[place[0]], place[1]))
    return frozenset(seen)


def reached(guide: Guide, without: Collection[str] = ()) -> frozenset[str]:
    """The steps that a call can come to."""
    return frozenset(name for name, _ in places(guide, without))


def unverified(guide: Guide) -> frozenset[str]:
    """Steps that can be on screen while it is not known who is on the line."""
    return frozenset(name for name, verified in places(guide) if not verified)


def covering(guide: Guide, *wanted: Step) -> frozenset[str]:
    """The steps that cover one of these steps of the call."""
    return frozenset(name for name, step in guide.steps.items() if set(wanted) & set(step.covers))


def always_after(guide: Guide, step: str, by: Collection[str]) -> bool:
    """Whether nobody reaches `step` without having passed one of `by` before."""
    return step not in reached(guide, without=set(by) - {step}) or (
        step == guide.start and step in by
    )


@lru_cache(maxsize=256)
def _backwards(edges: frozenset[tuple[str, str]]) -> dict[str, frozenset[str]]:
    out: dict[str, set[str]] = {}
    for source, target in edges:
        out.setdefault(target, set()).add(source)
    return {target: frozenset(sources) for target, sources in out.items()}


def can_end(guide: Guide) -> frozenset[str]:
    """The steps from which some end can be reached along branches; a timer is no way out of a trap."""
    edges = frozenset(
        (name, to) for name, step in guide.steps.items() for to in guide.targets(step)
    )
    back = _backwards(edges)
    seen: set[str] = set()
    waiting = [name for name, step in guide.steps.items() if step.end]
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting.extend(back.get(name, ()))
    return frozenset(seen)


def after(guide: Guide, start: str) -> frozenset[str]:
    """The steps that can follow `start` along branches, without it unless it comes again."""
    seen: set[str] = set()
    waiting = list(guide.targets(guide.steps[start]))
    while waiting:
        name = waiting.pop()
        if name in guide.steps and name not in seen:
            seen.add(name)
            waiting.extend(guide.targets(guide.steps[name]))
    return frozenset(seen)
