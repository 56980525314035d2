"""`shounuo inspect sentences FILE.jsonl`: single sentences, each with the context its label depends on."""

from __future__ import annotations

import json
from pathlib import Path
from time import perf_counter

import click

from shounuo.commands._inspect._figures_told import rates, share
from shounuo.commands._report import json_option, report
from shounuo.commands._unreadable import lines_of, nothing_read, why_nothing
from shounuo.inspection.evaluation.sentences import (
    Sentence,
    SentenceFigures,
    findings_of,
    sentence_from,
)
from shounuo.inspection.line_faults import fault_in_words, object_of
from shounuo.kernel.errors import Problem
from shounuo.kernel.text import Text

_NEXT = Text(
    "sentences 每行读一个 JSON 对象，必有 text 与 label（breach 或 ok）；整通电话请用 `shounuo inspect call`",
    "sentences reads one JSON object a line, with text and label (breach or ok); for whole calls use `shounuo inspect call`",
)


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--predictions",
    type=click.Path(path_type=Path),
    help="Write what was found, one sentence a line.",
)
@json_option
def command(file: Path, predictions: Path | None, as_json: bool) -> None:
    """Breach or ok, sentence by sentence.

    \b
    FILE holds one JSON object a line:
      text   the sentence an agent said (needed)
      label  breach or ok (needed)
      rule   the rule it breaks, such as COND-1
      note   only its ctx= parts are read: ctx=third_party, ctx=vendor_agent
      lang   may stand there; the language is told by the characters
    Any other field is passed over.
    """
    sentences, problems = _read(file)
    if not sentences:
        why = why_nothing(problems, Text("带标注的句子", "labelled sentence"))
        nothing_read(file, why, _NEXT, problems, as_json=as_json)
    told = [problem.line("en") for problem in problems]
    figures, out = SentenceFigures(), []
    started = perf_counter()
    for sentence in sentences:
        found = findings_of(sentence)
        figures.add(sentence, found)
        out.append(
            {
                "text": sentence.text,
                "label": "breach" if found else "ok",
                "codes": [f.code for f in found],
            }
        )
    seconds = perf_counter() - started
    if predictions:
        lines = (json.dumps(row, ensure_ascii=False) for row in out)
        predictions.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    characters = sum(len(s.text) for s in sentences)
    data = figures.as_json() | {
        "chars_per_s": round(characters / seconds) if seconds else None,
        "problems": told,
    }
    report(data, as_json=as_json, lines=_lines(figures, told))


def _read(file: Path) -> tuple[list[Sentence], list[Problem]]:
    sentences: list[Sentence] = []
    problems: list[Problem] = []
    for number, line in enumerate(lines_of(file), 1):
        if not line.strip():
            continue
        try:
            sentences.append(sentence_from(object_of(line)))
        except (ValueError, KeyError, TypeError, AttributeError) as fault:
            problems.append(_problem(number, fault))
    return sentences, problems


def _problem(number: int, fault: Exception) -> Problem:
    why = fault_in_words(fault)
    return Problem(
        "sentence_unreadable",
        Text(
            f"第 {number} 行不是带标注的句子：{why['zh']}",
            f"line {number} is not a labelled sentence: {why['en']}",
        ),
        next_step=Text("请改正该行", "correct the line"),
    )


def _lines(figures: SentenceFigures, problems: list[str]) -> list[str]:
    tally, accused = figures.breach.as_json(), figures.ok_accused.as_json()
    out = [
        f"breach: {rates(tally)}",
        f"lawful sentences accused: {share(accused)}",
    ]
    for sentence, found in figures.wrong:
        out.append(
            f"  {'missed' if sentence.breach else 'false'}: {sentence.text} {[f.code for f in found]}"
        )
    return out + problems
