"""Measures by the clock of one call (P8, P10). Seconds; None where the source has no clock.

Times may be missing or overlap: a turn without both times is left out and counted in `untimed`.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from shounuo.inspection.detectors.fillers import count
from shounuo.inspection.detectors.interruption import OVERLAP_S
from shounuo.inspection.state import state_of

if TYPE_CHECKING:
    from shounuo.inspection.reading import Reading
    from shounuo.inspection.spots import TurnReading

Span = tuple[float, float]


@dataclass(frozen=True)
class Measures:
    """`talk_ratio`: the collector's share of all speech. `rate`: his characters (words in English) a minute."""

    talk_time_s: float | None
    agent_s: float | None
    party_s: float | None
    talk_ratio: float | None
    silence_s: float | None
    longest_silence_s: float | None
    overtalk_s: float | None
    interruptions: int
    rate_per_min: float | None
    fillers: int
    fillers_per_min: float | None
    time_to_identity_s: float | None
    untimed: int


def measure(reading: Reading) -> Measures:
    timed = [(turn, span) for turn in reading.turns if (span := _span(turn))]
    agent = [turn for turn, _ in timed if turn.is_agent]
    talk = _merged([span for _, span in timed])
    mine = _covered(_merged([span for turn, span in timed if turn.is_agent]))
    theirs = _covered(_merged([span for turn, span in timed if not turn.is_agent]))
    gaps = _gaps(talk)
    fillers = sum(count(t) for t in reading.agent())
    return Measures(
        talk_time_s=_length(talk),
        agent_s=mine if timed else None,
        party_s=theirs if timed else None,
        talk_ratio=round(mine / (mine + theirs), 4) if mine + theirs else None,
        silence_s=round(sum(gaps), 2) if timed else None,
        longest_silence_s=max(gaps, default=0.0) if timed else None,
        overtalk_s=_overtalk(reading, mine + theirs - _covered(talk)) if timed else None,
        interruptions=_interruptions(timed),
        rate_per_min=_rate(reading, agent, mine),
        fillers=fillers,
        fillers_per_min=round(60 * fillers / mine, 2) if mine else None,
        time_to_identity_s=_to_identity(reading, talk),
        untimed=len(reading.turns) - len(timed),
    )


def _overtalk(reading: Reading, seconds: float) -> float | None:
    """None where one channel held both: of two voices at once it told one."""
    one_channel = any(turn.turn.sure is not None for turn in reading.turns)
    return None if one_channel and seconds <= 0 else round(max(0.0, seconds), 2)


def _span(turn: TurnReading) -> Span | None:
    start, end = turn.turn.t0, turn.turn.t1
    return (start, end) if start is not None and end is not None and end >= start else None


def _merged(spans: list[Span]) -> list[Span]:
    """Of these spans, in order, those that overlap as one."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def _covered(merged: list[Span]) -> float:
    """Seconds in which at least one of the turns is spoken."""
    return round(sum(end - start for start, end in merged), 2)


def _gaps(merged: list[Span]) -> list[float]:
    return [round(b[0] - a[1], 2) for a, b in itertools.pairwise(merged)]


def _length(talk: list[Span]) -> float | None:
    return round(talk[-1][1] - talk[0][0], 2) if talk else None


def _interruptions(timed: list[tuple[TurnReading, Span]]) -> int:
    """Times the collector began while the other was still speaking, beyond the ear's reaction time."""
    pairs = itertools.pairwise(timed)
    return sum(
        1
        for (a, (_, end)), (b, (start, _)) in pairs
        if not a.is_agent and b.is_agent and end - start >= OVERLAP_S
    )


def _rate(reading: Reading, agent: list[TurnReading], seconds: float) -> float | None:
    if not seconds:
        return None
    units = sum(len(t.text.split()) if reading.english else len(t.text) for t in agent)
    return round(60 * units / seconds, 1)


def _to_identity(reading: Reading, talk: list[Span]) -> float | None:
    at = state_of(reading).verified_at
    if at is None or not talk:
        return None
    end = reading.turns[at].turn.t1
    return round(end - talk[0][0], 2) if end is not None else None
