"""Labelled calls to learn from, in the house form, one file a writer and lot: `NAME-1.jsonl`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from shounuo.inspection.evaluation.gold import Gold
from shounuo.inspection.frames.compile import Language
from shounuo.inspection.house_form import gold_from, read_lines
from shounuo.inspection.model import Finding
from shounuo.inspection.reading import Reading
from shounuo.inspection.registry import find_all
from shounuo.inspection.weighing.evidence import Evidence, evidence, language_of
from shounuo.kernel.errors import Problem

CALLS = Path(str(resources.files("shounuo.lab") / "corpus" / "calls"))
TALKS = "talks"  # the folder beside those calls
# A call of a set in which most end in a promise counts for this much beside a whole call's 1, or too many are heard.
TALK_WEIGHT = 0.5
# Writers whose calls the detectors were mended on.
LOOKED_AT = frozenset(("e1", "e2", "z1", "z2"))
# Turns in which a piece must stand to tell anything.
LEAST_SEEN: dict[Language, int] = {"zh": 5, "en": 8}
FOLDS = 5


@dataclass(frozen=True)
class Taught:
    """One labelled call, read; `labels`: the codes at each of `turns`; `found`: what the detectors found."""

    writer: str
    turns: tuple[Evidence, ...]
    labels: tuple[frozenset[str], ...]
    found: dict[tuple[str, int], Finding]
    language: Language


@dataclass(frozen=True)
class Heard:
    """A labelled call; `whole`: its faults and steps are labelled too, not only what was agreed and how it ended."""

    writer: str
    reading: Reading
    gold: Gold
    whole: bool

    @property
    def code(self) -> str:
        return str(self.gold.disposition)

    @property
    def weight(self) -> float:
        return 1.0 if self.whole else TALK_WEIGHT


def heard(folder: Path = CALLS) -> list[Heard]:
    """Every call of a folder, then the talks beside it. Raises ValueError for one without labels."""
    talks = labelled(folder.parent / TALKS)
    return [Heard(*one, True) for one in labelled(folder)] + [Heard(*one, False) for one in talks]


def of_language(calls: Iterable[Heard], language: Language) -> list[Heard]:
    """Those of one language."""
    return [call for call in calls if language_of(call.reading) == language]


def labelled(folder: Path) -> Iterator[tuple[str, Reading, Gold]]:
    """(writer, reading, labels) of every call of a folder's JSONL files. Raises ValueError for one that has none."""
    for path in sorted(folder.glob("*.jsonl")):
        for item in read_lines(path.read_text("utf-8").splitlines()):
            if isinstance(item, Problem):
                raise ValueError(f"{path.name}: {item.line('en')}")
            raw, call = item
            gold = gold_from(raw)
            if gold is None or gold.disposition is None:
                raise ValueError(f"{path.name}: {call.id} is not labelled")
            yield path.stem.split("-")[0], Reading(call), gold


def read_calls(folder: Path) -> list[Taught]:
    """Every labelled call with what the detectors find in it. Raises ValueError for one without labels."""
    taught = []
    for writer, reading, gold in labelled(folder):
        at: dict[int, set[str]] = defaultdict(set)
        for label in gold.findings:
            at[label.turn].add(label.code)
        turns = tuple(evidence(reading))
        labels = tuple(frozenset(at[e.turn.turn.i]) for e in turns)
        found = {(f.code, f.turn): f for f in find_all(reading)}
        taught.append(Taught(writer, turns, labels, found, language_of(reading)))
    return taught


def folds(writers: Iterable[str]) -> dict[str, int]:
    """Each writer's fold: a writer is never on both sides."""
    return {writer: k % FOLDS for k, writer in enumerate(sorted(set(writers)))}
