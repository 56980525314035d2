"""A house learns the second reading from its own labelled calls."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from pathlib import Path

import pytest

from shounuo.inspection.steps.done import STEPS
from shounuo.inspection.weighing import clues
from shounuo.inspection.weighing.ending import by_words, hints
from shounuo.inspection.weighing.ending_clues import CODES as CODES_OF_ENDINGS
from shounuo.inspection.weighing.ending_clues import ending_row
from shounuo.inspection.weighing.model import parse_whole, parse_words
from shounuo.inspection.weighing.opinion import parse_opinions
from shounuo.inspection.weighing.promised import TOLD
from shounuo.inspection.weighing.ways import WAYS
from shounuo.lab.labelled_calls import CALLS, heard, labelled, of_language, read_calls
from shounuo.lab.learn_calls import learn
from shounuo.lab.learn_endings import learn_endings
from shounuo.lab.learn_promises import judged, learn_promises
from shounuo.lab.learn_steps import learn_steps
from shounuo.lab.learn_ways import judged as judged_ways
from shounuo.lab.learn_ways import learn_ways, paid
from shounuo.lab.learn_whole import ALONE, CODES, STANDS, TOGETHER, learn_whole


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twenty calls of each of two writers."""
    own = tmp_path_factory.mktemp("calls")
    for name in ("z5-1.jsonl", "z6-1.jsonl"):
        shutil.copy(CALLS / name, own / name)
    return own


def test_the_files_learned_are_those_that_are_read(folder: Path) -> None:
    taught = read_calls(folder)
    assert len(taught) == 40
    words, given = learn(taught, [], "zh")
    assert parse_words(words).codes == CODES
    told = parse_whole(learn_whole([given, given]))
    assert (told.stands, told.alone, told.together) == (STANDS, ALONE, TOGETHER)
    assert told.trees.clue.max() < len(clues.NAMES)


def test_steps_are_learned_by_their_names(folder: Path) -> None:
    said, first = learn_steps(folder, "zh")
    assert parse_words(said).codes == STEPS
    opinions = parse_opinions(first)
    assert {"ask_payment", "verify_identity", "close"} <= set(opinions)


def test_endings_are_learned_for_one_language_and_judged_by_what_is_no_word(folder: Path) -> None:
    """Every code has its words; only those that enough calls end in have an opinion, over the clues that are read."""
    said, opinions = learn_endings(heard(folder), ["zh"])
    assert parse_words(said["zh"]).codes == CODES_OF_ENDINGS
    learned = parse_opinions(opinions)
    assert {"PTP"} <= set(learned) <= set(CODES_OF_ENDINGS)
    reading = next(reading for _, reading, _ in labelled(folder))
    row = ending_row(reading, by_words(reading), hints(reading))
    assert all(opinion.weights.shape == row.shape for opinion in learned.values())


def test_whether_a_promise_was_made_is_learned_and_judged_by_strangers(folder: Path) -> None:
    """Two codes; every call is counted once for the rules and once for the choice its writer did not teach."""
    calls = of_language(heard(folder), "zh")
    assert parse_words(learn_promises(calls)).codes == TOLD
    assert [counts.total() for counts in judged(calls).values()] == [40, 40]


def test_how_a_promise_is_paid_is_learned_and_judged_by_strangers(folder: Path) -> None:
    """Eight promises of two writers: the rules know all their ways, what four of another writer teach six of them."""
    promises = paid(heard(folder), "zh")
    assert parse_words(learn_ways(promises)).codes == WAYS
    many, ruled, learned = judged_ways(promises)
    assert many == len(promises) == ruled == 8
    assert learned >= 6


def test_talks_beside_the_calls_teach_what_was_agreed_and_nothing_else(tmp_path: Path) -> None:
    """They count as heard, not as whole: faults and steps are learned from whole calls alone."""
    calls = tmp_path / "calls"
    calls.mkdir()
    shutil.copy(CALLS / "z5-1.jsonl", calls / "z5-1.jsonl")
    shutil.copytree(CALLS.parent / "talks", tmp_path / "talks")
    kinds = Counter((call.whole, bool(call.gold.steps)) for call in heard(calls))
    assert set(kinds) == {(True, True), (False, False)}
    assert kinds[True, True] == len(read_calls(calls)) == 20


def test_a_call_without_labels_is_named(tmp_path: Path) -> None:
    call = json.loads((CALLS / "z5-1.jsonl").read_text("utf-8").splitlines()[0])
    del call["gold"]
    (tmp_path / "own-1.jsonl").write_text(json.dumps(call), "utf-8")
    with pytest.raises(ValueError, match=f"own-1.jsonl: {call['id']} is not labelled"):
        read_calls(tmp_path)
