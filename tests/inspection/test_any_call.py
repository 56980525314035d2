"""Whatever a recogniser writes, inspection answers, and every finding quotes what was said."""

from datetime import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from shounuo.inspection.model import Call, Context, Turn
from shounuo.inspection.report import inspect_call

AS_OF = datetime.fromisoformat("2026-11-12T10:00:00+08:00")
WORDS = [
    "您好",
    "逾期",
    "三千五百块",
    "今天",
    "明天",
    "还",
    "不还",
    "法院",
    "起诉",
    "征信",
    "老婆",
    "孩子",
    "微信",
    "转账",
    "嗯",
    "额",
    "那个",
    "，",
    "。",
    "？",
    "……",
    "的",
    "了",
    "吗",
    "我",
    "你",
    "他",
    "不",
    "没有",
    "12,345.67元",
    "４５",
    "😀",
    "\u3000",
    "a",
    "B",
    "$100",
    "okay",
    "pay",
    "friday",
    "don't",
]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=12).map("".join) | st.text(max_size=40)
CLOCK = st.none() | st.floats(0, 20000, allow_nan=False)
TURNS = st.lists(st.tuples(st.sampled_from(["agent", "party"]), TEXTS, CLOCK, CLOCK), max_size=14)


@settings(max_examples=150, deadline=None)
@given(
    TURNS,
    st.sampled_from(["zh", "en"]),
    st.sampled_from(["debtor", "third_party", "guarantor", "unknown"]),
)
def test_every_call_gets_a_report(rows, lang, role):
    """No words, order or clock stop a report; quotations are exact and the same call gives the same report."""
    turns = tuple(Turn(k, who, text, t0, t1) for k, (who, text, t0, t1) in enumerate(rows))
    context = Context(
        role, lender="远山银行", debtor_name="陈一帆", due_cents=350000, past_due_cents=100000
    )
    call = Call("any", lang, AS_OF, context, turns)
    report = inspect_call(call)
    assert report == inspect_call(call)
    assert 0 <= report.score.points <= 100
    for finding in report.findings:
        assert finding.quote == call.turns[finding.turn].text[finding.start : finding.end]
    assert all(turn is None or 0 <= turn < len(turns) for turn in report.steps.values())
