"""A call parted by words leads to less, says so, and still does its duties."""

from __future__ import annotations

from dataclasses import replace

from inspection.dialogue import call
from shounuo.inspection.model import Call
from shounuo.inspection.report import inspect_call

THREAT = """
A: 您好，远山银行信用卡中心，通话有录音，请问是陈一帆先生吗？
P: 是我
A: 逾期三十五天了，再不还就让人去打断你的腿
P: 你们别太过分
"""
WISH = """
A: 您好，远山银行信用卡中心，通话有录音，请问是陈一帆先生吗？
P: 是我
A: 我真的不想活了，活着没意思
P: 您先别急
"""


def heard(play: str, **sure: float) -> Call:
    """The play with how sure each turn's speaker is, by turn number: `t2=0.6`."""
    plain = call(play)
    turns = (replace(t, sure=sure.get(f"t{t.i}", 0.99)) for t in plain.turns)
    return replace(plain, turns=tuple(turns))


def test_a_finding_carries_the_doubt_about_who_spoke():
    plain = inspect_call(call(THREAT)).findings
    found = inspect_call(heard(THREAT, t2=0.6)).findings
    assert [f.code for f in found] == [f.code for f in plain]
    assert "60%" in found[0].why.zh
    assert "60%" in found[0].why.en
    assert found[0].confidence == round(plain[0].confidence * 0.6, 2)


def test_a_doubtful_finding_moves_no_score_and_a_sure_one_does():
    assert inspect_call(call(THREAT)).score.failed
    sure, doubtful = inspect_call(heard(THREAT)), inspect_call(heard(THREAT, t2=0.6))
    assert sure.score.points < doubtful.score.points
    assert not any("威胁" in d.because.zh for d in doubtful.score.deductions)


def test_a_wish_that_may_have_been_the_customers_is_taken_up():
    """Parted to the collector by mistake, a wish to die would be nobody's; doubted, it is a task."""
    assert not inspect_call(heard(WISH)).tasks
    assert [t.kind for t in inspect_call(heard(WISH, t2=0.55)).tasks] == ["self_harm"]


def test_of_two_voices_at_once_one_channel_tells_nothing():
    assert inspect_call(call(THREAT)).measures.overtalk_s == 0
    assert inspect_call(heard(THREAT)).measures.overtalk_s is None


def test_what_does_not_overlap_is_nothing_never_minus_nothing():
    """0.1 s and 0.7 s side by side are 0.8 s, but for the error of a binary sum."""
    plain = call(THREAT)
    turns = (replace(plain.turns[0], t0=0.0, t1=0.1), replace(plain.turns[1], t0=0.1, t1=0.8))
    assert str(inspect_call(replace(plain, turns=turns)).measures.overtalk_s) == "0.0"
