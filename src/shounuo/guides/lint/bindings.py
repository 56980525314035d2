"""A consequence or an offer is said only by a line bound to it, and only where it can be true."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from shounuo.guides.bindings import Binding, consequences, offers
from shounuo.guides.faults import fault
from shounuo.guides.lint.wording import asserted, denied, wordings
from shounuo.guides.model import Guide, Line
from shounuo.guides.placeholders import BLANK
from shounuo.kernel.errors import Problem

_POSSIBLE = {
    "zh": re.compile("可能|也许|或许|视情况|有权|在诉讼|已经|按规定|按约定"),
    "en": re.compile(r"\b(?:may|might|could|can|already|is (?:in|under))\b", re.IGNORECASE),
}
# Acts of others or of the lender's choice: never announced as certain.
_ONLY_POSSIBLE = frozenset({"visit", "legal_referral", "enforcement"})
_SCOPED = {"product": "products", "stage": "stages", "lender": "lenders"}


def check(guide: Guide) -> Iterable[Problem]:
    """Unbound, unknown, impossible or too certain."""
    for name, step in guide.steps.items():
        for line in step.lines:
            place = f"{guide.id}/{name}/{line.id}"
            yield from _names(line, place)
            yield from _unbound(line, place)
            yield from _possible(guide, line, place)
            yield from _certain(line, place)


def _names(line: Line, place: str) -> Iterable[Problem]:
    for what, known, word in (
        (line.consequence, consequences(), "consequence"),
        (line.offer, offers(), "offer"),
    ):
        if what and what not in known:
            yield fault(
                f"unknown_{word}",
                place,
                f"没有“{what}”这一项",
                f"there is no {word} {what!r}",
                f"可用：{', '.join(known)}",
                f"known: {', '.join(known)}",
            )


def spoken_of(line: Line, known: Mapping[str, Binding]) -> dict[str, str]:
    """The bindings a line speaks of: name → its words. A denial speaks of nothing."""
    found: dict[str, str] = {}
    for name, binding in known.items():
        for language in ("zh", "en"):
            text = BLANK.sub("·", line.text[language])
            for match in binding.says[language].finditer(text):
                if not denied(text[: match.start()], language):
                    found.setdefault(name, match.group())
    return found


def _unbound(line: Line, place: str) -> Iterable[Problem]:
    for bound, known, word, zh in (
        (line.consequence, consequences(), "consequence", "后果"),
        (line.offer, offers(), "offer", "方案"),
    ):
        found = spoken_of(line, known)
        if found and bound not in found:
            said, names = next(iter(found.values())), ", ".join(found)
            yield fault(
                f"unbound_{word}",
                place,
                f"“{said}”是{zh}，这句没有绑定条件",
                f"{said!r} announces a {word}, and the line is not bound to it",
                f"写上 {word}: {names}",
                f"add `{word}:` {names}",
            )


def _possible(guide: Guide, line: Line, place: str) -> Iterable[Problem]:
    """A line that can never be true where this guide is used is a threat or dead letter."""
    conditions: list[Mapping[str, Any]] = [line.when]
    if line.consequence in consequences():
        conditions.append(consequences()[line.consequence].when)
    for when in conditions:
        for wrong in _never(guide, when):
            yield fault(
                "never_true",
                place,
                f"在这份话术里永远不成立：{wrong}",
                f"can never be true where this guide is used: {wrong}",
                "删掉，或改条件、改适用范围",
                "remove it, or change its condition or the scope",
            )


def _never(guide: Guide, when: Mapping[str, Any]) -> Iterable[str]:
    for condition, part in _SCOPED.items():
        scope, wanted = getattr(guide.scope, part), when.get(condition)
        if (
            wanted is not None
            and scope
            and not scope & set(wanted if isinstance(wanted, list) else [wanted])
        ):
            yield f"{condition} {wanted}, used for {', '.join(sorted(scope))}"
    jurisdiction = when.get("jurisdiction")
    if jurisdiction is not None and guide.scope.jurisdiction not in (
        jurisdiction if isinstance(jurisdiction, list) else [jurisdiction]
    ):
        yield f"jurisdiction {jurisdiction}, used in {guide.scope.jurisdiction}"
    days = when.get("days_past_due")
    latest = _latest_day(guide)
    if isinstance(days, Mapping) and latest is not None and days.get("at_least", 0) > latest:
        yield f"from {days['at_least']} days past due, used up to {latest}"


# House buckets of thirty days; an open or unknown stage has no last day.
_LAST_DAY = {"M0": 0, "M1": 30, "M2": 60, "M3": 90, "M4": 120, "M5": 150, "M6": 180}


def _latest_day(guide: Guide) -> int | None:
    days = [_LAST_DAY.get(stage) for stage in guide.scope.stages]
    known = [day for day in days if day is not None]
    return max(known) if days and len(known) == len(days) else None


def _certain(line: Line, place: str) -> Iterable[Problem]:
    if line.consequence not in _ONLY_POSSIBLE or any(
        asserted(w, line.text.zh, "zh") for w in wordings() if w.id == "certain_lawsuit"
    ):
        return
    for language in ("zh", "en"):
        if line.text[language] and not _POSSIBLE[language].search(line.text[language]):
            yield fault(
                "false_consequence",
                place,
                "把可能发生的说成一定发生",
                "states as certain what is only possible",
                "说“可能”，并说明条件",
                "say `may`, and under which condition",
            )
            return
