"""A name is found where a pattern compiled for it would find it."""

import re

from hypothesis import given
from hypothesis import strategies as st

from shounuo.inspection.spelled import stretches, whole_words

NAMES = st.text("ab'.n李 ", min_size=1, max_size=3)
TEXTS = st.text("ab'.n_李1 ", max_size=14)


@given(NAMES, TEXTS)
def test_stretches_are_those_of_the_escaped_name(name: str, text: str) -> None:
    """Every place, from left to right, none overlapping the one before it."""
    assert list(stretches(name, text)) == [m.span() for m in re.finditer(re.escape(name), text)]


@given(NAMES, TEXTS)
def test_whole_words_are_those_between_word_boundaries(name: str, text: str) -> None:
    r"""As `\b` around the escaped name finds them."""
    pattern = rf"\b{re.escape(name)}\b"
    assert list(whole_words(name, text)) == [m.span() for m in re.finditer(pattern, text)]


def test_no_name_stands_nowhere() -> None:
    """The empty name would else stand everywhere, without end."""
    assert [*stretches("", "李"), *whole_words("", "李")] == []
