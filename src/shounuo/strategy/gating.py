"""Sending ranked candidates through the one gate until each team's capacity is filled.

Knows no law: `Gate` is a callable that answers for a table of candidates, in order. A refusal makes room
for the next in line; everything asked is kept with its answer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import pyarrow as pa

from shounuo.strategy.answers import Answer

Gate = Callable[[pa.Table], Sequence[Answer]]


@dataclass(slots=True)
class Filled:
    """Row numbers of the candidates table: `queued` in order per team, `refused` with the answer."""

    queued: list[int] = field(default_factory=list)
    refused: list[tuple[int, Answer]] = field(default_factory=list)
    asked: int = 0
    seconds: dict[int, int] = field(default_factory=dict)


def fill(candidates: pa.Table, capacity: Mapping[int, int], gate: Gate) -> Filled:
    """Asks in rank order. A case goes in while the team has seconds left for the whole of it."""
    teams = candidates["team_id"].to_pylist()
    seconds = candidates["expected_seconds"].to_pylist()
    waiting: dict[int, list[int]] = {team: [] for team in capacity}
    for row, team in enumerate(teams):
        waiting[team].append(row)
    result = Filled(seconds=dict.fromkeys(capacity, 0))
    position = dict.fromkeys(capacity, 0)
    while chunk := _chunk(waiting, position, seconds, capacity, result.seconds):
        answers = gate(candidates.take(pa.array(chunk)))
        result.asked += len(chunk)
        for row, answer in zip(chunk, answers, strict=True):
            _place(row, answer, teams[row], seconds[row], result)
    return result


def _chunk(
    waiting: Mapping[int, list[int]],
    position: dict[int, int],
    seconds: Sequence[int],
    capacity: Mapping[int, int],
    used: Mapping[int, int],
) -> list[int]:
    """The next rows of every team that would just fill it if the gate allowed them all."""
    chunk = []
    for team, rows in waiting.items():
        left = capacity[team] - used[team]
        while position[team] < len(rows) and seconds[rows[position[team]]] <= left:
            row = rows[position[team]]
            left -= seconds[row]
            position[team] += 1
            chunk.append(row)
    return chunk


def _place(row: int, answer: Answer, team: int, seconds: int, result: Filled) -> None:
    if answer.outcome == "allow":
        result.queued.append(row)
        result.seconds[team] += seconds
    else:
        result.refused.append((row, answer))
