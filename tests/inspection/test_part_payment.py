"""A part payment asked for or said back is never a false amount; a wrong sum told as owed is one whatever day stands by it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inspection import dialogue
from shounuo.inspection.facts import claims
from shounuo.inspection.model import Call
from shounuo.inspection.reading import Reading
from shounuo.inspection.sums_on_file import fits

OWED = 98_020  # 980.20, all of it past due


def wrong(said: str, lang: str) -> list[int]:
    """The sums of the collector's one sentence that are held to be told as owed and are not."""
    play = {
        "en": f"A: Ana Ruiz?\nP: Yes.\nA: {said}\nP: Okay.",
        "zh": f"A: 安先生吗？\nP: 是我。\nA: {said}\nP: 好。",
    }
    call: Call = dialogue.call(play[lang])
    money = {"due_cents": OWED, "past_due_cents": OWED, "total_balance_cents": OWED}
    currency = {"en": "USD", "zh": "CNY"}[lang]
    context = replace(call.context, currency=currency, **money)
    heard = Reading(replace(call, lang=lang, context=context))
    return [claim.amount.minor for claim in claims(heard) if claim.wrong]


@pytest.mark.parametrize(
    "said",
    [
        "A partial's fine. Two fifty on the 31st?",
        "Okay, $250 on that Friday, right?",
        "So that's two hundred fifty on the fifteenth, by check.",
        "two fifty, that's with the debit card?",
        "I have you at two fifty on the third",
        "i've got two fifty for friday the thirty first",
        "your payment of $250 is due Friday then",
        "that's a total of $250 for today, right?",
    ],
)
def test_an_english_part_with_its_day_or_way(said: str) -> None:
    assert wrong(said, "en") == []


@pytest.mark.parametrize(
    "said", ["好的31号一共250", "还款金额250，31号，转账，确认一下", "金额250元，日期31号，对吗"]
)
def test_a_chinese_part_said_back(said: str) -> None:
    assert wrong(said, "zh") == []


@pytest.mark.parametrize(
    ("said", "lang", "cents"),
    [
        ("You owe $1,250 by Friday.", "en", 125_000),
        ("The balance is $250 today.", "en", 25_000),
        ("You're at $1,250 on the 31st.", "en", 125_000),
        ("您一共是250，今天要结掉", "zh", 25_000),
        ("到31号一共欠250", "zh", 25_000),
    ],
)
def test_a_wrong_sum_told_as_owed(said: str, lang: str, cents: int) -> None:
    """With a word for the debt, or above all that is owed, the day makes no part payment of it."""
    assert wrong(said, lang) == [cents]


@pytest.mark.parametrize(
    ("said", "fitting"),
    [(391_000, True), (395_000, True), (400_000, True), (397_000, False), (402_000, False), (390_000, True)],
)  # fmt: skip
def test_a_rounded_sum_and_one_that_is_not(said: int, fitting: bool) -> None:
    """3,907.00 rounds up to 3,910, 3,950 and 4,000 and is cut to 3,900; 3,970 is no rounding of it, nor is 4,020."""
    assert fits(said, {390_700}) is fitting
