"""Dates in an English sentence, relative to the day it was said; weeks begin on Monday."""

from __future__ import annotations

import re
from datetime import date

from shounuo.domain.heard.date_shapes_en import SCAN, SHAPES
from shounuo.domain.heard.days_en import MAKERS
from shounuo.domain.heard.items import HeardDate, Span

_LEAD = re.compile(
    r"\b(?P<q>by|before|no later than|until|till|on or before|after)\s+(?:the\s+)?$", re.IGNORECASE
)


def find(text: str, as_of: date) -> list[HeardDate]:
    """Every date in order; figures beside "days late" are none."""
    return [item for match in SCAN.finditer(text) if (item := _item(match, as_of)) is not None]


def _item(match: re.Match[str], as_of: date) -> HeardDate | None:
    kind = next(name for name, _ in SHAPES if match[name] is not None)
    made = MAKERS[kind](match, as_of)
    if made is None:
        return None
    qualifier = made.qualifier
    lead = _LEAD.search(match.string[max(0, match.start() - 24) : match.start()])
    if lead and qualifier == "on":
        qualifier = "after" if lead["q"].lower() == "after" else "by"
    return HeardDate(
        Span(match.start(), match.end(), match.group()),
        made.day,
        made.until,
        qualifier,
        made.approximate,
        made.confidence,
    )
