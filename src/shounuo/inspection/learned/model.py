"""The learned model: weights on file, one opinion an utterance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib import resources
from itertools import repeat
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from shounuo.inspection.frames.compile import Language
from shounuo.inspection.learned.pieces import pieces, shown
from shounuo.inspection.learned.vocabulary import Numbers, cut, rows_of, table

Floats = NDArray[np.float64]
FINE = "fine"
_LEANING = 3
# Who hears: to a third party the same words are another fault; a reply is judged by what it passes over.
Audience = Literal["customer", "third_party", "reply"]
FILES: dict[tuple[Language, Audience], str] = {
    ("zh", "customer"): "zh.tsv",
    ("en", "customer"): "en.tsv",
    ("zh", "third_party"): "zh.third_party.tsv",
    ("en", "third_party"): "en.third_party.tsv",
    ("zh", "reply"): "zh.reply.tsv",
    ("en", "reply"): "en.reply.tsv",
}


@dataclass(frozen=True, slots=True)
class Opinion:
    """`code` is the likeliest breach, `sure` the probability that there is any.

    `shares`: of each class, `fine` too, its probability.
    """

    code: str
    sure: float
    shares: Mapping[str, float]

    def share(self, code: str) -> float:
        """The probability of one code, 0 for one that the model does not know."""
        return self.shares.get(code, 0.0)


@dataclass(frozen=True, eq=False)
class Weights:
    """`rows`: piece → row of `rarity` [row] and `weights` [row, class]; `bias` [class]."""

    classes: tuple[str, ...]
    bias: Floats
    rows: Mapping[str, int]
    rarity: Floats
    weights: Floats

    def scores(self, found: Mapping[str, float]) -> Floats:
        """Of each class, by pieces with their counts; what is known is brought to length one."""
        rows = np.fromiter(map(self.rows.get, found, repeat(-1)), np.intp, len(found))
        return self._scores(rows, np.fromiter(found.values(), np.float64, len(found)))

    def scores_of(self, text: str, language: Language) -> Floats:
        """The same of a whole text."""
        known = self._by_number
        said = cut(text, language)
        return self._scores(rows_of(known, said), said.counts)

    @cached_property
    def breaches(self) -> tuple[str, ...]:
        """The classes but `fine`."""
        return tuple(name for name in self.classes if name != FINE)

    @cached_property
    def _by_number(self) -> Numbers:
        return table(self.rows.items())

    def _scores(self, rows: NDArray[Any], counts: Floats) -> Floats:
        known = rows >= 0
        rows = rows[known]
        values = counts[known] * self.rarity[rows]
        length = float(np.sqrt(values @ values)) or 1.0
        total: Floats = self.bias + (values / length) @ self.weights[rows]
        return total


@cache
def weights(name: str) -> Weights:
    """Those of a file of this folder, read once."""
    file = resources.files("shounuo.inspection.learned").joinpath(name)
    return parse(file.read_text(encoding="utf-8"))


def parse(text: str) -> Weights:
    """The first line names the classes, the second holds their biases, the rest one piece each."""
    head, bias, *lines = text.split("\n")
    classes = tuple(head.split("\t"))
    told = [line.split("\t") for line in lines if line]
    values = np.array([[float(v) for v in line[1:]] for line in told]).reshape(len(told), -1)
    return Weights(
        classes,
        np.array([float(b) for b in bias.split("\t")]),
        {line[0]: row for row, line in enumerate(told)},
        values[:, 0] if told else np.zeros(0),
        values[:, 1:] if told else np.zeros((0, len(classes))),
    )


@lru_cache(maxsize=4096)
def opinion(text: str, language: Language, audience: Audience = "customer") -> Opinion:
    """What the model makes of one flat utterance. Raises KeyError where there is no model for the audience."""
    return judge(weights(FILES[language, audience]), text, language)


def judge(model: Weights, text: str, language: Language) -> Opinion:
    """What a model makes of one flat utterance."""
    scores = model.scores_of(text, language)
    odds = np.exp(scores - scores.max())
    shares = dict(zip(model.classes, (odds / odds.sum()).tolist(), strict=True))
    code = max(model.breaches, key=shares.__getitem__)
    return Opinion(code, 1.0 - shares[FINE], shares)


def leaning(text: str, language: Language, audience: Audience = "customer") -> tuple[str, ...]:
    """The pieces that told most for the likeliest breach."""
    model = weights(FILES[language, audience])
    fine = model.classes.index(FINE)
    best = model.classes.index(opinion(text, language, audience).code)
    told = [
        (count * model.rarity[row] * (model.weights[row, fine] - model.weights[row, best]), piece)
        for piece, count in pieces(text, language).items()
        if (row := model.rows.get(piece)) is not None
    ]
    ranked = sorted(told, key=lambda item: item[0])
    words = dict.fromkeys(shown(piece) for _, piece in ranked)
    return tuple(word for word in words if len(word) > 1)[:_LEANING]
