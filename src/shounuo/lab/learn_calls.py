"""Learns the second reading of a call from labelled calls, and from the labelled lines of the corpus.

`python -m shounuo.lab.learn_calls CASES_FOLDER OUT_FOLDER [LANGUAGES [CALLS_FOLDER]]` reads labelled calls (the house
form, one file a writer and lot: `NAME-1.jsonl`) and writes the weights that `inspection.weighing` reads, six files a
language and, where all languages are learned, two that are common to them. The second step is taught only on turns
whose writer the first step had not heard, and never by writers whose calls the detectors were mended on (`LOOKED_AT`),
for there the detectors are surer than they will be elsewhere.
Inspectors' decisions are exported in the same form, so a house can learn again from its own calls.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

from shounuo.inspection.frames.compile import Language
from shounuo.inspection.weighing.evidence import Evidence
from shounuo.inspection.weighing.model import PLACES, features, words_text
from shounuo.lab.corpus_lines import single_lines
from shounuo.lab.labelled_calls import (
    CALLS,
    LEAST_SEEN,
    Taught,
    folds,
    heard,
    of_language,
    read_calls,
)
from shounuo.lab.learn_endings import learn_endings
from shounuo.lab.learn_promises import learn_promises
from shounuo.lab.learn_steps import learn_steps
from shounuo.lab.learn_ways import learn_ways, paid
from shounuo.lab.learn_whole import CODES, Judged, judged, learn_whole
from shounuo.lab.logistic import Design, fit, gathered, unheard_by_kind

# Chosen by hearing a fifth of the writers with models taught by the others: of 0.3, 0.15, 0.1 and less.
RIDGE, KEPT = 0.1, 40_000
LINE_WEIGHT = 0.5  # of a line without a call around it, beside a turn's 1


def learn(
    calls: list[Taught], lines: list[tuple[Evidence, frozenset[str]]], language: Language
) -> tuple[str, Judged]:
    """The file of the words of one language, and what they and the detectors gave calls of writers unheard."""
    calls = [call for call in calls if call.language == language]
    flat = [(call, k) for call in calls for k in range(len(call.turns))]
    rows = [gathered(features(call.turns[k], language)) for call, k in flat]
    rows += [gathered(features(found, language)) for found, _ in lines]
    labels = [call.labels[k] for call, k in flat] + [held for _, held in lines]
    design = Design(rows, LEAST_SEEN[language])
    codes = np.array([[code in held for code in CODES] for held in labels], np.float32)
    counts = np.array([1.0] * len(flat) + [LINE_WEIGHT] * len(lines), np.float32)[:, None]
    fold_of = folds(call.writer for call in calls)
    fold = np.array([fold_of[call.writer] for call, _ in flat] + [-1] * len(lines))
    odds, by_place = unheard_by_kind(design, codes, counts, fold, PLACES, RIDGE)
    weights, bias = fit(design.matrix, codes, counts, ridge=RIDGE)
    words = words_text(CODES, bias, *design.kept(weights, KEPT))
    return words, judged(calls, odds, by_place, language)


def main(cases: str, out: str, only: str = "zh,en", calls: str = str(CALLS)) -> None:
    """Writes the files; `only`: languages parted by commas. Raises ValueError for a call without labels."""
    known: tuple[Language, ...] = ("zh", "en")
    languages = [language for language in known if language in only.split(",")]
    every_call = heard(Path(calls))
    endings, opinions = learn_endings(every_call, languages)
    common = set(languages) == set(known)  # what is no word is learned from all together
    if common:
        Path(out, "endings.json").write_text(opinions, "utf-8")
    for language in languages:
        Path(out, f"{language}.endings.tsv").write_text(endings[language], "utf-8")
        promises = learn_promises(of_language(every_call, language))
        Path(out, f"{language}.promises.tsv").write_text(promises, "utf-8")
        ways = learn_ways(paid(every_call, language))
        Path(out, f"{language}.ways.tsv").write_text(ways, "utf-8")
        said, first = learn_steps(Path(calls), language)
        Path(out, f"{language}.steps.tsv").write_text(said, "utf-8")
        Path(out, f"{language}.first.json").write_text(first, "utf-8")
    taught, every = read_calls(Path(calls)), []
    for language in languages:
        words, given = learn(taught, single_lines(Path(cases), language), language)
        Path(out, f"{language}.words.tsv").write_text(words, "utf-8")
        every.append(given)
    if common:
        Path(out, "whole.json").write_text(learn_whole(every), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
