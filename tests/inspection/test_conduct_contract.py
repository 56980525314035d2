"""What every conduct detector owes: collector's words only, the same answer twice, nothing from silence."""

import pytest

from inspection.dialogue import reading
from shounuo.inspection.codes import CRITICAL, MAJOR
from shounuo.inspection.registry import all_detectors

ELSEWHERE = {"FALSE_AMOUNT", "FALSE_PROMISE"}
CONDUCT = [
    d for d in all_detectors() if d.code in {**CRITICAL, **MAJOR} and d.code not in ELSEWHERE
]
ABUSE = "再不还钱打断你的腿，去你单位贴大字报，让你坐牢，你这个老赖不要脸，把钱转我微信，加我微信聊，你去借网贷还，投诉也没用，我是公安局的，他欠款逾期了"
ABUSE_EN = "you deadbeat, I'll break your legs, post it on facebook, they'll arrest you, zelle me, borrow from your mom, this is officer Cole with the sheriff's department"


def test_every_conduct_code_has_its_detector() -> None:
    """Each critical and major code of conduct is looked for by exactly one detector."""
    codes = [d.code for d in CONDUCT]
    assert sorted(codes) == sorted(({*CRITICAL, *MAJOR}) - ELSEWHERE)


@pytest.mark.parametrize("detector", CONDUCT, ids=lambda d: d.code)
@pytest.mark.parametrize(("lang", "words"), [("zh", ABUSE), ("en", ABUSE_EN)])
def test_only_the_collector_is_judged(detector, lang: str, words: str) -> None:
    """The other side may say anything at all and no finding follows from it."""
    assert list(detector.findings(reading(f"A: \nP: {words}\nP: {words}", lang))) == []


@pytest.mark.parametrize("detector", CONDUCT, ids=lambda d: d.code)
@pytest.mark.parametrize(("lang", "words"), [("zh", ABUSE), ("en", ABUSE_EN)])
def test_the_same_call_gives_the_same_findings(detector, lang: str, words: str) -> None:
    """Reading a call twice gives equal findings, each quoting the collector's turn."""
    play = f"A: {words}\nP: 别再打了\nA: {words}"
    first, again = (list(detector.findings(reading(play, lang))) for _ in range(2))
    assert first == again
    assert all(f.turn in {0, 2} and f.quote in words for f in first)
