"""The steps of a call, read a second time: in which turn each was first done.

The patterns of `inspection.steps` know how a step is usually said. Here their reading is one clue among the words of
the turn and what stood around it. Each turn has its probability of being the first, given that none before it was;
the patterns' reading of a step stands unless another turn, or never, is plainly likelier.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from shounuo.inspection.frames.compile import Language
from shounuo.inspection.reading import Reading
from shounuo.inspection.steps.done import Steps, steps_done
from shounuo.inspection.weighing.evidence import LEAST_TURNS, evidence, language_of
from shounuo.inspection.weighing.first_turn import opinions, together
from shounuo.inspection.weighing.model import step_words
from shounuo.inspection.weighing.step_clues import step_clues
from shounuo.inspection.weighing.trees import Floats
from shounuo.kernel.odds import probabilities


@dataclass(frozen=True)
class Plainly:
    """How many times likelier another reading must be than the patterns', which may have missed, invented or misplaced."""

    missed: float
    invented: float
    wrong: float


# Chosen by totals on calls of writers who taught nothing, so that no step falls where the patterns know the writer's ways.
PLAINLY: dict[Language, Plainly] = {"zh": Plainly(5.0, 3.0, 3.0), "en": Plainly(1.5, 5.0, 1.5)}


def weigh_steps(reading: Reading) -> Steps:
    """The steps by their patterns, after the second reading; the same where the call is too short to have a course."""
    by_pattern, turns = steps_done(reading), reading.agent()
    if len(reading.turns) < LEAST_TURNS or not turns:
        return by_pattern
    language = language_of(reading)
    weighed = dict(by_pattern)
    names = tuple(name for name in by_pattern if name in opinions(language))
    rows = step_clues(reading, word_odds(reading), names)
    chances = first_at(together(language, names).log_odds(rows))
    places = {turn.at: place for place, turn in enumerate(turns)}
    for name, likely in zip(names, chances.T, strict=True):
        seen = by_pattern[name]
        at = len(turns) if seen is None else places[seen.at]
        at = stands(at, likely, PLAINLY[language])
        weighed[name] = turns[at] if at < len(turns) else None
    return weighed


def word_odds(reading: Reading) -> Floats:
    """What the words alone say: log-odds [turn of the collector, step of `STEPS`]."""
    language = language_of(reading)
    model = step_words(language)
    return np.array([model.log_odds(found, language) for found in evidence(reading)], np.float32)


def first_at(odds: Floats) -> Floats:
    """The probability of each turn that it was the first, and last that none was, of one step or of several [turn, step].

    `odds` are each turn's log-odds that it was when none before it was.
    """
    here = probabilities(odds)
    none_yet = np.cumprod(1 - here, axis=0)
    none_before = np.concatenate([np.ones((1, *here.shape[1:])), none_yet[:-1]])
    return np.concatenate([here * none_before, none_yet[-1:]]).astype(np.float32)


def stands(seen: int, chances: Floats, plainly: Plainly) -> int:
    """The likeliest place, or the patterns' where it is not likelier by as much as `plainly` asks; the last place is never."""
    best, never = int(chances.argmax()), len(chances) - 1
    asked = (
        plainly.missed if seen == never else plainly.invented if best == never else plainly.wrong
    )
    return best if chances[best] > asked * chances[seen] else seen
