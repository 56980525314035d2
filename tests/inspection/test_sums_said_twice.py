"""A wrong sum close to a true one may be a slip of tongue or ear; said in two turns it is none."""

from __future__ import annotations

import pytest

from inspection.dialogue import reading
from shounuo.inspection.facts import claims

# On file are 4,567.00.
ONCE = """A: 您好远山银行信用卡中心有录音请问是陈一帆先生吗
P: 是我你说
A: 您的卡逾期三十五天逾期金额是{first}
P: 今天没有
A: {second}
P: 知道了"""


@pytest.mark.parametrize(
    ("first", "second", "plain"),
    [
        ("四千六百五十七元", "那二十号您看可以吗", [False]),
        ("四千六百五十七元", "逾期金额是四千六百五十七元您记一下", [True, True]),
        ("四千六百五十七元", "逾期金额是四千六百七十五元您记一下", [False, False]),
        ("四千五百六十七元", "逾期金额是四千五百六十七元您记一下", []),
    ],
)
def test_a_slip_is_said_once(first: str, second: str, plain: list[bool]) -> None:
    """Two different slips are two slips; what is on file is none however often it is said."""
    told = claims(reading(ONCE.format(first=first, second=second)))
    assert [claim.plainly for claim in told if claim.wrong] == plain
