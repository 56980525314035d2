"""Every line as it could be heard, read by inspection: what would be a finding on a call is refused here.

The line is filled in from sample cases that grant it only what its own conditions guarantee.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import lru_cache

from shounuo.guides.case import GuideCase
from shounuo.guides.faults import fault
from shounuo.guides.lint.samples import context, granted, sample_cases
from shounuo.guides.model import WITHOUT_DEBT, Guide, Line
from shounuo.guides.placeholders import BLANK, named_in, placeholders, values
from shounuo.inspection.codes import NAMES, SEVERITY
from shounuo.inspection.model import Call, Context, Finding, Turn
from shounuo.inspection.reading import Reading
from shounuo.inspection.registry import find_all
from shounuo.inspection.sentence import NEEDS_A_CALL
from shounuo.kernel.errors import Problem

# Quality faults that one sentence can have by itself; the other minor ones need a course of a call.
_ALSO_MINOR = frozenset({"BEGGING", "APOLOGISE_FOR_ASKING", "RUDE_TONE"})
# An answer to a question is judged as one: an employer, say, may be named only when it is asked for.
_ASKING = frozenset({"who_are_you", "asks_what", "asks_employer", "asks_why"})
_OWN_NAMES = {"institution", "employer", "collector_name"}
_OFFICE = {
    "zh": re.compile("公安|警|派出所|法院|法庭|检察|司法|律师|法务|政府|街道|社区|银行|央行|监管|征信|仲裁|[局院委署厅]"),
    "en": re.compile(r"\b(?:police|court|attorney|law|legal|sheriff|government|county|federal|state|bureau|bank|officer|department|irs)\b", re.IGNORECASE),
}  # fmt: skip
_QUESTION = {
    "zh": "你是谁，你们是哪家公司的？",
    "en": "Who are you, and what company are you with?",
}


def check(guide: Guide) -> Iterable[Problem]:
    """Findings of inspection in the contexts in which each line can appear, each code once a line."""
    cases = list(sample_cases(guide))
    asked = {b.to for step in guide.steps.values() for b in step.branches if b.answer in _ASKING}
    for name, step in guide.steps.items():
        for line in step.lines:
            seen: set[str] = set()
            for finding, said in _findings(guide, line, cases, asked=name in asked):
                if finding.code not in seen:
                    seen.add(finding.code)
                    yield _problem(f"{guide.id}/{name}/{line.id}", finding, said)


def _findings(
    guide: Guide, line: Line, cases: list[GuideCase], *, asked: bool
) -> Iterator[tuple[Finding, str]]:
    for case in cases:
        allowed = granted(case, line)
        for language in guide.languages:
            said = heard(guide, line, allowed, language)
            for finding in _inspected(said, context(allowed, language), language, asked):
                if not _names_only_itself(finding, line.text[language], language):
                    yield finding, said


@lru_cache(maxsize=8192)
def _inspected(said: str, facts: Context, language: str, asked: bool) -> tuple[Finding, ...]:
    question = [Turn(0, "party", _QUESTION[language])] if asked else []
    turns = (*question, Turn(1, "agent", said))
    reading = Reading(Call("sentence", language, datetime(2000, 1, 1, tzinfo=UTC), facts, turns))
    return tuple(
        finding for finding in find_all(reading) if finding.turn == 1 and _judged(finding.code)
    )


def _names_only_itself(finding: Finding, text: str, language: str) -> bool:
    """Who calls is filled in from the case and so is true; only an office typed beside it can be pretended."""
    if finding.code != "IMPERSONATION" or not _OWN_NAMES & set(named_in(text)):
        return False
    return _OFFICE[language].search(BLANK.sub("", text)) is None


def _judged(code: str) -> bool:
    return code not in NEEDS_A_CALL and (SEVERITY[code] != "minor" or code in _ALSO_MINOR)


def heard(guide: Guide, line: Line, case: GuideCase, language: str) -> str:
    """The line with its blanks filled from the case, or from the catalogue's sample where it has none."""
    shown = case.without_debt() if guide.kind in WITHOUT_DEBT else case
    known, catalogue = values(shown, language, line.offer), placeholders()

    def fill(match: object) -> str:
        name = match[1]  # type: ignore[index]
        if name in known:
            return known[name].text
        return catalogue[name].sample[language] if name in catalogue else ""

    return BLANK.sub(fill, line.text[language])


def _problem(place: str, finding: Finding, said: str) -> Problem:
    name, why = NAMES[finding.code], finding.why
    return fault(
        finding.code.lower(), place,
        f"{name.zh}：“{finding.quote}”，{why.zh}", f"{name.en}: {finding.quote!r}, {why.en}",
        "改写这句，或写明它成立的条件", "rewrite the line, or state the condition under which it is true",
    )  # fmt: skip
