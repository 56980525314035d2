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
_STOP = "以不先要看的是和与在您你我他她到这那贵们给向从把对您去来说有委托受由叫打跟找还了吧啊呢吗请问这边里边就行用替能会请"
_PATTERN = re.compile(rf"(?P<name>[^\W\d_{_STOP}]{{2,6}}?){_KIND}")
_NOT_NAMES = tuple(
    {
        "自己",
        "发卡",
        "放款",
        "所属",
        "合作",
        "原来",
        "两家",
        "几家",
        "别家",
        "国有",
        "现在",
        "一下",
        "知道",
        "以后",
        "之后",
        "或者",
        "直接",
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
    r"\b(?!(?:The|Your|Our|My|Any|Another|Which|Each|This|That|A)\s+(?:Bank|Credit|Loans?)\b)(?:[A-Z][\w'&.]*\s+(?:&\s+|of\s+|and\s+)?){1,4}(?:Bank(?:\s*,?\s*N\.A\.)?|Credit Union|Finance|Financial|Credit|Lending|Loans|Capital)\b(?! Protection)"
)
_HINT = re.compile("银行|金融|贷")
_ENGLISH_HINT = re.compile("Bank|Union|Financ|Credit|Lend|Loan|Capital")
# Sounds that a bad line or a southern accent does not keep apart.
_FOLD = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ang", "an"), ("eng", "en"), ("ing", "in"))


class _Sounds(dict[int, int]):
    """Code point -> a code point standing for its sound, learned as characters come (`str.translate`)."""

    def __init__(self) -> None:
        super().__init__()
        self._codes: dict[str, int] = {}

    def __missing__(self, code: int) -> int:
        sound = _sound(chr(code))
        self[code] = self._codes.setdefault(sound, 0xF0000 + len(self._codes))
        return self[code]


def _sound(char: str) -> str:
    if not "一" <= char <= "鿿":
        return char.lower()
    from pypinyin import lazy_pinyin  # slow to load, and only wanted when names are given

    sound: str = lazy_pinyin(char)[0]
    for full, plain in _FOLD:
        sound = sound.replace(full, plain)
    return "l" + sound[1:] if sound.startswith("n") else sound


_SOUNDS = _Sounds()


@lru_cache(maxsize=8192)
def _name_sounds(name: str) -> str:
    return name.translate(_SOUNDS)


@lru_cache(maxsize=4096)
def short_name(name: str) -> str:
    """泽沃消费金融有限公司 → 泽沃消费金融; 朔风银行信用卡中心 → 朔风银行."""
    previous = ""
    while name != previous:
        previous, name = name, _SUFFIX.sub("", name).strip() or name
    return name


@lru_cache(maxsize=8192)
def _form(form: str) -> re.Pattern[str]:
    return re.compile(re.escape(form), re.IGNORECASE if form.isascii() else 0)


def find(text: str, known: Sequence[str]) -> list[HeardLender]:
    """Names in order; the longest reading of each place wins, the known list before the pattern."""
    found: list[HeardLender] = []
    for name in sorted(set(known), key=len, reverse=True):
        for form, how, confidence in ((name, "exact", 1.0), (short_name(name), "short", 0.9)):
            for match in _form(form).finditer(text):
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
    if not chinese:
        return []
    heard, found = text.translate(_SOUNDS), []
    for name in chinese:
        for form in dict.fromkeys((name, short_name(name))):
            start = heard.find(_name_sounds(form))
            while start >= 0:
                words = text[start : start + len(form)]
                if words != form:
                    span = Span(start, start + len(form), words)
                    found.append(HeardLender(span, name, "sound_alike", 0.7))
                start = heard.find(_name_sounds(form), start + 1)
    return found


def _by_pattern(text: str) -> list[HeardLender]:
    found = []
    for pattern, hint in ((_PATTERN, _HINT), (_ENGLISH, _ENGLISH_HINT)):
        if not hint.search(text):
            continue
        for match in pattern.finditer(text):
            if pattern is _PATTERN and match["name"].endswith(_NOT_NAMES):
                continue
            found.append(
                HeardLender(Span(*match.span(), match.group()), match.group(), "pattern", 0.6)
            )
    return found
