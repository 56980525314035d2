"""How the second ear hears writers who taught it nothing.

`python -m shounuo.lab.hear_writers CASES_FOLDER` learns each model once for each writer of the corpus from all the
others, lets it judge that writer's lines, and prints how many breaches and how many lawful lines reach the
probabilities at which inspection acts. The lines of a corpus are hard on purpose: on calls far fewer are suspect.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from shounuo.inspection.frames.compile import Language
from shounuo.inspection.learned.model import FILES, FINE, Audience, judge, parse
from shounuo.lab.learn_conduct import (
    CORPUS,
    Example,
    corpus_lines,
    examples,
    guide_lines,
    learn,
)

WRITERS = tuple(sorted({path.stem.split("-")[0] for path in CORPUS.glob("*-writer*.tsv")}))
AT = (0.5, 0.7, 0.8, 0.9)


def heard(cases: Path, language: Language, audience: Audience) -> Iterator[tuple[bool, float]]:
    """(breach, sureness) of every line, each judged by a model that its writer did not teach."""
    shared = examples(cases, language, audience) + guide_lines(language, audience)
    shared += corpus_lines(CORPUS, language, audience, "plain-*.tsv")
    by_writer = {w: corpus_lines(CORPUS, language, audience, f"{w}-*.tsv") for w in WRITERS}
    for writer, lines in by_writer.items():
        others = [line for w in WRITERS if w != writer for line in by_writer[w]]
        yield from _judged(shared + others, lines, language)


def _judged(
    taught: list[Example], lines: list[Example], language: Language
) -> Iterator[tuple[bool, float]]:
    model = parse(learn(taught, language))
    for said, answer in lines:
        yield answer != FINE, judge(model, said, language).sure


def main(cases: str) -> None:
    for language, audience in FILES:
        found = list(heard(Path(cases), language, audience))
        for kind, breach in (("breaches", True), ("lawful lines", False)):
            sure = [value for wrong, value in found if wrong is breach]
            shares = "  ".join(f"≥{at}: {sum(v >= at for v in sure)}" for at in AT)
            print(f"{language} {audience:11} {kind:12} {len(sure):5}  {shares}")


if __name__ == "__main__":
    main(sys.argv[1])
