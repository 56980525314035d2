"""`shounuo inspect sentences FILE.jsonl`: single sentences, each with the context its label depends on."""

from __future__ import annotations

import json
from pathlib import Path
from time import perf_counter

import click

from shounuo.commands._report import json_option, report
from shounuo.inspection.evaluation.sentences import (
    Sentence,
    SentenceFigures,
    findings_of,
    sentence_from,
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
    """Breach or ok, sentence by sentence; of a note only its ctx= parts are read."""
    sentences, problems = _read(file)
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
        "problems": problems,
    }
    report(data, as_json=as_json, lines=_lines(figures, problems))


def _read(file: Path) -> tuple[list[Sentence], list[str]]:
    sentences, problems = [], []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            sentences.append(sentence_from(json.loads(line)))
        except (ValueError, KeyError, TypeError, AttributeError) as fault:
            problems.append(
                f"line {number} · not a labelled sentence: {fault} · correct it; the rest was done"
            )
    return sentences, problems


def _lines(figures: SentenceFigures, problems: list[str]) -> list[str]:
    tally, accused = figures.breach.as_json(), figures.ok_accused.as_json()
    out = [
        f"breach: precision {tally['precision']} recall {tally['recall']} f1 {tally['f1']}"
        f"  (right {tally['tp']}, false {tally['fp']}, missed {tally['fn']})",
        f"lawful sentences accused: {accused['rate']} ({accused['hits']}/{accused['total']}, 95% {accused['wilson']})",
    ]
    for sentence, found in figures.wrong:
        out.append(
            f"  {'missed' if sentence.breach else 'false'}: {sentence.text} {[f.code for f in found]}"
        )
    return out + problems
