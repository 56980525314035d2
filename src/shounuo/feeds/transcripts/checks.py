"""Faults of a transcript that do not stop it from being read, each told plainly; and those that do."""

from __future__ import annotations

import re

from shounuo.inspection.doubt import doubtful
from shounuo.inspection.model import Call
from shounuo.kernel.errors import Problem
from shounuo.kernel.text import Text

_CHINESE = re.compile("[一-鿿]")
_LATIN = re.compile("[A-Za-z]")
_FOREIGN = re.compile("[぀-ヿ가-힯Ѐ-ӿ؀-ۿ฀-๿]")
OVERLAP_S = 5.0
LONG_S = 3 * 3600.0


def language_of(text: str) -> str | None:
    """zh or en by its letters; None when it is mostly neither."""
    chinese, latin, foreign = (len(p.findall(text)) for p in (_CHINESE, _LATIN, _FOREIGN))
    if foreign > chinese + latin:
        return None
    if not chinese and not latin:
        return "zh"
    return "zh" if chinese * 4 >= latin else "en"


def refusal(call: Call) -> Problem | None:
    """Why this call cannot be inspected at all; None when it can."""
    said = "".join(turn.text for turn in call.turns)
    if not said.strip():
        return _problem(
            call,
            "transcript_empty",
            Text("没有任何话语", "nothing was said"),
            Text("请核对录音是否为空", "check that the recording is not empty"),
        )
    found = language_of(said)
    if found is None or found != call.lang[:2]:
        return _problem(
            call,
            "wrong_language",
            Text(f"标为 {call.lang}，话语却不是", f"marked {call.lang}, but the words are not"),
            Text(
                "改正语言标记；只读中文和英文",
                "correct the language mark; Chinese and English are read",
            ),
        )
    return None


def notes(call: Call) -> list[Problem]:
    """Faults in the clock: the call is read, measures by clock leave these turns out."""
    out = [_parted(call)] if any(turn.sure is not None for turn in call.turns) else []
    untimed = [t.i for t in call.turns if t.t0 is None or t.t1 is None]
    backwards = [t.i for t in call.turns if t.t0 is not None and t.t1 is not None and t.t1 < t.t0]
    if untimed:
        out.append(
            _problem(
                call,
                "times_missing",
                Text(f"{len(untimed)} 句没有时间", f"{len(untimed)} turns have no times"),
                _MEASURES,
            )
        )
    if backwards:
        out.append(
            _problem(
                call,
                "times_backwards",
                Text(f"第 {backwards} 句结束早于开始", f"turns {backwards} end before they begin"),
                _MEASURES,
            )
        )
    if overlapping := _overlapping(call):
        out.append(
            _problem(
                call,
                "times_overlap",
                Text(
                    f"第 {overlapping} 句与前一句重叠过长",
                    f"turns {overlapping} overlap the one before for long",
                ),
                _MEASURES,
            )
        )
    if (call.turns[-1].t1 or 0.0) >= LONG_S:
        out.append(
            _problem(
                call,
                "very_long",
                Text("通话超过三小时", "longer than three hours"),
                Text("核对是否漏切分", "check that the recording was cut into calls"),
            )
        )
    return out


def _parted(call: Call) -> Problem:
    unsure = [turn.i for turn in call.turns if doubtful(turn)]
    places = (
        Text(f"，不确定的句：{unsure}", f"; unsure turns: {unsure}") if unsure else Text("", "")
    )
    return _problem(
        call,
        "parted_by_words",
        Text(
            f"{PARTED}，可能有误{places.zh}",
            f"who spoke was told by words and may be wrong{places.en}",
        ),
        Text("判定前请听录音", "listen before deciding"),
    )


PARTED = "说话人按词句区分"  # a page that says so itself knows the note by these words
_MEASURES = Text(
    "已照常检查；时长类指标不计这些句",
    "inspected as usual; measures by clock leave these turns out",
)


def _overlapping(call: Call) -> list[int]:
    pairs = zip(call.turns, call.turns[1:], strict=False)
    return [
        b.i for a, b in pairs if a.t1 is not None and b.t0 is not None and a.t1 - b.t0 > OVERLAP_S
    ]


def _problem(call: Call, code: str, what: Text, next_step: Text) -> Problem:
    return Problem(code, what, record=call.id, next_step=next_step)
