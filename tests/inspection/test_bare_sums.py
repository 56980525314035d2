"""Sums said without their unit, by what the case holds and what stands beside them; other numbers stay numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inspection import dialogue
from shounuo.inspection.reading import Reading
from shounuo.inspection.report import inspect_call

OWED = {"due_cents": 644_000, "past_due_cents": 322_000, "total_balance_cents": 644_000}


def sums(said: str, lender: str = "青禾小贷") -> list[int]:
    """The sums heard in the collector's turn, in yuan; 3,220 is past due, 6,440 due."""
    call = dialogue.call(f"A: 安先生吗？\nP: 是我。\nA: {said}\nP: 好。")
    context = replace(call.context, lender=lender, **OWED)
    reading = Reading(replace(call, context=context))
    return [amount.minor // 100 for amount in reading.heard(reading.turns[2]).amounts]


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("逾期的3220什么时候能还", [3220]),
        ("8号3220 用App", [3220]),
        ("9月7号望江银行App 2000", [2000]),
        ("行600在哪里还手机银行会用吧", [600]),
        ("三十一号 青禾App 500", [500]),
    ],
)
def test_a_number_that_is_a_sum(said: str, heard: list[int]) -> None:
    assert sums(said) == heard


@pytest.mark.parametrize(
    "said",
    [
        "我电话尾数3322，你明天打",
        "明天打95588问",
        "工号3322录音",
        "您明天到3栋502室",
        "2470这个数我不认得",
    ],
)
def test_a_number_that_is_none(said: str) -> None:
    assert sums(said) == []


def test_a_house_whose_name_counts_is_no_part_of_a_sum() -> None:
    """九百一十七，百汇的: not 910 and 700."""
    assert sums("二十七号九百一十七百汇的哈", "百汇消费金融有限公司") == [917]


def test_a_promise_said_back_without_units() -> None:
    """A recapitulation by a recogniser: the sum is the one past due, not all that is due."""
    call = dialogue.call(
        "A: 舒老师吧我是青禾小贷的录音3220逾期104天\nP: 嗯是我\nA: 那您看哪天能处理\n"
        "P: 31号发工资我还\nA: 3220 31号青禾App\nP: 可以\nA: 好再见"
    )
    told = inspect_call(
        replace(call, context=replace(call.context, lender="青禾小贷", **OWED))
    ).promise
    assert told is not None
    assert told.cents == 322_000
