"""Flat text reads the same with and without punctuation, and leads back to the words as said."""

import pytest

from shounuo.inspection.flat import flatten


@pytest.mark.parametrize(
    ("said", "flat"),
    [
        ("您好，那个，您的贷款，嗯，预期七天了。", "您好您的贷款逾期七天了"),
        ("要不然就启诉到法院利案", "要不然就起诉到法院立案"),
        ("这个月额度不够", "这个月额度不够"),
        ("应还２６５０．５元", "应还2650.5元"),
        ("我住公安路，预计明天见面", "我住公安路预计明天见面"),
    ],
)
def test_chinese(said, flat):
    """Fillers and punctuation go, misheard terms of the trade return, everyday words stay."""
    assert flatten(said, "zh").text == flat


def test_a_name_is_no_misheard_term():
    """俞琪 is a person when the case says so, and a misheard 逾期 otherwise."""
    assert flatten("俞琪您好", "zh", ("俞琪",)).text == "俞琪您好"
    assert flatten("您俞琪七天了", "zh").text == "您逾期七天了"


def test_offsets_lead_back():
    """Each flat character stands where its original stood."""
    said = "嗯，您好，逾期，七天"
    flat = flatten(said, "zh")
    assert [said[k] for k in flat.origin] == list(flat.text)


def test_english():
    """English keeps words, figures and apostrophes, and drops marks and fillers."""
    assert flatten("Uh, I’m $1,460.50 behind — okay?", "en").text == "i'm $1,460.50 behind okay"
