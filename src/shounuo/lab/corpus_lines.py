"""The corpus's single lines as evidence for the second reading: words without a call around them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from shounuo.inspection.flat import flatten
from shounuo.inspection.frames.compile import Language
from shounuo.inspection.learned.model import FINE, Audience
from shounuo.inspection.model import Turn
from shounuo.inspection.spots import TurnReading
from shounuo.inspection.weighing.evidence import Evidence
from shounuo.inspection.weighing.plain import plain
from shounuo.lab.learn_conduct import CORPUS, REPLY_CODES, examples, guide_lines

_BY_THE_CASE = re.compile(r"litigation=(?:filed|judgment)|plan|offer=")
_ROLE = {"third_party": "third_party", "unknown": "unknown"}
Line = tuple[Evidence, frozenset[str]]


def single_lines(cases: Path, language: Language) -> list[Line]:
    """Each line of the corpus, the cases and the guides once, with the codes it breaches (none when lawful).

    What only the circumstances make a breach or fine teaches nothing here.
    """
    held: dict[tuple[str, str], set[str]] = defaultdict(set)
    for role, text, code in (*_corpus(language), *_cases(cases, language)):
        held[role, text].update(() if code == FINE else (code,))
    return [
        (_evidence(text, role, language), frozenset(codes)) for (role, text), codes in held.items()
    ]


def _corpus(language: Language) -> Iterator[tuple[str, str, str]]:
    for path in sorted(CORPUS.glob("*.tsv")):
        for line in path.read_text("utf-8").splitlines():
            code, heard_by, spoken, circumstances, said = line.split("\t", 4)
            if spoken == language and (
                code in REPLY_CODES or not _BY_THE_CASE.search(circumstances)
            ):
                told = FINE if code == FINE.upper() else code
                yield _ROLE.get(heard_by, "debtor"), flatten(said, language).text, told


def _cases(cases: Path, language: Language) -> Iterator[tuple[str, str, str]]:
    audiences: tuple[Audience, ...] = ("customer", "third_party")
    for audience in audiences:
        role = "debtor" if audience == "customer" else audience
        found = examples(cases, language, audience) + guide_lines(language, audience)
        yield from ((role, text, answer) for text, answer in found)


def _evidence(text: str, role: str, language: Language) -> Evidence:
    turn = TurnReading(0, Turn(0, "agent", text), flatten(text, language), language)
    return Evidence(turn, plain(text, language, ()), "", "", (), (f"callee={role}", "alone"))
