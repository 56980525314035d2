"""Every registered detector keeps the contract."""

import pytest

from inspection.dialogue import reading
from shounuo.inspection.codes import NAMES
from shounuo.inspection.registry import all_detectors

PLAYS = {
    "zh": "A: 您好，我是远山银行信用卡中心，通话有录音，请问是陈一帆先生吗？\nP: 是我。\nA: 您逾期三十五天了，求求您帮我完成一下任务。",
    "en": "A: Hello, this is Granite State Bank on a recorded line, is this Lena Ortiz?\nP: It is.\nA: You are 35 days past due, I'm begging you.",
}


@pytest.mark.parametrize(
    "detector", all_detectors(), ids=lambda d: d.find.__module__.rsplit(".", 1)[-1]
)
@pytest.mark.parametrize("lang", PLAYS)
def test_contract(detector, lang):
    """A detector has a known code, a reason in two languages, and quotes exactly what an existing turn says."""
    assert detector.code in NAMES
    assert all((detector.why.zh, detector.why.en, detector.rule))
    assert set(detector.languages) <= {"zh", "en"}
    for play in (PLAYS[lang], "A: \nP: ", "P: 喂"):
        read = reading(play, lang)
        assert all(hasattr(read.context, need) for need in detector.needs)
        for finding in detector.findings(read):
            turn = read.call.turns[finding.turn]
            assert turn.text[finding.start : finding.end] == finding.quote != ""
            assert 0 < finding.confidence <= 1
            assert finding.code == detector.code
