"""A finding names the law of the call's place, in the reader's language."""

from __future__ import annotations

import re

import pytest

from shounuo.inspection.citations import cited
from shounuo.inspection.registry import all_detectors

CHINESE = re.compile("[一-鿿①-⑨]")


@pytest.mark.parametrize("place", ["CN", "US"])
def test_no_citation_holds_chinese_in_english(place: str) -> None:
    """Whatever any detector cites, in China and in the United States."""
    told = [found for one in all_detectors() if (found := cited(one.citation, place))]
    assert len(told) > 20
    assert [one.en for one in told if CHINESE.search(one.en)] == []


@pytest.mark.parametrize(
    ("citation", "place", "zh", "en"),
    [
        (
            "CBA 指引 禁止言行②⑤; 民法典 1033; 12 CFR 1006.14(d)–(e)",
            "CN",
            "CBA 指引 禁止言行②⑤；民法典 1033",
            "CBA collection guideline, prohibited conduct 2, 5; Civil Code art. 1033",
        ),
        ("CBA 指引; 12 CFR 1006.100(b)", "US", "12 CFR 1006.100(b)", "12 CFR 1006.100(b)"),
        (
            "GB/T 45251-2025 虚假金额 / 12 CFR 1006.18(b)(2)(i)",
            "CN",
            "GB/T 45251-2025 虚假金额",
            "GB/T 45251-2025, false amounts",
        ),
        (
            "民法典 188/192/195; 12 CFR 1006.26(b)",
            "CN",
            "民法典 188/192/195",
            "Civil Code art. 188, 192, 195",
        ),
    ],
)
def test_the_law_of_the_place_by_its_name(citation: str, place: str, zh: str, en: str) -> None:
    """The other place's law is left out."""
    found = cited(citation, place)
    assert found is not None
    assert (found.zh, found.en) == (zh, en)


@pytest.mark.parametrize(
    ("citation", "place"),
    [("信用卡办法 70", "US"), ("12 CFR 1006.18(e)(1)–(2)", "CN"), ("信用卡办法 70", "SG")],
)
def test_where_the_place_has_no_such_law_none_is_told(citation: str, place: str) -> None:
    """The Credit Card Measures bind no lender in the United States, the federal rules none in China."""
    assert cited(citation, place) is None


def test_house_quality_cites_nothing() -> None:
    assert cited("", "CN") is None
