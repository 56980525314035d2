"""What changed between two versions of a guide, sentence by sentence, for the reviewer who publishes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from shounuo.guides.model import Guide, GuideStep


@dataclass(frozen=True, slots=True)
class Change:
    """`place`: step/line, step/branch, … . `before` or `after` is empty for what was added or removed."""

    kind: Literal["added", "removed", "changed"]
    place: str
    what: str
    before: str
    after: str

    def pieces(self) -> list[tuple[str, str]]:
        """(same|out|in, text) stretches, for showing the change inside the sentence."""
        out: list[tuple[str, str]] = []
        matcher = SequenceMatcher(None, self.before, self.after, autojunk=False)
        for tag, i1, i2, j1, j2 in matcher.get_opcodes():
            if tag == "equal":
                out.append(("same", self.before[i1:i2]))
                continue
            out += [("out", self.before[i1:i2])] if i1 < i2 else []
            out += [("in", self.after[j1:j2])] if j1 < j2 else []
        return out


def diff(old: Guide, new: Guide) -> list[Change]:
    """Every change from `old` to `new`, steps in the order of the new version, removed ones last."""
    before, after = dict(_flat(old)), dict(_flat(new))
    changes = [
        Change(
            "changed" if place in before else "added",
            place[0],
            place[1],
            before.get(place, ""),
            text,
        )
        for place, text in after.items()
        if before.get(place) != text
    ]
    return changes + [
        Change("removed", place[0], place[1], text, "")
        for place, text in before.items()
        if place not in after
    ]


def _flat(guide: Guide) -> Iterator[tuple[tuple[str, str], str]]:
    scope = guide.scope
    parts = {
        "start": guide.start,
        "kind": guide.kind,
        "effective": f"{guide.effective_from}–{guide.effective_to or ''}",
        "for": " ".join(
            [
                scope.jurisdiction,
                *sorted(p.value for p in scope.parties),
                *_sorted(scope.lenders, scope.products, scope.stages, scope.directions),
            ]
        ),
    }
    yield from (((guide.id, name), text) for name, text in parts.items())
    for timer in guide.timers:
        yield (f"timers/{timer.id}", "timer"), f"{timer.after_seconds} s → {timer.to}"
    for name, step in guide.steps.items():
        yield from _step(name, step)


def _sorted(*groups: Iterable[str]) -> list[str]:
    return [item for group in groups for item in sorted(group)]


def _step(name: str, step: GuideStep) -> Iterator[tuple[tuple[str, str], str]]:
    marks = [
        *(c.value for c in step.covers),
        *(["required"] if step.required else []),
        *([] if step.timed else ["untimed"]),
    ]
    yield (
        (name, "step"),
        f"{step.name.zh} / {step.name.en} ({', '.join(marks)}; {step.satisfied_by})",
    )
    for line in step.lines:
        bound = "".join(f" [{word}]" for word in (line.consequence, line.offer) if word)
        condition = f" {dict(line.when)}" if line.when else ""
        for language in ("zh", "en"):
            yield (f"{name}/{line.id}", language), f"{line.text[language]}{bound}{condition}"
    if step.note.zh or step.note.en:
        yield (f"{name}/note", "note"), f"{step.note.zh} / {step.note.en}"
    for branch in step.branches:
        yield (
            (f"{name}/{branch.answer}", "branch"),
            f"{branch.key} {branch.label.zh} / {branch.label.en} → {branch.to}",
        )
    if step.end:
        yield (
            (f"{name}/end", "end"),
            f"{step.end.disposition.value}: {step.end.follow_up.zh} / {step.end.follow_up.en}",
        )
