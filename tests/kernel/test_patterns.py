"""A quick pattern matches what the plain one does, where the plain one does."""

import importlib
import re
import sys
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shounuo.kernel import patterns
from shounuo.kernel.patterns import quick_pattern

PIECES = st.sampled_from(
    [
        r"a",
        r"b",
        r"还",
        r"[ab]",
        r"[^a]",
        r".",
        r"\d",
        r"\b",
        r"^",
        r"$",
        r"a?",
        r"(?:ab|还)",
        r"(a|b)",
        r"(?<!a)",
        r"(?=b)",
        r"b{2,3}",
        r"(?:a|)",
        r"[\d-]",
    ]
)
SOURCES = st.lists(st.lists(PIECES, min_size=1, max_size=4).map("".join), min_size=1, max_size=3)


@given(SOURCES.map("|".join), st.text("ab还1- \n", max_size=12))
def test_the_same_places_match(source: str, text: str) -> None:
    """With the same groups, whatever the pattern begins with."""
    quick, plain = quick_pattern(source).finditer(text), re.finditer(source, text)
    assert [(m.span(), m.groups()) for m in quick] == [(m.span(), m.groups()) for m in plain]


def test_the_first_characters_are_asked_first() -> None:
    assert quick_pattern("还款|(?:付|结)清").pattern == "(?=[付结还])(?:还款|(?:付|结)清)"


@pytest.mark.parametrize("source", ["还款", "还款|付清", "[还付]款"])
def test_what_re_knows_itself_stays(source: str) -> None:
    """It looks for plain words, a choice of them and a class by itself, and faster."""
    assert quick_pattern(source).pattern == source


@pytest.mark.parametrize("source", [".还", "[^还]款", "(?:还)?", "(?i)pay", "(?i:pay)", "还|"])
def test_where_they_cannot_be_told_the_pattern_stays(source: str) -> None:
    """Any character, all but one, none, or letters of either size."""
    assert quick_pattern(source).pattern == source


def test_either_size_of_a_letter_begins_where_size_is_ignored() -> None:
    assert quick_pattern("pay|sue", re.IGNORECASE).findall("Pay or SUE") == ["Pay", "SUE"]


@pytest.fixture
def re_built_otherwise(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A Python whose `re` has no parser where this one has it."""
    with monkeypatch.context() as patch:
        patch.delattr(re, "_parser")
        patch.setitem(sys.modules, "re._parser", None)
        patch.delitem(sys.modules, "shounuo.kernel.first_characters")
        importlib.reload(patterns)
        yield
    importlib.reload(patterns)


@pytest.mark.usefixtures("re_built_otherwise")
def test_where_re_is_built_otherwise_every_pattern_stays() -> None:
    """And matches what it did: only the speed leans on what `re` keeps to itself."""
    assert patterns.quick_pattern("还款|(?:付|结)清").pattern == "还款|(?:付|结)清"
