"""The steps of a call, read a second time: in which turn each was first done.

The patterns of `inspection.steps` know how a step is usually said. Here their reading is one clue among the words of
the turn and what stood around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from shounuo.inspection.reading import Reading, TurnReading
from shounuo.inspection.steps.done import steps_done
from shounuo.inspection.weighing.evidence import LEAST_TURNS, Evidence, evidence, language_of
from shounuo.inspection.weighing.model import step_words

RULE, NEVER = 1.5, 1.0
# Log-odds below which a pattern's turn is given up, and from which a turn is the step whatever the patterns say.
AGAINST, PLAINLY = -1.0, 1.0
Steps = Mapping[str, TurnReading | None]


def weigh_steps(reading: Reading) -> Steps:
    """The steps by their patterns, after the second reading; the same where the call is too short to have a course."""
    by_pattern = steps_done(reading)
    if len(reading.turns) < LEAST_TURNS:
        return by_pattern
    language = language_of(reading)
    turns = evidence(reading)
    model = step_words(language)
    odds = [model.log_odds(found, language, seen_steps(found, by_pattern)) for found in turns]
    return {
        name: _first(by_pattern[name], turns, [float(o[model.codes.index(name)]) for o in odds])
        for name in by_pattern
    }


def _first(
    seen: TurnReading | None, turns: Sequence[Evidence], odds: Sequence[float]
) -> TurnReading | None:
    """The turn of the patterns, unless the words speak against it or plainly for an earlier one."""
    plain = [found.turn for found, odd in zip(turns, odds, strict=True) if odd >= PLAINLY]
    said = next((o for f, o in zip(turns, odds, strict=True) if seen and f.turn.at == seen.at), 0.0)
    if seen is None or said < AGAINST:
        return plain[0] if plain else None
    earlier = [turn for turn in plain if turn.at < seen.at]
    return earlier[0] if earlier and said < PLAINLY else seen


def seen_steps(found: Evidence, by_pattern: Steps) -> Iterator[tuple[str, float]]:
    """Where the patterns saw each step, from this turn: here, before, later or never."""
    for name, turn in by_pattern.items():
        if turn is None:
            yield f"s:{name}:never", NEVER
        else:
            yield f"s:{name}:{_place(turn.at, found.turn.at)}", RULE


def _place(seen: int, here: int) -> str:
    if seen == here:
        return "here"
    return "before" if seen < here else "later"
