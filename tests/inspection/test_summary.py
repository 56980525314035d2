"""The one sentence of a call speaks in the catalogue's names."""

from __future__ import annotations

import pytest

from shounuo.domain.disposition.catalogue import Code, catalogue
from shounuo.inspection.model import SpokenPromise
from shounuo.inspection.summary import sentence


@pytest.mark.parametrize("code", ["NO_MONEY", "VULNERABLE", "MESSAGE_LEFT", "WRONG_PERSON"])
def test_an_ending_has_the_name_the_collector_picks(code: str) -> None:
    told, name = sentence(code, None, "CNY", []), catalogue()[Code(code)].name
    assert (told.zh, told.en) == (f"{name.zh}；合规。", f"{name.en}; lawful.")


def test_terms_and_faults_are_told() -> None:
    told = sentence("PTP", SpokenPromise(123456, None, "app", True), "CNY", ["THREAT", "THREAT"])
    assert told.zh == "承诺还款 1,234.56；发现：威胁恐吓×2。"
    assert told.en == "Promise to pay 1,234.56; found: threat ×2."


def test_a_proper_name_keeps_its_capitals() -> None:
    told = sentence("NO_MONEY", None, "USD", ["MISSING_US_DISCLOSURE", "IGNORE_DISPUTE"])
    assert told.en == "No money; found: United States disclosure missing, dispute ignored."


def test_a_call_of_no_words_says_so() -> None:
    assert sentence(None, None, "CNY", []).zh == "无通话内容；合规。"
