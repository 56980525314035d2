"""The clues to which turn first did a step, one row a turn of the collector: words, patterns, order, and what came
of the call."""

from __future__ import annotations

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
    """Each step of this kind of call with its clues [turn, clue]; `odds` [turn, step of `STEPS`] are the words' log-odds.

    First the clues of the step itself, then those that are alike for all.
    """
    places = [turn.at for turn in reading.agent()]
    by_pattern = steps_done(reading)
    seen = {name: turn.at if turn else None for name, turn in by_pattern.items()}
    heard = np.array([[s in told for s in SIGNS] for told in signs(reading)], np.float32)
    alike = np.hstack(
        [heard, _order(places), _others(places, seen, odds), _case(reading, places)]
    ).astype(np.float32)
    done = [STEPS.index(name) for name in seen]
    sign = heard[:, [SIGNS.index(OWN[name]) for name in seen]]
    own = np.stack(
        [*_words(odds[:, done]), *_pattern(places, seen), *_around(sign)], axis=2
    ).astype(np.float32)
    return {name: np.hstack([own[:, k], alike]) for k, name in enumerate(seen)}


def _words(odds: Floats) -> tuple[Floats, ...]:
    """Of each step: here, the best before and after, and how surely no earlier turn did it."""
    spared = np.log1p(_SURELY - probabilities(odds))
    return odds, _before(odds), _after(odds, NEVER), np.cumsum(spared, axis=0) - spared


def _pattern(places: list[int], seen: dict[str, int | None]) -> tuple[NDArray[np.bool_], ...]:
    """Whether the patterns saw each step here, earlier, later or never."""
    at = np.array(places)[:, None]
    when = np.array([np.nan if turn is None else turn for turn in seen.values()])
    return at == when, at > when, at < when, np.broadcast_to(np.isnan(when), (len(at), len(when)))


def _around(sign: Floats) -> tuple[Floats, ...]:
    """Each step's own sign, before and after this turn."""
    return _before(sign, 0.0), _after(sign, 0.0)


def _order(places: list[int]) -> Floats:
    count = len(places)
    at = np.arange(count)
    told = [at, count - 1 - at, at / max(1, count - 1), np.array(places) == 0]
    return np.stack(told, axis=1).astype(np.float32)


def _others(places: list[int], seen: dict[str, int | None], odds: Floats) -> Floats:
    """What the words and the patterns say of every step at this turn, and the words before it."""
    said = [[float(seen.get(name) == at) for name in STEPS] for at in places]
    never = [[float(seen.get(name) is None) for name in STEPS]] * len(places)
    return np.hstack([odds, _before(odds), np.array(said), np.array(never)])


def _case(reading: Reading, places: list[int]) -> Floats:
    """The promise that stood, and what kind of call it is."""
    promise, context = promise_of(reading), reading.context
    at = np.array(places)
    made = at > promise.made_at if promise else at < 0
    confirmed = at == promise.confirmed_at if promise else at < 0
    call = (
        promise is None,
        promise is not None and promise.said.explicit,
        context.callee_role == "third_party",
        "plan_performing" in context.open_flags,
    )
    answers = [p > 0 and not reading.turns[p - 1].is_agent for p in places]
    length = [len(reading.turns[p].text) for p in places]
    return np.hstack(
        [np.stack([made, confirmed, answers, length], axis=1), np.tile(call, (len(places), 1))]
    ).astype(np.float32)


def _before(values: Floats, nothing: float = NEVER) -> Floats:
    """The highest of the rows before each row."""
    return np.concatenate(
        [np.full_like(values[:1], nothing), np.maximum.accumulate(values, axis=0)[:-1]]
    )


def _after(values: Floats, nothing: float) -> Floats:
    return _before(values[::-1], nothing)[::-1]
