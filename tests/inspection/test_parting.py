"""Two voices in one stream: the likeliest course of the talk, how sure it is, and what fresh talks give."""

from __future__ import annotations

from itertools import product
from math import exp
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from shounuo.inspection.learned.model import weights
from shounuo.inspection.learned.speaker import CHANGE_FILES, SPEAKER_FILES
from shounuo.inspection.parting import AGENT_BEGINS, SURE, Unit, course, part
from shounuo.lab.learn_speakers import clauses, place, sentences, whole

TALKS = yaml.safe_load(Path(__file__).with_name("two_voices.yaml").read_text("utf-8"))
ODDS = st.floats(-6, 6)


def share(odds: float) -> float:
    return 1 / (1 + exp(-odds))


def every_course(agent: list[float], change: list[float]) -> dict[tuple[int, ...], float]:
    """The weight of each of the 2^n ways in which two people can share n stretches, one by one."""
    found = {}
    for who in product((0, 1), repeat=len(agent)):
        weight = AGENT_BEGINS if who[0] == 0 else 1 - AGENT_BEGINS
        for k, speaker in enumerate(who):
            weight *= share(agent[k]) if speaker == 0 else 1 - share(agent[k])
        for k, odds in enumerate(change):
            weight *= share(odds) if who[k] != who[k + 1] else 1 - share(odds)
        found[who] = weight
    return found


@given(st.lists(st.tuples(ODDS, ODDS), min_size=1, max_size=7))
def test_the_course_is_the_heaviest_of_all_and_its_sureness_their_share(pairs):
    """Held against weighing every possible course by itself."""
    agent, change = [a for a, _ in pairs], [c for _, c in pairs[1:]]
    all_of_them = every_course(agent, change)
    told = course(agent, change)
    chosen = tuple(0 if who == "agent" else 1 for who, _ in told)
    assert all_of_them[chosen] == pytest.approx(max(all_of_them.values()), rel=1e-6)
    total = sum(all_of_them.values())
    for k, (_, sure) in enumerate(told):
        agreeing = sum(weight for who, weight in all_of_them.items() if who[k] == chosen[k])
        assert sure == pytest.approx(agreeing / total, abs=1e-6)


def test_nothing_said_has_no_course():
    assert course([], []) == []


def talk(language: str) -> list[list[tuple[str, str]]]:
    return [
        [("agent" if line[0] == "A" else "party", line[3:]) for line in row["play"]]
        for row in TALKS
        if row["lang"] == language
    ]


@pytest.mark.parametrize(
    ("language", "cut", "least"),
    [
        ("zh", clauses, 0.9), ("zh", sentences, 0.95), ("zh", whole, 0.97),
        ("en", clauses, 0.85), ("en", sentences, 0.87), ("en", whole, 0.95),
    ],
)  # fmt: skip
def test_fresh_talks_are_parted(language, cut, least):
    """Talks that taught nothing, without any clock; of the sure stretches hardly one is wrong."""
    models = weights(SPEAKER_FILES[language]), weights(CHANGE_FILES[language])
    found = place(talk(language), models, language, cut, marks=True)
    assert sum(found.stretches) / len(found.stretches) >= least
    assert sum(found.sure) / len(found.sure) >= 0.93


def test_a_pause_makes_a_change_of_speaker_likelier():
    """The same words: run together they are one person's sooner than after a silence."""
    said = ("您的卡逾期三十天了", "我知道了")
    near = part([Unit(said[0], 0, 2), Unit(said[1], 2.05, 3)], "zh")
    far = part([Unit(said[0], 0, 2), Unit(said[1], 3.5, 4.5)], "zh")
    assert [turn.speaker for turn in far] == ["agent", "party"]
    assert len(near) == 1 or near[-1].sure < far[-1].sure


def test_a_turn_is_as_sure_as_its_least_sure_part_and_keeps_its_clock():
    turns = part(
        [Unit("您好，请问是陈一帆先生吗？", 0, 2), Unit("嗯，", 3, 3.3), Unit("我是。", 3.4, 4)],
        "zh",
    )
    assert [(t.speaker, t.text, t.t0, t.t1) for t in turns] == [
        ("agent", "您好，请问是陈一帆先生吗？", 0, 2),
        ("party", "嗯，我是。", 3, 4),
    ]
    assert all(t.sure is not None and t.sure > SURE for t in turns)
