"""Both languages say the same: each text there, in its own script, with the same blanks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from shounuo.guides.faults import fault
from shounuo.guides.model import Guide
from shounuo.guides.placeholders import named_in
from shounuo.kernel.errors import Problem
from shounuo.kernel.text import Text

_HAN = re.compile("[一-鿿]")
_LATIN = re.compile("[A-Za-z]{2,}")
_BLANKS = re.compile(r"\{[^{}]*\}")
# How much longer one language may be before something must be missing in the other: English letters and
# spaces to a Chinese character (shipped lines run from 1.8 to 5), with room for short courtesies.
_LEAST, _MOST = 1.2, 6.5
_ROOM_LEAST, _ROOM_MOST = 8, 25


def texts(guide: Guide) -> Iterator[tuple[str, Text, bool]]:
    """(place, text, is it said aloud) of everything a person reads."""
    yield f"{guide.id}/name", guide.name, False
    for timer in guide.timers:
        yield f"{guide.id}/timers/{timer.id}", timer.label, False
    for name, step in guide.steps.items():
        yield f"{guide.id}/{name}/name", step.name, False
        for line in step.lines:
            yield f"{guide.id}/{name}/{line.id}", line.text, True
        for branch in step.branches:
            yield f"{guide.id}/{name}/{branch.answer}", branch.label, False
        if step.note.zh or step.note.en:
            yield f"{guide.id}/{name}/note", step.note, False
        if step.end:
            yield f"{guide.id}/{name}/end", step.end.follow_up, False


def check(guide: Guide) -> Iterable[Problem]:
    """Missing languages, wrong scripts, blanks that differ, one side much shorter."""
    for language in ("zh", "en"):
        if language not in guide.languages:
            yield fault(
                "language_missing",
                guide.id,
                f"缺少语言 {language}",
                f"the language {language} is missing",
                "两种语言都要有",
                "both languages are needed",
            )
    for place, text, aloud in texts(guide):
        yield from _one(place, text, aloud)


def _one(place: str, text: Text, aloud: bool) -> Iterable[Problem]:
    for language, other in (("zh", "en"), ("en", "zh")):
        if not text[language] and (text[other] or aloud):
            yield fault(
                "language_missing",
                place,
                f"缺少 {language} 的文字",
                f"there is no {language} text",
                f"补上 {language}",
                f"add {language}",
            )
    if not (text.zh and text.en):
        return
    zh, en = _BLANKS.sub("", text.zh), _BLANKS.sub("", text.en)
    if not _HAN.search(zh) or _HAN.search(en):
        yield fault(
            "wrong_language",
            place,
            "两种语言的文字放错了",
            "the Chinese text has no Chinese, or the English has some",
            "zh 写中文，en 写英文",
            "Chinese under zh, English under en",
        )
        return
    if set(named_in(text.zh)) - {"honorific"} != set(named_in(text.en)) - {"honorific"}:
        both = f"zh {', '.join(named_in(text.zh)) or '-'}; en {', '.join(named_in(text.en)) or '-'}"
        yield fault(
            "blanks_differ",
            place,
            f"两种语言的占位不一致：{both}",
            f"the blanks differ: {both}",
            "两边说同样的事实",
            "say the same facts in both",
        )
    least, most = _LEAST * len(zh) - _ROOM_LEAST, _MOST * len(zh) + _ROOM_MOST
    if aloud and not least <= len(en) <= most:
        yield fault(
            "unbalanced",
            place,
            "两种语言长短悬殊，意思可能不全",
            "one language is far shorter than the other: something is missing",
            "两边说全同样的意思",
            "say the same in both",
        )
