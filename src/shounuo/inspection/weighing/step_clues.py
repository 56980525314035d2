"""The clues to which turn first did a step, one row a turn of the collector: words, patterns, order, and what came
of the call."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from shounuo.inspection.agreement.promise import promise_of
from shounuo.inspection.reading import Reading
from shounuo.inspection.steps.done import STEPS, steps_done
from shounuo.inspection.steps.signs import OWN, SIGNS, signs
from shounuo.inspection.weighing.trees import Floats
from shounuo.kernel.odds import probabilities

NEVER = -8.0  # log-odds of what was not said at all
_SURELY = 1e-6  # keeps the logarithm finite where a turn did it for certain


def step_rows(reading: Reading, odds: Floats) -> dict[str, Floats]:
    """Each step of this kind of call with its clues [turn, clue], as `step_clues` tells them."""
    names = tuple(steps_done(reading))
    rows = step_clues(reading, odds, names)
    return {name: rows[:, k] for k, name in enumerate(names)}


def step_clues(reading: Reading, odds: Floats, names: Sequence[str]) -> Floats:
    """The clues of these steps [turn, step, clue]; `odds` [turn, step of `STEPS`] are the words' log-odds.

    First the clues of the step itself, then those that are alike for all.
    """
    places = [turn.at for turn in reading.agent()]
    seen = {name: turn.at if turn else None for name, turn in steps_done(reading).items()}
    heard = np.array([[s in told for s in SIGNS] for told in signs(reading)], np.float32)
    alike = np.concatenate(
        [heard, _order(places), _others(places, seen, odds), _case(reading, places)], axis=1
    )
    here = odds[:, [STEPS.index(name) for name in names]]
    sign = heard[:, [SIGNS.index(OWN[name]) for name in names]]
    own = *_words(here), *_pattern(places, [seen[name] for name in names]), *_around(sign)
    rows = np.empty((len(places), len(names), len(own) + alike.shape[1]), np.float32)
    for k, clue in enumerate(own):
        rows[:, :, k] = clue
    rows[:, :, len(own) :] = alike[:, None]
    return rows


def _words(odds: Floats) -> tuple[Floats, ...]:
    """Of each step: here, the best before and after, and how surely no earlier turn did it."""
    spared = np.log1p(_SURELY - probabilities(odds))
    return odds, _before(odds), _after(odds, NEVER), np.cumsum(spared, axis=0) - spared


def _pattern(places: list[int], seen: list[int | None]) -> tuple[NDArray[np.bool_], ...]:
    """Whether the patterns saw each step here, earlier, later or never (which is so at every turn)."""
    at = np.array(places)[:, None]
    when = np.array([np.nan if turn is None else turn for turn in seen])
    return at == when, at > when, at < when, np.isnan(when)


def _around(sign: Floats) -> tuple[Floats, ...]:
    """Each step's own sign, before and after this turn."""
    return _before(sign, 0.0), _after(sign, 0.0)


def _order(places: list[int]) -> Floats:
    last = len(places) - 1
    told = [(k, last - k, k / max(1, last), at == 0) for k, at in enumerate(places)]
    return np.array(told, np.float32)


def _others(places: list[int], seen: dict[str, int | None], odds: Floats) -> Floats:
    """What the words and the patterns say of every step at this turn, and the words before it."""
    done = [seen.get(name) for name in STEPS]
    never = [at is None for at in done]
    said = [[*(seen_at == at for seen_at in done), *never] for at in places]
    return np.concatenate([odds, _before(odds), np.array(said, np.float32)], axis=1)


def _case(reading: Reading, places: list[int]) -> Floats:
    """The promise that stood, and what kind of call it is."""
    promise, context, turns = promise_of(reading), reading.context, reading.turns
    call = (
        promise is None,
        promise is not None and promise.said.explicit,
        context.callee_role == "third_party",
        "plan_performing" in context.open_flags,
    )
    told = [
        (
            promise is not None and at > promise.made_at,
            promise is not None and at == promise.confirmed_at,
            at > 0 and not turns[at - 1].is_agent,
            len(turns[at].text),
            *call,
        )
        for at in places
    ]
    return np.array(told, np.float32)


def _before(values: Floats, nothing: float = NEVER) -> Floats:
    """The highest of the rows before each row."""
    found = np.empty_like(values)
    found[:1] = nothing
    np.maximum.accumulate(values[:-1], axis=0, out=found[1:])
    return found


def _after(values: Floats, nothing: float) -> Floats:
    return _before(values[::-1], nothing)[::-1]
