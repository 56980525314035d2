"""Whose law a call stands under. Where nobody says, its language tells, and that is said to be assumed.

Nothing else is guessed from it: which agency or state, or whether the caller is a debt collector, stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from shounuo.inspection.line_faults import Unfit
from shounuo.kernel.text import Text

UNITED_STATES, MAINLAND = "US", "CN"
NAMES = {
    UNITED_STATES: Text("美国", "the United States"),
    MAINLAND: Text("中国大陆", "mainland China"),
}
_FORM = re.compile("[A-Z]{2}")
_CURRENCY = {UNITED_STATES: "USD"}


def place_said(context: Mapping[str, Any]) -> str | None:
    """The jurisdiction that a context of the house form names (US, CN, …), None when it names none.

    Unfit for what is no country of two letters: under USA or US-CA no law would be found, and no breach told.
    """
    given = context.get("jurisdiction")
    if not given:
        return None
    said: str = given.strip().upper()
    if not _FORM.fullmatch(said):
        raise Unfit(
            f"context 里的 jurisdiction {given!r} 不是两个字母的国家或地区代码（如 US、CN）",
            f"context: jurisdiction {given!r} is no country code of two letters (such as US, CN)",
        )
    return said


def place_by(lang: str) -> str:
    """The jurisdiction assumed of a call in this language."""
    return UNITED_STATES if lang.startswith("en") else MAINLAND


def currency_of(place: str) -> str:
    return _CURRENCY.get(place, "CNY")


def place_written(body: Mapping[str, Any]) -> str | None:
    """What a call that was taken long ago says of it, None when it says nothing that is a country; `body` in the house form.

    Calls were taken before a place had to be one, and must be read on.
    """
    try:
        return place_said(body.get("context") or {})
    except Unfit:
        return None


def place_of(body: Mapping[str, Any]) -> str:
    """Whose law a written call stands under, said or assumed."""
    return place_written(body) or place_by(body.get("lang") or "zh")
