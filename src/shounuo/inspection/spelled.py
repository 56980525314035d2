"""Where a name stands in a text, without a pattern: names differ from call to call, and to compile one costs a hundred searches."""

from __future__ import annotations

from collections.abc import Iterator


def stretches(name: str, text: str) -> Iterator[tuple[int, int]]:
    """Every place of `name` in `text`, as `re.finditer` gives them."""
    at = text.find(name) if name else -1
    while at >= 0:
        yield at, at + len(name)
        at = text.find(name, at + len(name))


def whole_words(name: str, text: str) -> Iterator[tuple[int, int]]:
    r"""Those between two word boundaries (`\b`)."""
    at = text.find(name) if name else -1
    while at >= 0:
        end = at + len(name)
        if _parted(text, at) and _parted(text, end):
            yield at, end
        else:
            end = at + 1
        at = text.find(name, end)


def _parted(text: str, at: int) -> bool:
    """Of the two characters that meet at `at`, just one is of a word."""
    return _of_a_word(text[at - 1 : at]) != _of_a_word(text[at : at + 1])


def _of_a_word(character: str) -> bool:
    return character.isalnum() or character == "_"
