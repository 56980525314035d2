"""The forms in which people say money in Chinese, each written out by hand."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shounuo.domain.heard import hear, hear_amounts

EXACT = {
    "一万四": 1_400_000, "一万四千元整": 1_400_000, "七千一百零八块三毛五": 710_835, "14000": 1_400_000,
    "幺四洞洞洞": 1_400_000, "三千五": 350_000, "三千零五": 300_500, "两千三百五十块": 235_000,
    "一百五": 15_000, "1万4": 1_400_000, "1.4万": 1_400_000, "1.4w": 1_400_000, "五毛": 50, "二百五": 25_000,
    "俩百块": 20_000, "百八": 18_000, "千二": 120_000, "万八块": 1_800_000, "１４０００元": 1_400_000,
    "14,000.00元": 1_400_000, "1236块零7": 123_607, "5260块1毛": 526_010, "七四一二块六毛三": 741_263,
    "七千元零五分": 700_005, "三块零二": 302, "两块半": 250, "五分钱": 5, "一亿四": 14_000_000_000,
    "七千一百零八点三五": 710_835, "三点二万": 3_200_000, "2千3": 230_000, "十二万": 12_000_000,
    "两万零四百八": 2_048_000, "贰仟叁佰元整": 230_000, "一万两千零六十六块四毛五": 1_206_645,
    "十万零一十五": 10_001_500, "十万五千": 10_500_000, "一百零五": 10_500, "两百块三天内还": 20_000,
    "八千块六点之前": 800_000, "四千九百零五块六晚上": 490_560, "尾号八八三零一万四千": 1_400_000,
    "我还1300": 130_000, "三万六千八一次还清": 3_680_000, "幺五零零块": 150_000, "仨块钱": 300,
}  # fmt: skip
LOOSE = {
    "一万四千多": 1_400_000, "十来块": 1000, "千把块": 100_000, "块八毛": 100, "一百多块": 10_000,
    "七八千": 700_000, "三千左右": 300_000, "大概两千": 200_000, "四千来块": 400_000, "几千块": 200_000,
    "一万半": 1_500_000, "十二三万": 12_000_000, "七千一二的样子": 710_000, "1300多块": 130_000,
}  # fmt: skip
NONE = (
    "逾期十二天", "12期", "百分之五", "下午三点半", "尾号8830", "尾号八八三零", "电话13800221234", "一三八零零二二一二三四",
    "二零二六年十一月", "万一没有呢", "千万别忘了", "一百多个电话", "十二号楼", "我工号二零一七", "第三次了",
    "我们一块去", "十分感谢", "一分钱都没有", "三百多号人", "二十五岁", "三个孩子", "九六年盖的", "一起还", "八点二十",
    "20%", "四十多号工人", "您可以打12378投诉", "九六年的", "绑定的是尾号七七五一", "十五号那期", "零七三五的卡", "三天之内", "400-820-1234", "乱七八糟", "两个小时",
)  # fmt: skip


@pytest.mark.parametrize("text", EXACT)
def test_said_exactly(text: str) -> None:
    """A form that names one figure is heard as that figure, not marked approximate."""
    (heard,) = hear_amounts(text)
    assert (heard.minor, heard.approximate) == (EXACT[text], False)


@pytest.mark.parametrize("text", LOOSE)
def test_said_loosely(text: str) -> None:
    """A loose form is heard at its lower end and marked approximate."""
    (heard,) = hear_amounts(text)
    assert (heard.minor, heard.approximate) == (LOOSE[text], True)
    assert heard.high_minor >= heard.minor


@pytest.mark.parametrize("text", NONE)
def test_not_money(text: str) -> None:
    """Numbers that count something else are no amounts."""
    assert hear_amounts(text) == ()


def test_several_amounts_without_punctuation() -> None:
    """Figures that follow one another are told apart by their units."""
    assert [item.minor for item in hear_amounts("五百一千都行")] == [50_000, 100_000]
    assert [item.minor for item in hear_amounts("三千吗三千二")] == [300_000, 320_000]


def test_span_is_a_piece_of_the_sentence_as_given() -> None:
    """A span points into the original sentence, full-width digits and all."""
    text = "我先还１４，０００元整，行吗"
    (heard,) = hear_amounts(text)
    assert text[heard.span.start : heard.span.end] == heard.span.text == "１４，０００元整"


_NUMERALS = st.text(
    alphabet="零一二两三五九十百千万亿几多来余把好半点块毛分元", min_size=1, max_size=8
)


@given(_NUMERALS, st.sampled_from(("", "块", "元", "块钱", "万")))
def test_no_run_of_numerals_is_too_odd_to_be_heard(numerals: str, unit: str) -> None:
    for amount in hear(numerals + unit, date(2026, 11, 1)).amounts:
        assert 0 <= amount.minor <= (amount.high_minor or amount.minor)


@pytest.mark.parametrize(
    ("said", "low", "high"),
    [("几百来块", 200_00, 900_00), ("十几来块", 12_00, 19_00), ("三四十来块", 30_00, 40_00)],
)
def test_a_vague_number_with_a_little_more(said: str, low: int, high: int) -> None:
    (amount,) = hear(said, date(2026, 11, 1)).amounts
    assert (amount.minor, amount.high_minor) == (low, high)
    assert amount.approximate
