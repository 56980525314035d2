"""Which law a finding stands on, in the reader's language: the law of the call's place, by its name.

A detector cites the places it serves in one line: parts divided by `;` or ` / `, the federal rules of the
United States as `12 CFR …`, those of China by the short names below.
"""

from __future__ import annotations

import re

from shounuo.inspection.place import MAINLAND, UNITED_STATES
from shounuo.kernel.text import Text

# Short Chinese name as detectors write it -> what English readers call it.
NAMES = {
    "CBA 指引": "CBA collection guideline",
    "信用卡办法": "Credit Card Measures art.",
    "民法典": "Civil Code art.",
    "刑法": "Criminal Law art.",
    "征信条例": "Credit Reporting Regulation art.",
    "个人信息保护法": "Personal Information Protection Law art.",
    "银行业保险业消费投诉处理管理办法": "Measures on Complaints against Banks and Insurers",
    " 禁止言行": ", prohibited conduct",
    " 告知规范": ", duty to inform",
    " 虚假金额": ", false amounts",
    "(一)": "(1)",
}
FEDERAL = ("12 CFR", "15 USC")
_PARTS = re.compile(r"; | / ")
_ARTICLES = re.compile(r"(?<=\d)/(?=\d)")
_ROUND = str.maketrans({number: f" {n}," for n, number in enumerate("①②③④⑤⑥⑦⑧⑨", 1)})


def of_place(citation: str, place: str) -> str:
    """The parts that hold in `place` (a jurisdiction: CN, US, …), as a detector writes them; none of another law."""
    return "; ".join(_own(citation, place))


def cited(citation: str, place: str) -> Text | None:
    """The parts that hold in `place`, in words; None where it has none: no law is told rather than another's."""
    own = _own(citation, place)
    return Text("；".join(own), "; ".join(_in_english(part) for part in own)) if own else None


def _own(citation: str, place: str) -> list[str]:
    parts = [part for part in _PARTS.split(citation) if part]
    return [p for p in parts if place == (UNITED_STATES if p.startswith(FEDERAL) else MAINLAND)]


def _in_english(part: str) -> str:
    for name, english in NAMES.items():
        part = part.replace(name, english)
    return _ARTICLES.sub(", ", part.translate(_ROUND).rstrip(",").replace("  ", " "))
