"""The weights of the second reading, learned by `shounuo.lab.learn_calls`, and the sums they are used in.

Two steps. The words: every code's log-odds at a turn from the pieces of what was said there, before, earlier and
after, and the facts of the case, by a logistic model. The whole: the probability of a code from those log-odds there
and around, the detectors' findings and the second ear, by boosted trees. Both were taught by labelled calls; the
second on turns whose writers the first had not been taught by, so that it knows how far to trust it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib import resources
from itertools import repeat
from typing import Any

import numpy as np

from shounuo.inspection.frames.compile import Language
from shounuo.inspection.learned.vocabulary import Numbers, cut, rows_of, table
from shounuo.inspection.weighing.evidence import Evidence
from shounuo.inspection.weighing.plain import placed_parts
from shounuo.inspection.weighing.trees import Floats, Trees, read_trees

# What a piece counts for by where it was said: at the turn, just before, earlier, just after; and a fact of the case.
OWN, BEFORE, EARLIER, AFTER, FACT = 2.0, 1.0, 0.7, 0.6, 0.5
PLACES = ("t:", "p:", "h:", "n:", "f:")  # how a feature of each begins, in the same order
_PLACE = 2  # characters of a feature that name its place
_HUNDREDTHS = 100
_TEXTS_KEPT, _FACTS_KEPT = 2048, 512  # a call holds some hundred texts, each in a few places


@dataclass(frozen=True, eq=False)
class Words:
    """`rows`: place (one of `PLACES`) and piece → row of `weights` [row, code]."""

    codes: tuple[str, ...]
    bias: Floats
    rows: Mapping[str, int]
    weights: Floats

    def log_odds(self, found: Evidence, language: Language) -> Floats:
        """Of every code at one turn: the bias and the weights of all `features`."""
        return self._by_texts(texts(found), language) + self._by_facts(found.facts)

    def by_place(self, found: Evidence, language: Language) -> Floats:
        """[place, code]: what was said in each of `PLACES` adds to the log-odds at one turn."""
        listed = list(texts(found))
        told = [self._told(place, text, language) for place, text, _ in listed]
        told.append(self._by_facts(found.facts))
        counts = np.zeros((len(PLACES), len(told)), np.float32)
        for number, (place, _, weight) in enumerate(listed):
            counts[PLACES.index(place), number] = weight
        counts[-1, -1] = 1.0
        return np.asarray(counts @ np.array(told), np.float32)

    def sum(
        self,
        said: Iterable[tuple[str, str, float]],
        language: Language,
        others: Iterable[tuple[str, float]],
    ) -> Floats:
        """The bias and the weights of texts in their places, and of other features, each with what it counts for."""
        return self._by_texts(said, language) + self.known(others)

    def _by_texts(self, said: Iterable[tuple[str, str, float]], language: Language) -> Floats:
        listed = list(said)
        if not listed:
            return self.bias.copy()
        told = np.array([self._told(place, text, language) for place, text, _ in listed])
        total: Floats = self.bias + np.array([weight for *_, weight in listed], np.float32) @ told
        return total

    def told(self, place: str, text: str, language: Language) -> Floats:
        """What one text says in one place (`t:`, `p:` …); a text may stand in several."""
        known = self._by_place.get(place)
        if known is None:
            return np.zeros_like(self.bias)
        said = cut(text, language)
        rows = rows_of(known, said)
        here = rows >= 0
        return said.shares[here] @ self.weights[rows[here]]

    @cached_property
    def _told(self) -> Callable[[str, str, Language], Floats]:
        """`told`, kept, for the same text stands before one turn and earlier than the next."""
        return lru_cache(maxsize=_TEXTS_KEPT)(self.told)

    @cached_property
    def _by_facts(self) -> Callable[[tuple[str, ...]], Floats]:
        """What the facts of a case say, kept, for they change little from turn to turn."""
        return lru_cache(maxsize=_FACTS_KEPT)(lambda facts: self.known(_facts(facts)))

    @cached_property
    def _by_place(self) -> Mapping[str, Numbers]:
        """Of each place, the number of a piece → its row."""
        places: dict[str, list[tuple[str, int]]] = {}
        for feature, row in self.rows.items():
            places.setdefault(feature[:_PLACE], []).append((feature[_PLACE:], row))
        return {place: table(rows) for place, rows in places.items()}

    def known(self, features: Iterable[tuple[str, float]]) -> Floats:
        """The weights of those features that the model knows."""
        told = list(features)  # one name may come more than once
        values = np.array([value for _, value in told], np.float32)
        names = (name for name, _ in told)
        rows = np.fromiter(map(self.rows.get, names, repeat(-1)), np.intp, len(told))
        known = rows >= 0
        return values[known] @ self.weights[rows[known]]


@dataclass(frozen=True, eq=False)
class Whole:
    """The second step: `trees` over the clues of `weighing.clues`.

    A detector's finding stands from the probability `stands` on, what the words alone showed from `alone` on;
    and a call is accused only where one fault or more is as likely as `together`.
    """

    trees: Trees
    stands: float
    alone: float
    together: float


def texts(found: Evidence) -> Iterator[tuple[str, str, float]]:
    """Each text that was said, with its place and what it counts for."""
    said = (("t:", found.own, OWN), ("p:", found.before, BEFORE), ("n:", found.after, AFTER))
    yield from (one for one in said if one[1])
    share = EARLIER / max(len(found.earlier), 1) ** 0.5
    yield from (("h:", text, share) for text in found.earlier if text)


def _facts(known: Iterable[str]) -> Iterator[tuple[str, float]]:
    """The facts of the case as features, with what each counts for."""
    yield from ((f"f:{fact}", FACT) for fact in known)


def features(found: Evidence, language: Language) -> Iterator[tuple[str, float]]:
    """Every piece with its place and what it counts for: the same when learning and when judging."""
    yield from placed_parts(texts(found), language)
    yield from _facts(found.facts)


@cache
def words(language: Language) -> Words:
    """Those of one language, read once."""
    return parse_words(weights_text(f"{language}.words.tsv"))


@cache
def step_words(language: Language) -> Words:
    """Those of the steps of one language, read once."""
    return parse_words(weights_text(f"{language}.steps.tsv"))


@cache
def ending_words(language: Language) -> Words:
    """Those of what a call ended in, read once."""
    return parse_words(weights_text(f"{language}.endings.tsv"))


@cache
def promise_words(language: Language) -> Words:
    """Those of whether a promise was made and with a clear yes, read once."""
    return parse_words(weights_text(f"{language}.promises.tsv"))


@cache
def way_words(language: Language) -> Words:
    """Those of how a promise will be paid, read once."""
    return parse_words(weights_text(f"{language}.ways.tsv"))


@cache
def whole() -> Whole:
    """The second step, for every language the same; read once."""
    return parse_whole(weights_text("whole.json"))


def parse_whole(text: str) -> Whole:
    """What `lab.learn_whole` writes."""
    raw: dict[str, Any] = json.loads(text)
    return Whole(read_trees(raw["trees"]), raw["stands"], raw["alone"], raw["together"])


def weights_text(name: str) -> str:
    """A file of weights as it was learned."""
    folder = resources.files("shounuo.inspection.weighing")
    return folder.joinpath("weights").joinpath(name).read_text(encoding="utf-8")


def parse_words(text: str) -> Words:
    """First line the codes, second their biases, then a feature with its weights in hundredths, `code:weight`."""
    head, bias, *lines = text.rstrip("\n").split("\n")
    codes = tuple(head.split("\t"))
    weights = np.zeros((len(lines), len(codes)), np.float32)
    rows = {}
    for number, line in enumerate(lines):
        feature, told = line.rsplit("\t", 1)
        rows[feature] = number
        for pair in told.split(" "):
            column, weight = pair.split(":")
            weights[number, int(column)] = int(weight) / _HUNDREDTHS
    return Words(codes, np.array([float(b) for b in bias.split("\t")], np.float32), rows, weights)


def words_text(codes: Iterable[str], bias: Floats, names: Iterable[str], weights: Floats) -> str:
    """The file that `parse_words` reads; weights that round to nothing are left out."""
    lines = ["\t".join(codes), "\t".join(f"{b:.3f}" for b in bias)]
    for name, row in zip(names, np.rint(weights * _HUNDREDTHS).astype(int), strict=True):
        told = " ".join(f"{k}:{w}" for k, w in enumerate(row) if w)
        if told:
            lines.append(f"{name}\t{told}")
    return "\n".join(lines) + "\n"
