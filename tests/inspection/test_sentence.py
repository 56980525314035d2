"""One sentence, judged in its context."""

import pytest

from inspection.dialogue import CONTEXT
from shounuo.inspection.model import Context
from shounuo.inspection.sentence import inspect_sentence


def codes(text: str, **context: object) -> set[str]:
    return {f.code for f in inspect_sentence(text, Context(**{**CONTEXT, **context}))}


@pytest.mark.parametrize(
    ("text", "role", "code"),
    [
        ("他外头的账拖了两个多月了", "third_party", "DISCLOSE_TO_THIRD_PARTY"),
        ("再不处理我就叫几个兄弟去你家坐坐", "debtor", "THREAT"),
        ("明天一早公安就上门抓人", "debtor", "FALSE_CONSEQUENCE"),
    ],
)
def test_a_sentence_can_breach_by_itself(text: str, role: str, code: str) -> None:
    """Disclosure, threat and invented consequence are found without a call around them."""
    assert code in codes(text, callee_role=role)


def test_the_same_words_are_lawful_to_the_one_who_owes() -> None:
    """What is a disclosure to a third party is only a fact to the customer."""
    assert codes("您的贷款逾期三十五天了") == set()
    assert codes("他的贷款逾期三十五天了", callee_role="third_party") == {"DISCLOSE_TO_THIRD_PARTY"}


def test_nothing_is_found_in_silence() -> None:
    """An empty sentence has no finding."""
    assert inspect_sentence("  ", Context()) == []
