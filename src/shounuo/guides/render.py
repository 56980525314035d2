"""A guide filled in for one case: what the screen shows, with nothing in it that is not true today.

A line that is not true is left out; a line whose blank has no value is left out and reported, never
shown with a hole. For kinds without debt the case is stripped before anything is computed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from shounuo.domain.contact import PartyRole
from shounuo.guides.bindings import speakable
from shounuo.guides.case import GuideCase
from shounuo.guides.conditions import holds
from shounuo.guides.faults import fault
from shounuo.guides.model import WITHOUT_DEBT, Branch, End, Guide, GuideStep, Line, Timer
from shounuo.guides.placeholders import BLANK, Value, named_in, placeholders, values
from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a line. `blank` names the fact it came from; `figure` is shown small beside it."""

    text: str
    blank: str = ""
    figure: str = ""


@dataclass(frozen=True, slots=True)
class RenderedLine:
    id: str
    text: str
    parts: tuple[Part, ...]
    consequence: str = ""
    offer: str = ""


@dataclass(frozen=True, slots=True)
class RenderedStep:
    """`left_out`: ids of lines not true for this case. `lacking`: line id → blanks without a value."""

    id: str
    name: str
    covers: tuple[str, ...]
    required: bool
    satisfied_by: str
    timed: bool
    lines: tuple[RenderedLine, ...]
    note: str
    branches: tuple[Branch, ...]
    end: End | None
    left_out: tuple[str, ...] = ()
    lacking: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class RenderedGuide:
    ref: str
    kind: str
    language: str
    start: str
    steps: dict[str, RenderedStep]
    timers: tuple[Timer, ...]
    problems: tuple[Problem, ...]

    def texts(self) -> list[str]:
        """Everything that could reach the screen, for tests that look for what must not."""
        return [line.text for step in self.steps.values() for line in step.lines]


def render(guide: Guide, case: GuideCase, language: str = "zh") -> RenderedGuide:
    """The guide for this case. A guide for another party or jurisdiction is refused (`Refused`)."""
    _check_audience(guide, case)
    facts = case.without_debt() if without_debt(guide, case) else case
    steps = {name: _step(step, facts, language) for name, step in guide.steps.items()}
    problems = [problem for step in steps.values() for problem in _lacking(guide, step)]
    return RenderedGuide(
        guide.ref, guide.kind, language, guide.start, steps, guide.timers, tuple(problems)
    )


def without_debt(guide: Guide, case: GuideCase) -> bool:
    """True when nobody on this line may learn of the debt."""
    return guide.kind in WITHOUT_DEBT or case.party is PartyRole.THIRD_PARTY


def _check_audience(guide: Guide, case: GuideCase) -> None:
    scope = guide.scope
    if case.party in scope.parties and case.jurisdiction == scope.jurisdiction:
        return
    raise Refused(
        fault(
            "wrong_audience", guide.ref,
            f"这份话术不是给{case.party.value}/{case.jurisdiction}用的",
            f"this guide is not for {case.party.value} in {case.jurisdiction}",
            "换一份对应的话术", "choose the guide for this party",
        )
    )  # fmt: skip


def _step(step: GuideStep, case: GuideCase, language: str) -> RenderedStep:
    lines, left_out, lacking = [], [], []
    for line in step.lines:
        if not speakable(line, case):
            left_out.append(line.id)
            continue
        known = _allowed(values(case, language, line.offer), case)
        missing = tuple(name for name in named_in(line.text[language]) if name not in known)
        if missing:
            lacking.append((line.id, missing))
        elif line.text[language]:
            lines.append(render_line(line, known, language))
    return RenderedStep(
        id=step.id, name=step.name[language], covers=tuple(c.value for c in step.covers), required=step.required,
        satisfied_by=step.satisfied_by, timed=step.timed, lines=tuple(lines), note=step.note[language],
        branches=tuple(replace(b) for b in step.branches if holds(b.when, case)), end=step.end,
        left_out=tuple(left_out), lacking=tuple(lacking),
    )  # fmt: skip


def _allowed(known: dict[str, Value], case: GuideCase) -> dict[str, Value]:
    """A second lock: whatever was computed, a third party gets the facts of persons only."""
    if case.party is not PartyRole.THIRD_PARTY:
        return known
    catalogue = placeholders()
    return {name: value for name, value in known.items() if catalogue[name].group == "person"}


def render_line(line: Line, known: dict[str, Value], language: str) -> RenderedLine:
    """The sentence with its blanks filled; KeyError when one has no value."""
    parts, place, text = [], 0, line.text[language]
    for blank in BLANK.finditer(text):
        if blank.start() > place:
            parts.append(Part(text[place : blank.start()]))
        value = known[blank[1]]
        parts.append(Part(value.text, blank[1], value.figure))
        place = blank.end()
    if place < len(text):
        parts.append(Part(text[place:]))
    return RenderedLine(
        line.id, "".join(p.text for p in parts), tuple(parts), line.consequence, line.offer
    )


def _lacking(guide: Guide, step: RenderedStep) -> list[Problem]:
    """A required step that cannot be said at all for want of facts."""
    if step.lines or not step.lacking or not step.required:
        return []
    catalogue = placeholders()
    names = {name for _, missing in step.lacking for name in missing}
    labels = [
        catalogue[name].label if name in catalogue else Text(name, name) for name in sorted(names)
    ]
    zh, en = "、".join(label.zh for label in labels), ", ".join(label.en for label in labels)
    return [
        fault("facts_missing", f"{guide.ref}/{step.id}", f"必说的一步缺少资料：{zh}", f"a required step lacks facts: {en}",
              "补上资料，或说明未说的原因", "add them, or give the reason for leaving it unsaid")
    ]  # fmt: skip
