"""How a customer says he will pay: each way by the words that name it, none by words that deny it."""

from __future__ import annotations

import pytest

from inspection.dialogue import reading
from shounuo.inspection.agreement.method import method_in, ways_in
from shounuo.inspection.agreement.paying import right_now
from shounuo.inspection.weighing.promised import told_promise


@pytest.mark.parametrize(
    ("said", "way"),
    [
        ("pull it from my checking on the sixth", "auto_debit"),
        ("six sixty three pulled from checking on friday", "auto_debit"),
        ("straight out of my checking every month", "auto_debit"),
        ("it'll come out of my account on its own", "auto_debit"),
        ("put it on autopay", "auto_debit"),
        ("i'll send it from my checking", "bank_transfer"),
        ("friday by bank transfer and i mail you the terms today", "bank_transfer"),
        ("i can wire thirty two ten", "bank_transfer"),
        ("on my visa", "other"),
        ("off my debit card", "other"),
        ("by debit", "other"),
        ("i'll mail you a check", "other"),
        ("through the app", "app"),
        ("i'll do it on my phone tonight", "app"),
        ("draft it on the twenty fifth", "auto_debit"),
        ("put it on automatic", "auto_debit"),
        ("go ahead and re-run it friday", "auto_debit"),
        ("that would represent the full amount", None),
        ("bank draft", "bank_transfer"),
        ("i'll send an e-check", "bank_transfer"),
        ("from my credit union", "bank_transfer"),
        ("i'll walk over there and pay", "counter"),
        ("bring it to your office", "counter"),
        ("text me the link", "other"),
        ("same card as last time", "other"),
        ("i'll come by the branch", "counter"),
        ("not the app, i don't do apps", None),
        ("friday then", None),
    ],
)
def test_english(said: str, way: str | None) -> None:
    assert method_in(said, english=True) == way


@pytest.mark.parametrize(
    ("said", "way"),
    [
        ("我用手机银行转三千", "bank_transfer"),
        ("十五号下午从手机银行打过去", "bank_transfer"),
        ("手机银行汇给你们公户", "bank_transfer"),
        ("手机银行还三千", "app"),
        ("手机银行打开就能点", "app"),
        ("手机银行打不开我去网点", "counter"),
        ("手机银行转人工问一下", "app"),
        ("十一月二十六号今晚手机一千六百一十元", "app"),
        ("我换了手机三个月没用", None),
        ("你们直接扣就行", "auto_debit"),
        ("让系统批扣一次", "auto_debit"),
        ("礼拜一我去窗口办", "counter"),
        ("到你们门店交", "counter"),
        ("我拿现金过去", "counter"),
        ("走公账", "bank_transfer"),
        ("打到还款账户", "bank_transfer"),
        ("会计插一下u盾", "bank_transfer"),
        ("爱屁屁里点还款", "app"),
        ("存到自助机里", "other"),
        ("在网页上输卡号", "other"),
    ],
)
def test_chinese(said: str, way: str | None) -> None:
    """By the phone bank money is transferred (转, 打, 汇) or the bill is paid in the app (还); a phone before a sum pays it."""
    assert method_in(said, english=False) == way


@pytest.mark.parametrize(
    ("said", "english", "ways"),
    [
        ("到柜台还是手机银行", False, ("counter", "app")),
        ("不用app，我去柜台", False, ("counter",)),
        ("card or the app", True, ("app",)),
        ("the app or my visa", True, ("app", "other")),
        ("礼拜五", False, ()),
    ],
)
def test_every_way_of_a_turn_in_the_order_said(
    said: str, english: bool, ways: tuple[str, ...]
) -> None:
    """What is denied is none; a word that only hints (a card) counts where nothing else is named."""
    assert ways_in(said, english=english) == ways


CALL = """A: 您好远山银行信用卡中心有录音请问是陈一帆先生吗
P: 是我你说
A: 您的卡逾期三十五天逾期四千五百六十七元，今天能还吗
P: 今天不行，二十号发工资，二十号还
A: 二十号是手机上还，还是到网点
P: {answer}
A: 好，远山银行，十一月二十号，四千五百六十七元，对吧
P: 对
A: 好的感谢您，再见"""


@pytest.mark.parametrize(
    ("answer", "way"),
    [
        ("手机上弄吧，网点太远了", "app"),
        ("手机我弄不来，我去网点", "counter"),
        ("都不用，你们从我工资卡里扣", "auto_debit"),
        ("我让会计对公转给你们", "bank_transfer"),
    ],
)
def test_the_way_taken_not_the_one_refused(answer: str, way: str) -> None:
    told = told_promise(reading(CALL.format(answer=answer)))
    assert told is not None
    assert told.said.method == way


def test_a_way_that_nobody_named_is_other() -> None:
    quiet = CALL.replace("二十号是手机上还，还是到网点", "二十号一定要到账").format(answer="知道")
    told = told_promise(reading(quiet))
    assert told is not None
    assert told.said.method == "other"


@pytest.mark.parametrize(
    ("said", "now"),
    [
        ("i can do two hundred now", True),
        ("take two hundred right now", True),
        ("现在就转", True),
        ("i owe two thousand now to my landlord", False),
        ("i only have two hundred now", False),
        ("现在还没有", False),
    ],
)
def test_now_is_when_it_is_paid_not_when_it_is_owed(said: str, now: bool) -> None:
    assert right_now(said) is now
