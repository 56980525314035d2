"""The learned model: weights on file, one opinion an utterance."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from math import exp, sqrt
from typing import Literal

from shounuo.inspection.frames.compile import Language
from shounuo.inspection.learned.pieces import pieces, shown

FINE = "fine"
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
    """`code` is the likeliest breach, `sure` the probability that there is any; `leaning` the pieces that told most.

    `shares`: of each class, `fine` too, its probability.
    """

    code: str
    sure: float
    leaning: tuple[str, ...]
    shares: tuple[tuple[str, float], ...] = ()

    def share(self, code: str) -> float:
        """The probability of one code, 0 for one that the model does not know."""
        return next((share for name, share in self.shares if name == code), 0.0)


@dataclass(frozen=True, slots=True)
class Weights:
    """`rows`: piece → (rarity, one weight a class); `bias`: one a class."""

    classes: tuple[str, ...]
    bias: tuple[float, ...]
    rows: dict[str, tuple[float, tuple[float, ...]]]


@cache
def weights(name: str) -> Weights:
    """Those of a file of this folder, read once."""
    file = resources.files("shounuo.inspection.learned").joinpath(name)
    return parse(file.read_text(encoding="utf-8"))


def parse(text: str) -> Weights:
    """The first line names the classes, the second holds their biases, the rest one piece each."""
    head, bias, *lines = text.split("\n")
    rows = {}
    for line in lines:
        if line:
            piece, rarity, *values = line.split("\t")
            rows[piece] = (float(rarity), tuple(float(v) for v in values))
    return Weights(tuple(head.split("\t")), tuple(float(b) for b in bias.split("\t")), rows)


@lru_cache(maxsize=4096)
def opinion(text: str, language: Language, audience: Audience = "customer") -> Opinion:
    """What the model makes of one flat utterance. Raises KeyError where there is no model for the audience."""
    return judge(weights(FILES[language, audience]), text, language)


def judge(model: Weights, text: str, language: Language) -> Opinion:
    """What a model makes of one flat utterance."""
    known = [
        (piece, count * model.rows[piece][0], model.rows[piece][1])
        for piece, count in pieces(text, language).items()
        if piece in model.rows
    ]
    length = sqrt(sum(value * value for _, value, _ in known)) or 1.0
    scores = list(model.bias)
    for _, value, row in known:
        share = value / length
        for k, weight in enumerate(row):
            scores[k] += share * weight
    return _opinion(model, scores, known)


def _opinion(
    model: Weights, scores: list[float], known: list[tuple[str, float, tuple[float, ...]]]
) -> Opinion:
    top = max(scores)
    odds = [exp(score - top) for score in scores]
    fine = model.classes.index(FINE)
    best = max((k for k in range(len(odds)) if k != fine), key=odds.__getitem__)
    told = sorted(known, key=lambda item: item[1] * (item[2][fine] - item[2][best]))
    told_words = dict.fromkeys(shown(piece) for piece, _, _ in told)
    leaning = tuple(words for words in told_words if len(words) > 1)[:3]
    total = sum(odds)
    shares = tuple((name, odds[k] / total) for k, name in enumerate(model.classes))
    return Opinion(model.classes[best], 1.0 - odds[fine] / total, leaning, shares)
