"""What the call ended in, read a second time: the code by its patterns, held against all that was said.

Two steps. The words: every code's log-odds from the other side's words through the call, the last words of both, the code
by the patterns and what the house knew. The whole: an opinion of each code by those log-odds and what else there is to go
by (`weighing.ending_clues`), taught by writers whom the words had not heard. The likeliest code is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

import numpy as np

from shounuo.inspection import disposition
from shounuo.inspection.agreement.promise import promise_of
from shounuo.inspection.once import once
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import TurnReading
from shounuo.inspection.state import state_of
from shounuo.inspection.weighing.course import read_course
from shounuo.inspection.weighing.ending_clues import FAULTS, ending_row
from shounuo.inspection.weighing.evidence import (
    LEAST_TURNS,
    case_facts,
    language_of,
    plain_turns,
    whole_call_facts,
)
from shounuo.inspection.weighing.model import ending_words, weights_text
from shounuo.inspection.weighing.opinion import Opinions, parse_together
from shounuo.inspection.weighing.plain import placed_parts
from shounuo.inspection.weighing.trees import Floats
from shounuo.kernel.odds import probabilities

BY_PATTERN, FACT, SAID, LAST, ANSWERED = 2.0, 0.6, 1.5, 1.0, 0.7
_LAST = 2
PROMISED = ("PTP", "PTP_IMPLIED", "AUTOPAY_FAILED")


@once
def told_disposition(reading: Reading) -> str | None:
    """The canonical code this call ends in, by what was said; None when nothing was."""
    by_pattern = disposition.disposition_of(reading)
    if len(reading.turns) < LEAST_TURNS or by_pattern is None:
        return by_pattern
    chances = chances_of(reading)
    return max(chances, key=chances.__getitem__)


@once
def chances_of(reading: Reading) -> Mapping[str, float]:
    """How likely each code is; together they are certain."""
    row = ending_row(reading, by_words(reading), hints(reading))[None]
    opinion = opinions()
    likely = probabilities(opinion.log_odds(row)[0])
    return dict(zip(opinion.names, (likely / likely.sum()).tolist(), strict=True))


def chance_of_promise(reading: Reading) -> float:
    """How likely the call ended in a promise of any kind."""
    chances = chances_of(reading)
    return sum(chances.get(code, 0.0) for code in PROMISED)


def by_words(reading: Reading) -> Floats:
    """The log-odds of each code by what was said and the facts."""
    language = language_of(reading)
    return ending_words(language).sum(_said(reading), language, _known(reading))


def told_most(reading: Reading, code: str) -> TurnReading | None:
    """The turn of the other side whose words speak most for the code; None when it said nothing."""
    language = language_of(reading)
    model, plainly = ending_words(language), plain_turns(reading)
    column = model.codes.index(code)
    said = [turn for turn in reading.party() if turn.text]
    told = [model.told("c:", plainly[turn.at], language)[column] for turn in said]
    return said[int(np.argmax(told))] if said else None


def hints(reading: Reading) -> Floats:
    """The log-odds [turn of the collector, fault of `FAULTS`] that his words give: he mishandles what was asked of him."""
    course = read_course(reading)
    return course.odds[:, [course.model.codes.index(fault) for fault in FAULTS]]


@cache
def opinions() -> Opinions:
    """Of each code, whether it is the one; for every language the same, read once."""
    return parse_together(weights_text("endings.json"))


def ending_features(reading: Reading) -> Iterator[tuple[str, float]]:
    """The clues with what each counts for: the same when learning and when judging."""
    yield from placed_parts(_said(reading), language_of(reading))
    yield from _known(reading)


def _said(reading: Reading) -> Iterator[tuple[str, str, float]]:
    """Each text with its place and what it counts for."""
    said = plain_turns(reading)
    theirs = [said[turn.at] for turn in reading.party() if turn.text]
    ours = [said[turn.at] for turn in reading.agent() if turn.text]
    share = SAID / max(len(theirs), 1) ** 0.5
    for place, texts, weight in (
        ("c:", theirs, share), ("l:", theirs[-_LAST:], LAST), ("a:", ours[-_LAST:], ANSWERED),
    ):  # fmt: skip
        yield from ((place, text, weight) for text in texts)


def _known(reading: Reading) -> Iterator[tuple[str, float]]:
    """What the patterns hold, and the facts."""
    yield f"d:{disposition.disposition_of(reading)}", BY_PATTERN
    facts = {*case_facts(reading), *whole_call_facts(reading), *_agreed(reading)}
    yield from ((f"f:{fact}", FACT) for fact in sorted(facts))


def _agreed(reading: Reading) -> Iterator[str]:
    """What was asked last, and how much of a promise the rules hold."""
    asked, agreed = state_of(reading).requests, promise_of(reading)
    if asked:
        yield f"asked last={asked[-1].kind}"
    if agreed is None:
        yield "no promise"
    else:
        said = agreed.said
        yield "explicit" if said.explicit else "implied"
        yield "amount said" if said.cents is not None else "no amount"
        yield "day said" if said.date is not None else "no day"
