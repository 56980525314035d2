"""How a customer says he will pay: each way by the words that name it, none by words that deny it."""

from __future__ import annotations

import pytest

from shounuo.inspection.agreement.method import method_in


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
    ],
)
def test_chinese(said: str, way: str | None) -> None:
    """By the phone bank money is transferred (转, 打, 汇) or the bill is paid in the app (还); a phone before a sum pays it."""
    assert method_in(said, english=False) == way
