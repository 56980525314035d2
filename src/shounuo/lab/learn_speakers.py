"""Learns to tell collector and customer apart by their words, and measures it on calls that taught nothing.

`python -m shounuo.lab.learn_speakers OUT_FOLDER FILE …` (.jsonl in the house form, .yaml with plays) writes the weights that `inspection.learned.speaker` reads;
with `measure` in place of the folder it holds each file out in turn, learns from the others, and prints how many
stretches get the right speaker. A house learns again from its own labelled calls (two channels label themselves).
"""

from __future__ import annotations

import itertools
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from shounuo.inspection.frames.compile import Language
from shounuo.inspection.learned.model import Weights, parse
from shounuo.inspection.learned.speaker import (
    AGENT,
    CHANGE_FILES,
    OTHER,
    PARTY,
    SAME,
    SPEAKER_FILES,
    border_pieces,
    odds,
    plain,
    said_pieces,
)
from shounuo.inspection.parting import SURE, course
from shounuo.lab.learn_conduct import fit

LANGUAGES: tuple[Language, ...] = ("zh", "en")
KEPT = 8000
SPEAKER_STRENGTH, CHANGE_STRENGTH = 20.0, 1.0
_CLAUSE = re.compile(r"(?<=[。？！?!；;，,])\s*|(?<=[a-z]\.)\s+|(?<=\d\.)\s+(?=[A-Z])")
_SENTENCE = re.compile(r"(?<=[。？！?!；;])\s*|(?<=[a-z]\.)\s+|(?<=\d\.)\s+(?=[A-Z])")
_ANY_MARK = re.compile(r"[。？！?!；;，,.]")
_PICKED_UP: dict[Language, tuple[str, ...]] = {
    "zh": ("喂？", "喂，你好。", "喂，哪位？", "你好。", "喂，谁啊？", "喂"),
    "en": ("Hello?", "Hello.", "Hi.", "Yeah, hello?", "Yes?", "Hello, who's this?"),
}
Talk = list[tuple[str, str]]  # (speaker, words) in order
Cut = Callable[[str], list[str]]


def clauses(said: str) -> list[str]:
    """Cut at every mark: the shortest stretches, the hardest to place."""
    return [piece.strip() for piece in _CLAUSE.split(said) if piece and piece.strip()]


def sentences(said: str) -> list[str]:
    return [piece.strip() for piece in _SENTENCE.split(said) if piece and piece.strip()]


def whole(said: str) -> list[str]:
    """A turn as it is: what text with a line a turn gives."""
    return [said]


def talks(path: Path, language: Language) -> list[Talk]:
    """The calls of a labelled file in the house form, or of a YAML file the plays (`A: …`, `P: …`) it holds."""
    if path.suffix == ".yaml":
        found = _plays(yaml.safe_load(path.read_text("utf-8")))
        return [talk for talk in found if _language(" ".join(w for _, w in talk)) == language]
    rows = map(json.loads, path.read_text("utf-8").splitlines())
    return [
        [(turn["speaker"], turn["text"]) for turn in row["turns"]]
        for row in rows
        if row.get("lang", "zh")[:2] == language
    ]


def _plays(node: object) -> Iterator[Talk]:
    if isinstance(node, dict):
        for value in node.values():
            yield from _plays(value)
    elif isinstance(node, list):
        lines = [line for line in node if isinstance(line, str) and line[:2] in ("A:", "P:")]
        if len(lines) == len(node) > 1:
            yield [(AGENT if line[0] == "A" else PARTY, line[2:].strip()) for line in lines]
            return
        for value in node:
            yield from _plays(value)


def _language(said: str) -> Language:
    return "zh" if any("\u4e00" <= c <= "\u9fff" for c in said) else "en"


def picked_up(talk: Talk, number: int, language: Language) -> Talk:
    """Labelled calls begin with the collector; on the line the one called often says the first word."""
    words = _PICKED_UP[language]
    if number % 2 or talk[0][0] == PARTY:
        return talk
    return [(PARTY, words[number // 2 % len(words)]), *talk]


def stretches(talk: Talk, cut: Cut, language: Language) -> list[tuple[str, int, str]]:
    """(speaker, number of the turn, words) of each stretch that has words."""
    return [
        (speaker, number, piece)
        for number, (speaker, said) in enumerate(talk)
        for piece in cut(said)
        if plain(piece, language)
    ]


def learn(heard: Iterable[Talk], language: Language) -> tuple[str, str]:
    """(weights of the words, weights of the borders). Borders are learned with marks and without: recognisers differ."""
    said: list[tuple[dict[str, float], str]] = []
    borders: list[tuple[dict[str, float], str]] = []
    for number, talk in enumerate(heard):
        for cut in (clauses, sentences, whole):
            pieces = stretches(picked_up(talk, number, language), cut, language)
            said += [(said_pieces(words, language), who) for who, _, words in pieces]
            borders += _borders(pieces, language)
    speaker = _fitted(said, SPEAKER_STRENGTH, balanced=True)
    return speaker, _fitted(borders, CHANGE_STRENGTH, balanced=False)


def _borders(
    pieces: Sequence[tuple[str, int, str]], language: Language
) -> Iterator[tuple[dict[str, float], str]]:
    for (_, first, before), (_, second, after) in itertools.pairwise(pieces):
        answer = OTHER if first != second else SAME
        yield border_pieces(before, after, language), answer
        yield border_pieces(_ANY_MARK.sub(" ", before), after, language), answer


def _fitted(
    examples: list[tuple[dict[str, float], str]], strength: float, *, balanced: bool
) -> str:
    counted, answers = zip(*examples, strict=True)
    return fit(counted, answers, kept=KEPT, strength=strength, balanced=balanced, rare=False)


@dataclass
class Placed:
    """How many stretches, characters of them, and whole turns got the right speaker; and of the sure ones."""

    stretches: list[bool] = field(default_factory=list)
    characters: list[tuple[bool, int]] = field(default_factory=list)
    turns: list[bool] = field(default_factory=list)
    sure: list[bool] = field(default_factory=list)

    def add(self, other: Placed) -> None:
        self.stretches += other.stretches
        self.characters += other.characters
        self.turns += other.turns
        self.sure += other.sure

    def line(self) -> str:
        right = sum(size for ok, size in self.characters if ok) / sum(n for _, n in self.characters)
        return (
            f"{_share(self.stretches)} stretches, {right:.3f} of characters, {_share(self.turns)} turns"
            f" wholly; sure (≥ {SURE}): {len(self.sure) / len(self.stretches):.2f} of them,"
            f" right {_share(self.sure)}"
        )


def _share(right: list[bool]) -> str:
    return f"{sum(right)}/{len(right)} ({sum(right) / max(1, len(right)):.3f})"


def place(
    heard: Iterable[Talk],
    models: tuple[Weights, Weights],
    language: Language,
    cut: Cut,
    *,
    marks: bool,
) -> Placed:
    """The speakers of talks by two models, without any clock, held against the truth."""
    found = Placed()
    for talk in heard:
        truth = stretches(talk, cut, language)
        words = [w if marks else _ANY_MARK.sub(" ", w) for _, _, w in truth]
        pairs = itertools.pairwise(words)
        who = course(
            [odds(models[0], said_pieces(w, language), AGENT) for w in words],
            [odds(models[1], border_pieces(a, b, language), OTHER) for a, b in pairs],
        )
        turns: dict[int, bool] = {}
        for (speaker, number, said), (told, sure) in zip(truth, who, strict=True):
            right = speaker == (AGENT if told == "agent" else PARTY)
            found.stretches.append(right)
            found.characters.append((right, len(said)))
            turns[number] = turns.get(number, True) and right
            found.sure += [right] if sure >= SURE else []
        found.turns += turns.values()
    return found


def measure(files: Sequence[Path]) -> Iterator[str]:
    """Each file held out: its calls are placed by what the other files taught."""
    for language in LANGUAGES:
        held = [(talks(f, language), _taught_by(files, f, language)) for f in files]
        for cut, marks in itertools.product((clauses, sentences, whole), (True, False)):
            total = Placed()
            for heard, models in held:
                total.add(place(heard, models, language, cut, marks=marks))
            yield f"{language} {cut.__name__:9} {'with' if marks else 'without'} marks: {total.line()}"


def _taught_by(
    files: Sequence[Path], held_out: Path, language: Language
) -> tuple[Weights, Weights]:
    others = [talk for f in files if f != held_out for talk in talks(f, language)]
    speaker, change = learn(others, language)
    return parse(speaker), parse(change)


def main(where: str, *files: str) -> None:
    paths = [Path(name) for name in files]
    if where == "measure":
        for line in measure(paths):
            print(line, flush=True)
        return
    for language in LANGUAGES:
        speaker, change = learn([t for f in paths for t in talks(f, language)], language)
        Path(where, SPEAKER_FILES[language]).write_text(speaker, "utf-8")
        Path(where, CHANGE_FILES[language]).write_text(change, "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
