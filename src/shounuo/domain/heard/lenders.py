"""Lender names in a sentence: the registered name, its short form, what sounds like it, or the pattern.

A customer once heard another bank's name and paid nothing (P15), so sounding alike is told apart
from being the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from shounuo.domain.heard.items import HeardLender, Span

_SUFFIX = re.compile("(?:股份)?有限(?:责任)?公司(?:.{2,6}分行)?$|信用卡中心$|分行$|支行$")
_KIND = r"(?:银行(?:股份有限公司)?(?:信用卡中心)?|消费金融(?:有限公司|股份有限公司|公司)?|小额贷款(?:有限公司|公司)|小贷(?:公司)?|汽车金融(?:有限公司|公司)?)"
_STOP = "的是和与在您你我他她到这那贵们给向从把对您去来说有委托受由叫打跟找还了吧啊呢吗请问这边里边就行用"
_PATTERN = re.compile(rf"(?P<name>[^\W\d_{_STOP}]{{2,6}}?){_KIND}")
_NOT_NAMES = frozenset(
    {
        "网上",
        "手机",
        "其他",
        "别的",
        "开户",
        "任何",
        "一家",
        "哪个",
        "哪家",
        "什么",
        "电话",
        "正规",
        "持牌",
        "商业",
        "各家",
        "多家",
        "中国人民",
    }
)
_ENGLISH = re.compile(
    r"\b(?:[A-Z][\w'&.]*\s+(?:&\s+|of\s+|and\s+)?){1,4}(?:Bank(?:\s*,?\s*N\.A\.)?|Credit Union|Finance|Financial|Credit|Lending|Loans|Capital)\b"
)
# Sounds that a bad line or a southern accent does not keep apart.
_FOLD = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ang", "an"), ("eng", "en"), ("ing", "in"))


@lru_cache(maxsize=65536)
def _sound(char: str) -> str:
    if not "一" <= char <= "鿿":
        return char.lower()
    from pypinyin import lazy_pinyin

    sound: str = lazy_pinyin(char)[0]
    for full, plain in _FOLD:
        sound = sound.replace(full, plain)
    return "l" + sound[1:] if sound.startswith("n") else sound


def sounds(text: str) -> list[str]:
    """Toneless pinyin of each character, with zh/z, n/l, -ng/-n folded together."""
    return [_sound(char) for char in text]


@lru_cache(maxsize=4096)
def short_name(name: str) -> str:
    """泽沃消费金融有限公司 → 泽沃消费金融; 朔风银行信用卡中心 → 朔风银行."""
    previous = ""
    while name != previous:
        previous, name = name, _SUFFIX.sub("", name).strip() or name
    return name


def find(text: str, known: Sequence[str]) -> list[HeardLender]:
    """Names in order; the longest reading of each place wins, the known list before the pattern."""
    found: list[HeardLender] = []
    for name in sorted(set(known), key=len, reverse=True):
        for form, how, confidence in ((name, "exact", 1.0), (short_name(name), "short", 0.9)):
            for match in re.finditer(re.escape(form), text, re.IGNORECASE if form.isascii() else 0):
                _add(found, HeardLender(Span(*match.span(), match.group()), name, how, confidence))  # type: ignore[arg-type]
    for item in _alike(text, known):
        _add(found, item)
    for item in _by_pattern(text):
        _add(found, item)
    return sorted(found, key=lambda item: item.span.start)


def _add(found: list[HeardLender], item: HeardLender) -> None:
    if all(item.span.end <= old.span.start or old.span.end <= item.span.start for old in found):
        found.append(item)


def _alike(text: str, known: Sequence[str]) -> list[HeardLender]:
    chinese = [name for name in known if not name.isascii()]
    if not chinese or not text:
        return []
    heard, found = sounds(text), []
    for name in chinese:
        for form in dict.fromkeys((name, short_name(name))):
            wanted = sounds(form)
            size = len(wanted)
            for start in range(len(heard) - size + 1):
                if heard[start : start + size] == wanted and text[start : start + size] != form:
                    span = Span(start, start + size, text[start : start + size])
                    found.append(HeardLender(span, name, "sound_alike", 0.7))
    return found


def _by_pattern(text: str) -> list[HeardLender]:
    found = []
    for pattern in (_PATTERN, _ENGLISH):
        for match in pattern.finditer(text):
            if pattern is _PATTERN and match["name"] in _NOT_NAMES:
                continue
            found.append(
                HeardLender(Span(*match.span(), match.group()), match.group(), "pattern", 0.6)
            )
    return found
