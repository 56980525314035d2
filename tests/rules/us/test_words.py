"""Every word a case may use is used by one, so that none is read without having been decided."""

from __future__ import annotations

import json
import re
from pathlib import Path

from shared_files import shared
from shounuo.feeds import us_case_words as words

CASES = Path(__file__).parents[1] / "cases" / "us"
DAY = re.compile(r"\d{4}-\d\d-\d\d(T.*)?$")
OWN = {
    "facts.events[].type": words.EVENTS,
    "facts.requests[].type": words.REQUESTS,
    "facts.calls[].exclusion": words.EXCLUSIONS,
}


def word(leaf) -> str:
    if leaf is None or isinstance(leaf, bool):
        return str(leaf)
    return "number" if isinstance(leaf, int) else "time" if DAY.match(leaf) else leaf


def walk(value, path: str, found: dict[str, set[str]]) -> None:
    if isinstance(value, dict):
        for key, item in value.items():
            walk(item, f"{path}.{key}", found)
    elif isinstance(value, list):
        for item in value:
            walk(item, f"{path}[]", found)
    else:
        found.setdefault(path, set()).add(word(value))


def used() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for path in CASES.glob("*.jsonl"):
        for line in path.read_text("utf-8").splitlines():
            walk(json.loads(line)["facts"], "facts", found)
    return found


def regulators_words() -> dict[str, set[str]]:
    """The keys and values of the larger set of cases, where it is at hand."""
    path = shared("compliance/us/vocabulary.json")
    told = json.loads(path.read_text("utf-8")) if path else {}
    return {
        key: {"time" if value.startswith("<") else value for value in values}
        for key, values in told.items()
        if key.startswith("facts.")
    }


def test_every_word_is_used_by_a_case_of_our_own():
    """No request, event, exclusion or regulator's word is without a case that says what it does."""
    found = used()
    wanted = [*OWN.items(), *regulators_words().items()]
    missing = {key: set(values) - found.get(key, set()) for key, values in wanted}
    assert {key: values for key, values in missing.items() if values} == {}
