"""The learned model: what it says is bounded, explained and the same whatever the form of address."""

from hypothesis import given
from hypothesis import strategies as st

from inspection.dialogue import reading
from shounuo.inspection.detectors import threat
from shounuo.inspection.learned import opinion
from shounuo.inspection.learned.pieces import pieces


@given(st.text(alphabet="您你家孩子今天还款警察坐牢借钱谢谢再见", max_size=30))
def test_an_opinion_is_a_probability(text: str) -> None:
    """However odd the words, sureness lies between nought and one and the answer is repeatable."""
    assert 0.0 <= opinion(text, "zh").sure <= 1.0
    assert opinion(text, "zh") == opinion(text, "zh")


def test_politeness_of_form_is_no_sign() -> None:
    """The polite and the plain "you" weigh the same."""
    assert pieces("您今天还款吗", "zh") == pieces("你今天还款吗", "zh")


def test_pieces_count_what_stands() -> None:
    """Two characters between the marks of beginning and end give nine pieces of at most three characters."""
    # ^ 甲 乙 $ : 4 of one, 3 of two, 2 of three, by hand; no class of synonyms is heard.
    assert len(pieces("甲乙", "zh")) == 4 + 3 + 2


def test_the_model_explains_what_it_says_alone() -> None:
    """A finding that no frame made quotes its turn and names the pieces it leaned on."""
    play = "A: 我们有个同事以前练散打的，最近专门跑你们这一片，你见了面可别太硬气。\nP: 什么意思"
    found = list(threat.DETECTOR.findings(reading(play)))
    assert all(f.quote in play and f.why.zh and f.why.en for f in found)
    assert found


def test_an_honest_call_is_left_alone() -> None:
    """Facts, a date and a goodbye move neither ear."""
    play = "A: 您的贷款逾期三十五天，应还四千五百六十七块，您看哪天方便？\nP: 周五\nA: 好的，周五，再见。"
    assert list(threat.DETECTOR.findings(reading(play))) == []
