"""The clues to which turn first did a step, by hand on one short call."""

from __future__ import annotations

from typing import get_args

import numpy as np
import pytest

from inspection.dialogue import reading
from shounuo.inspection.frames.compile import Language
from shounuo.inspection.steps.done import STEPS
from shounuo.inspection.steps.signs import signs
from shounuo.inspection.weighing.first_turn import opinions
from shounuo.inspection.weighing.step_clues import step_rows

CALL = """
A: 您好，远山银行信用卡中心，有录音，请问是陈一帆先生吗？
P: 是我
A: 您的信用卡逾期一万二千三百四十五元，八十八天了
P: 嗯
A: 今天能还吗？
P: 没钱
"""


def test_the_signs_of_each_turn() -> None:
    opening, facts, ask = signs(reading(CALL))
    assert opening == {"own house", "recording", "identifier", "question"}
    assert facts == {"what is due", "debt", "amount", "due sum"}
    assert ask == {"asks", "question", "day"}


def test_the_clues_of_the_step_itself() -> None:
    """Words: here, best before, best after, log of none before (log 0.8808 = −0.1269, log 0.5 = −0.6931); then the patterns' turn."""
    odds = np.full((3, len(STEPS)), -5.0, np.float32)
    odds[:, STEPS.index("ask_payment")] = [-2.0, 0.0, 1.0]
    rows = step_rows(reading(CALL), odds)
    assert rows["ask_payment"][:, :4].tolist() == [
        pytest.approx([-2, -8, 1, 0], abs=1e-3),
        pytest.approx([0, -2, 1, -0.1269], abs=1e-3),
        pytest.approx([1, 0, -8, -0.8201], abs=1e-3),
    ]
    here, earlier, later, never = range(4, 8)
    told = {name: [4 + np.flatnonzero(row[4:8]).item() for row in rows[name]] for name in rows}
    assert told["ask_payment"] == [later, later, here]
    assert told["state_facts"] == [later, here, earlier]
    assert told["probe_reason"] == [never, never, never]


@pytest.mark.parametrize("language", get_args(Language))
def test_an_opinion_weighs_every_clue(language: Language) -> None:
    rows = step_rows(reading(CALL), np.zeros((3, len(STEPS)), np.float32))
    width = {row.shape[1] for row in rows.values()}
    assert {len(opinion.weights) for opinion in opinions(language).values()} == width
