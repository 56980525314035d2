"""Of two payments named in one breath, the first."""

from __future__ import annotations

from shounuo.domain.heard import HeardAmount, HeardDate
from shounuo.inspection.agreement.the_rest import REST
from shounuo.kernel.patterns import quick_pattern

# 五号三万，剩下的十二月再转: two payments, of which the nearer is the promise.
_REST = quick_pattern(
    r"另外的|(?<=[号日底初天])再(?:转|还|打|搞|补|存|付|交|给|一笔|来)|\b(?:and )?(?:then )?the (?:rest|other|remaining|remainder|second (?:one|half))\b|\banother\b|\band the (?=\$?\d|(?:an?|one|two|three|four|five|six|seven|eight|nine|\w+teen|\w+ty) )|\bmore the\b|"
    + REST
)


def first_payment(
    text: str, amounts: list[HeardAmount], days: list[HeardDate]
) -> tuple[list[HeardAmount], list[HeardDate]]:
    """What stands before the rest is spoken of; of two sums with two days, the first day with its own sum."""
    if not amounts and not days:
        return amounts, days
    for rest in _REST.finditer(text.lower()):
        cut = max((d.span.start for d in days if d.span.end == rest.start()), default=rest.start())
        sums = [a for a in amounts if a.span.end <= cut]
        early = [d for d in days if d.span.end <= cut]
        if sums or (early and not amounts and len(early) < len(days)):
            amounts, days = sums, early
            break
    distinct = len({d.day for d in days}) > 1 and len(amounts) > 1
    return _first_pair(text, amounts, days) if distinct else (amounts, days)


def _first_pair(
    text: str, amounts: list[HeardAmount], days: list[HeardDate]
) -> tuple[list[HeardAmount], list[HeardDate]]:
    """十一月十五号三万，十二月十五号三万五: the first day with the sum beside it."""
    first, second = days[0], next(d for d in days if d.day != days[0].day)
    before = [a for a in amounts if a.span.end <= first.span.start]
    between = [a for a in amounts if first.span.end <= a.span.start < second.span.start]
    after = [a for a in amounts if a.span.end > second.span.end]
    if between and after:  # 六千三百六，明天三千，后天三千: the debt was said first
        return between[:1], [first]
    if before and not between:
        return before[-1:], [first]
    # 五号两千，八百那笔十六号: the first sum is the first day's.
    if not before and len(between) > 1:
        return between[:1], [first]
    if before and between:
        return before[-1:], [first]
    return amounts, days
