"""How long an account is said to be overdue, held against the file, which says 35 days: ten off is false."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspection.dialogue import call, reading
from shounuo.inspection.detectors.false_amount import DETECTOR
from shounuo.inspection.facts import sums_told
from shounuo.inspection.overdue_days import days_claims
from shounuo.inspection.report import inspect_call


def wrong(said: str, lang: str = "zh") -> list[int]:
    """The false counts of one line of the collector's."""
    return [claim.said for claim in days_claims(reading(f"A: {said}", lang)) if claim.wrong]


@pytest.mark.parametrize(
    ("said", "lang", "days"),
    [
        ("您这张卡逾期快九十天了", "zh", 90),
        ("这笔账拖了一百二十天了您还要拖到什么时候", "zh", 120),
        ("您逾期十天", "zh", 10),
        ("您这卡拖了三个月了", "zh", 90),
        ("You're four months past due.", "en", 120),
        ("You're a hundred and twenty days past due.", "en", 120),
        ("it's crept up past ninety days", "en", 90),
        ("this account is 15 days late", "en", 15),
    ],
)
def test_a_count_far_from_the_file_is_false(said: str, lang: str, days: int) -> None:
    assert wrong(said, lang) == [days]
    spot, why = next(iter(DETECTOR.find(reading(f"A: {said}", lang))))[:2]
    assert spot.turn.turn.i == 0
    assert str(days) in why.zh
    assert "35" in why.zh
    assert str(days) in why.en


@pytest.mark.parametrize(
    ("said", "lang"),
    [
        ("您逾期三十五天", "zh"),
        ("您这笔逾期三十八天了", "zh"),
        ("您逾期一个多月了", "zh"),
        ("您拖了两个月了", "zh"),
        ("您上次逾期十天，后来补上了", "zh"),
        ("如果逾期超过九十天，会如实报征信", "zh"),
        ("合同约定累计逾期九十天可能委托律师", "zh"),
        ("晚一天就多一天的罚息", "zh"),
        ("一共九十天的账单我发您", "zh"),
        ("You're thirty-five days past due.", "en"),
        ("If it gets to ninety days past due we may report it.", "en"),
        ("At sixty days late the bureau hears of it.", "en"),
        ("You were twenty days late last spring.", "en"),
        ("You have thirty days to dispute this.", "en"),
    ],
)
def test_the_true_count_conditions_and_other_spans_are_not(said: str, lang: str) -> None:
    assert wrong(said, lang) == []


TALK = """
    A: 您好，远山银行信用卡中心，通话录音，请问是陈一帆先生吗？
    P: 我是，身份证后四位 3317。
    A: 核对无误。{said}
    P: 工资没发，发了我先还三千元。
    A: {later}
    P: 可以，十五号我在手机银行还三千元。
    A: 好，十五号手机银行三千元，远山银行，对吗？
    P: 对。
    A: 谢谢您，再见。
"""


@pytest.mark.parametrize(
    ("said", "later", "found"),
    [
        ("您应还一万二千三百四十五元。", "那十五号可以吗？", False),
        ("您应还五万八千元。", "那十五号可以吗？", True),
        ("您逾期金额六千八百元。", "那十五号可以吗？", True),
        ("您的卡逾期九十天了。", "那十五号可以吗？", True),
        # 12,345 less 3,000 of his own is what is left, no false sum.
        ("您应还一万二千三百四十五元。", "三千元之后还欠九千三百四十五元。", False),
    ],
)
def test_what_the_ledger_denies_stands_in_the_most_honest_call(
    said: str, later: str, found: bool
) -> None:
    """On file: 4,567 overdue, 12,345 due, 50,000 in all, 35 days."""
    report = inspect_call(call(TALK.format(said=said, later=later)))
    assert ("FALSE_AMOUNT" in {f.code for f in report.findings}) is found


def test_a_file_without_a_count_calls_nothing_false() -> None:
    assert days_claims(reading("A: 您逾期九十天了", days_past_due=None)) == []


@given(
    days=st.integers(min_value=6, max_value=999), on_file=st.integers(min_value=0, max_value=999)
)
def test_room_is_five_days_or_a_tenth(days: int, on_file: int) -> None:
    """By hand: with 35 on file 30 to 40 pass; with 200 on file 180 to 220 do."""
    (claim,) = days_claims(reading(f"A: 您逾期{days}天了", days_past_due=on_file))
    assert claim.said == days
    assert claim.wrong is (abs(days - on_file) > max(5, on_file // 10))


def test_each_sum_is_on_file_or_not_theirs_or_said_again() -> None:
    """On file: 4,567 overdue, 12,345 due, 50,000 in all; 3,000 is the customer's own; 6,200 is nobody's."""
    told = sums_told(
        reading(
            """
            A: 您逾期四千五百六十七元
            P: 我先还三千元
            A: 三千元可以
            A: 那剩下的六千二百元呢
            A: 就是这六千二百元
            A: 好的再见
            """
        )
    )
    assert told == {
        0: {"on file"},
        2: {"theirs"},
        3: {"not on file"},
        4: {"not on file", "again"},
    }
