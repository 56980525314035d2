"""A third party's own dealings are no disclosure of the debt of the one sought; the debt itself is."""

from __future__ import annotations

import pytest

from inspection.dialogue import reading
from shounuo.inspection.model import ThirdParty
from shounuo.inspection.registry import find_all


def codes(said: str, lang: str) -> set[str]:
    party = ThirdParty(relation="coworker", name="Bob Ames")
    read = reading(f"A: {said}", lang, callee_role="third_party", third_party=party)
    return {found.code for found in find_all(read)}


@pytest.mark.parametrize(
    ("said", "lang"),
    [
        ("If anybody rings about your own loan and wants a fee up front, hang up.", "en"),
        ("Your own loan is with some other bank, I take it?", "en"),
        ("您自己办贷款的时候多留个心眼。", "zh"),
    ],
)
def test_what_is_the_hearers_own_discloses_nothing(said: str, lang: str) -> None:
    assert "DISCLOSE_TO_THIRD_PARTY" not in codes(said, lang)


@pytest.mark.parametrize(
    ("said", "lang"),
    [("Tell him his loan is three months behind.", "en"), ("他的贷款三个月没还了。", "zh")],
)
def test_the_debt_of_the_one_sought_discloses(said: str, lang: str) -> None:
    assert "DISCLOSE_TO_THIRD_PARTY" in codes(said, lang)
