"""Two calls in words: one with a threat, one calm."""

from __future__ import annotations

import json

from records.world import NOON

THREAT = "你再不还我就叫人上你家去，让你儿子在学校抬不起头"
BAD = [
    ("agent", "你好，这里是江海银行信用卡中心，通话有录音，请问是王建国先生吗？"),
    ("party", "是我。"),
    ("agent", THREAT),
    ("party", "你这是威胁我，我要投诉你。"),
]
GOOD = [
    ("agent", "你好，这里是江海银行信用卡中心，通话有录音，请问是王建国先生吗？"),
    ("party", "是的。"),
    ("agent", "您的信用卡已经逾期十二天，今天能处理吗？"),
    ("party", "我晚上还。"),
    ("agent", "好的，再见。"),
]


def turns(words: list[tuple[str, str]]) -> list[dict[str, object]]:
    return [
        {"i": n, "speaker": who, "text": text, "t0": n * 5.0, "t1": n * 5.0 + 4}
        for n, (who, text) in enumerate(words)
    ]


def call(ref: str, words: list[tuple[str, str]]) -> str:
    """A line of the house form."""
    body = {"id": ref, "lang": "zh", "as_of": NOON.isoformat(), "turns": turns(words)}
    return json.dumps(body, ensure_ascii=False)
