"""Under what roof a stretch of speech stands: negated, conditional, reported, warned against.

Reads flat text around a match. It looks back only to the start of the clause, since a negation in the last
sentence does not deny this one. It refuses to decide what the words mean: that is the detector's part.
"""

from __future__ import annotations

from dataclasses import dataclass

from shounuo.inspection.flat import Flat
from shounuo.kernel.patterns import quick_pattern

# A negated duty (不还, 再不处理) is a condition, not a denial of what follows.
_DUTY = r"(?!还|换|处理|接|解决|配合|露面|交[^易]|给钱|出来|管|结|付|理|回|来|履行|按|及时|尽快|清|出面|知道|好意思|过|光|仅|但|止|同意|合作|当)"
_NEGATED = quick_pattern(
    rf"(?:不会|不是|并非|并不|不能|不可能|不可以|不允许|不许|不得|不存在|不涉及|不代表|不等于|不用|不需要|不必|无需|不至于|绝不|从不|决不|没有|没说|没|未|无权|谈不上|别|勿|禁止|严禁|不{_DUTY})"
)
_NOT_NEGATION = quick_pattern(
    r"(.)不\1|是不是|要不要|能不能|会不会|有没有|可不可以|好不好|行不行|对不对|不是吗|没准|没法|别人|别的|区别|特别|分别|级别|不行就|别怪|别想|未来"
)
_CONDITION = quick_pattern(
    r"如果|要是|假如|假设|一旦|倘若|若是|万一|的话|再不|还不|不然|否则|除非|不.{0,6}就"
)
_REPORT = quick_pattern(
    r"(?:您|你|客户|他|她|对方|别人|人家|有人|他们|那边|上次|之前|上一个|别的公司|其他公司|骗子)(?:刚才|刚刚|是)?(?:说|讲|提到|反映|反应|投诉|自称|告诉)|听(?:人)?说|网上说|所谓"
)
_WARN = quick_pattern(
    r"(?:不要|别|勿|请勿|千万别|谨防|小心|当心|警惕|防止|不能|不可)(?:再)?(?:去|把|给|向|跟|相信|听|碰|点|转|借|信)|谨防|警惕|小心|诈骗分子|骗子"
)
_EN_NEGATED = quick_pattern(
    r"\b(?:not|n't|never|no|won't|can't|cannot|don't|doesn't|isn't|aren't|wouldn't|without|neither|nor|nobody|nothing)\b|n't\b"
)
_EN_CONDITION = quick_pattern(r"\b(?:if|unless|in case|otherwise|once|should you)\b")
_EN_REPORT = quick_pattern(
    r"\b(?:you|he|she|they|someone|somebody|people|caller|another \w+) (?:just )?(?:said|say|says|told|mentioned|reported|claimed|called)\b|\bso-called\b"
)
_EN_WARN = quick_pattern(
    r"\b(?:don't|do not|never|please don't|avoid|beware|be careful|watch out|anyone (?:who )?ask)\b"
)


@dataclass(frozen=True, slots=True)
class Scope:
    """Flags for one match; several can hold."""

    negated: bool
    conditional: bool
    reported: bool
    warned: bool

    @property
    def asserted(self) -> bool:
        """Said as the speaker's own claim: not denied, not reported, not warned against."""
        return not (self.negated or self.reported or self.warned)


def clause_start(flat: Flat, at: int) -> int:
    """Offset where the clause holding `at` begins, by punctuation (0 when there is none before)."""
    return max((b for b in flat.breaks if b <= at), default=0)


def clause_end(flat: Flat, at: int) -> int:
    return min((b for b in flat.breaks if b >= at), default=len(flat.text))


def scope_of(flat: Flat, start: int, end: int, lang: str) -> Scope:
    """The scope of `flat.text[start:end]`."""
    return _english(flat, start, end) if lang.startswith("en") else _chinese(flat, start, end)


def _near(flat: Flat, start: int, reach: int) -> str:
    """Up to `reach` characters before `start`, inside the clause."""
    return flat.text[max(clause_start(flat, start), start - reach) : start]


def _chinese(flat: Flat, start: int, end: int) -> Scope:
    # 没还够的话会上报: what is denied there is the condition.
    before = _near(flat, start, 10).rpartition("的话")[2]
    wide = flat.text[max(0, start - 24) : end]
    return Scope(
        negated=bool(_NEGATED.search(_NOT_NEGATION.sub("〇", before))),
        conditional=bool(_CONDITION.search(wide)),
        reported=bool(_REPORT.search(flat.text[max(0, start - 16) : start])),
        warned=bool(_WARN.search(flat.text[max(clause_start(flat, start), start - 12) : start])),
    )


def _english(flat: Flat, start: int, end: int) -> Scope:
    before = _near(flat, start, 28)
    wide = flat.text[max(0, start - 70) : end]
    return Scope(
        negated=bool(_EN_NEGATED.search(before)),
        conditional=bool(_EN_CONDITION.search(wide)),
        reported=bool(_EN_REPORT.search(flat.text[max(0, start - 45) : start])),
        warned=bool(_EN_WARN.search(before)),
    )
