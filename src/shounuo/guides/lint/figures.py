"""Figures and days come from the case: a typed amount or date would be somebody else's."""

from __future__ import annotations

import re
from collections.abc import Iterable

from shounuo.domain.heard import hear, lenders
from shounuo.guides.faults import fault
from shounuo.guides.model import Guide
from shounuo.guides.placeholders import BLANK
from shounuo.kernel.errors import Problem

# Public lines of help and complaint; the only numbers a guide may write out.
PUBLIC_LINES = frozenset(
    {"12356", "12378", "12363", "12345", "12348", "110", "119", "120", "988", "911"}
)
_DIGITS = re.compile(r"\d[\d,.\-/]*\d|\d")
_NAMED_DAY = re.compile(
    r"月|号(?!码)|日(?!期)|\d|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b",
    re.IGNORECASE,
)


def check(guide: Guide) -> Iterable[Problem]:
    """Amounts, days, numbers and lenders' names that were typed instead of filled in."""
    for name, step in guide.steps.items():
        for line in step.lines:
            for language in ("zh", "en"):
                typed = _typed(line.text[language], guide)
                if typed:
                    yield fault(
                        "typed_figure",
                        f"{guide.id}/{name}/{line.id}",
                        f"“{typed}”是手写进去的",
                        f"{typed!r} is typed in",
                        "用占位，从案件里取",
                        "use a placeholder: the fact comes from the case",
                    )
                    break


def _typed(text: str, guide: Guide) -> str:
    plain = BLANK.sub("某", text) if re.search("[一-鿿]", text) else BLANK.sub("X", text)
    for match in _DIGITS.finditer(plain):
        if match.group() not in PUBLIC_LINES:
            return match.group()
    heard = hear(plain, guide.effective_from)
    for amount in heard.amounts:
        if amount.span.text.strip() not in PUBLIC_LINES:
            return amount.span.text
    for day in heard.dates:
        if (
            day.resolved
            and _NAMED_DAY.search(day.span.text)
            and not re.search("月底|月末|个月", day.span.text)
        ):
            return day.span.text
    for number in heard.numbers:
        if number.kind == "percent" or (
            number.kind in ("phone", "card_tail", "year") and number.span.text not in PUBLIC_LINES
        ):
            return number.span.text
    named = lenders.find(plain, ())
    return named[0].span.text if named else ""
