"""Two voices in one stream, told apart by their words: a recording of one channel, or text without names.

Each stretch of speech has odds of being the collector's by what is said; each border between two, odds that the speaker
changes there, by the words beside it and the pause. The likeliest course of the whole talk is taken (Viterbi), and how
sure each stretch is comes from weighing all courses (forward and backward). It may err, says how sure it is, and
knows no voices: an inspector is always told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

from shounuo.inspection.frames.compile import Language
from shounuo.inspection.learned.speaker import agent_odds, change_odds
from shounuo.inspection.model import Speaker, Turn
from shounuo.kernel.odds import probability

# The one called often says the first word (喂?), so who begins tells little.
AGENT_BEGINS = 0.7
# A rule of thumb beside the learned odds: labelled calls tell no pauses within a turn to learn from.
USUAL_PAUSE_S, PAUSE_WEIGHT, PAUSE_MOST = 0.45, 1.5, 0.7
SURE = 0.9  # below it a stretch counts as doubtful
_LEAST = 1e-4


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch that one person speaks: a sentence, a clause, a line. Times in seconds, None without a clock."""

    text: str
    t0: float | None = None
    t1: float | None = None


Course = list[tuple[Speaker, float]]


def part(units: Sequence[Unit], language: Language) -> list[Turn]:
    """The turns of a talk, each with how sure its speaker is; neighbours of one speaker become one turn."""
    who = course(
        [agent_odds(unit.text, language) for unit in units],
        [_border(a, b, language) for a, b in pairwise(units)],
    )
    turns: list[Turn] = []
    for unit, (speaker, sure) in zip(units, who, strict=True):
        if turns and turns[-1].speaker == speaker:
            turns[-1] = _longer(turns[-1], unit, sure, language)
        else:
            turns.append(Turn(len(turns), speaker, unit.text, unit.t0, unit.t1, round(sure, 3)))
    return turns


def _longer(turn: Turn, unit: Unit, sure: float, language: Language) -> Turn:
    """A turn is as sure as its least sure part."""
    gap = "" if language == "zh" else " "
    least = round(min(sure, 1.0 if turn.sure is None else turn.sure), 3)
    return Turn(turn.i, turn.speaker, f"{turn.text}{gap}{unit.text}", turn.t0, unit.t1, least)


def _border(before: Unit, after: Unit, language: Language) -> float:
    return change_odds(before.text, after.text, language) + _pause_odds(before, after)


def _pause_odds(before: Unit, after: Unit) -> float:
    if before.t1 is None or after.t0 is None:
        return 0.0
    lean = (after.t0 - before.t1 - USUAL_PAUSE_S) * PAUSE_WEIGHT
    return max(-PAUSE_MOST, min(PAUSE_MOST, lean))


def course(agent: Sequence[float], change: Sequence[float]) -> Course:
    """Who speaks each stretch and how sure that is. `agent`, `change`: log odds; one border less than stretches."""
    if not agent:
        return []
    said = [(_share(x), 1 - _share(x)) for x in agent]
    moves = [_share(x) for x in change]
    likeliest = _likeliest(said, moves)
    weighed = _weighed(said, moves)
    return [
        ("agent" if who == 0 else "party", both[who])
        for who, both in zip(likeliest, weighed, strict=True)
    ]


def _share(odds: float) -> float:
    return min(1 - _LEAST, max(_LEAST, probability(odds)))


Pair = tuple[float, float]


def _likeliest(said: Sequence[Pair], moves: Sequence[float]) -> list[int]:
    best = [log(AGENT_BEGINS) + log(said[0][0]), log(1 - AGENT_BEGINS) + log(said[0][1])]
    came: list[list[int]] = []
    for both, move in zip(said[1:], moves, strict=True):
        ways = [[best[r] + log(move if r != s else 1 - move) for r in (0, 1)] for s in (0, 1)]
        came.append([0 if way[0] >= way[1] else 1 for way in ways])
        best = [max(way) + log(both[s]) for s, way in enumerate(ways)]
    who = 0 if best[0] >= best[1] else 1
    path = [who]
    for step in reversed(came):
        path.append(step[path[-1]])
    return path[::-1]


def _weighed(said: Sequence[Pair], moves: Sequence[float]) -> list[Pair]:
    """Of each stretch, the share of all courses in which each of the two speaks it."""
    ahead = [_scaled(AGENT_BEGINS * said[0][0], (1 - AGENT_BEGINS) * said[0][1])]
    for both, move in zip(said[1:], moves, strict=True):
        a, p = ahead[-1]
        ahead.append(
            _scaled((a * (1 - move) + p * move) * both[0], (a * move + p * (1 - move)) * both[1])
        )
    back: list[Pair] = [(1.0, 1.0)]
    for both, move in zip(reversed(said[1:]), reversed(moves), strict=True):
        a, p = back[-1][0] * both[0], back[-1][1] * both[1]
        back.append(_scaled(a * (1 - move) + p * move, a * move + p * (1 - move)))
    pairs = zip(ahead, reversed(back), strict=True)
    return [_scaled(f[0] * b[0], f[1] * b[1]) for f, b in pairs]


def _scaled(agent: float, party: float) -> Pair:
    return agent / (agent + party), party / (agent + party)
