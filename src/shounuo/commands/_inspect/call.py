"""`shounuo inspect call FILE`: one or more calls, for a person to read."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from shounuo.commands._case_context import case_context_options, known_of
from shounuo.commands._report import json_option, report
from shounuo.commands._unreadable import nothing_read, why_nothing
from shounuo.domain.steps import NAMES as STEPS
from shounuo.domain.steps import Step
from shounuo.feeds.transcripts.file_lines import WRONG_ENCODING
from shounuo.feeds.transcripts.reader import Item, read_file
from shounuo.inspection.as_json import report_json
from shounuo.inspection.citations import cited
from shounuo.inspection.codes import NAMES
from shounuo.inspection.model import Finding
from shounuo.inspection.place import NAMES as PLACES
from shounuo.inspection.report import Report, inspect_call
from shounuo.inspection.tasks import Task
from shounuo.kernel.errors import Problem
from shounuo.kernel.text import Language, Text
from shounuo.settings import clock

_NEXT = Text(
    "请改正后再试：.jsonl 每行一个 JSON 通话（id、as_of、turns）；纯文字请存为 .txt",
    "correct it and try again: a .jsonl holds one JSON call a line (id, as_of, turns); save plain text as .txt",
)

_WHO = {"agent": Text("催收员", "collector "), "party": Text("对方  ", "other side")}
_HEAD = Text("得分 {points} · 引擎 {engine}", "score {points} · engine {engine}")
_ASSUMED = Text(
    "通话没有写明适用哪里的法律，按语言假定为{place}；可用 --jurisdiction 或 --context 指明",
    "the call does not say whose law holds; by its language that of {place} is assumed: say it with --jurisdiction or --context",
)
_MISSING = Text("未听到的步骤：", "Steps not heard: ")
_AND = Text("、", ", ")
_QUOTED = Text("「{}」", "“{}”")


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--as-of", type=click.DateTime(), help="Start of the call, where the file does not say it."
)
@click.option(
    "--lang", type=click.Choice(["zh", "en"]), default="zh", help="Language of the report."
)
@case_context_options
@json_option
def command(
    file: Path,
    as_of: datetime | None,
    lang: Language,
    context: Path | None,
    jurisdiction: str | None,
    as_json: bool,
) -> None:
    """Findings, steps, measures and score of each call in FILE (.jsonl .json .txt .srt .vtt)."""
    started = as_of.astimezone() if as_of else clock.now()
    known = known_of(context, jurisdiction)
    lines: list[str] = []
    calls: list[dict[str, Any]] = []
    problems: list[Problem] = []
    for found in read_file(file, started, known):
        if isinstance(found, Problem):
            problems.append(found)
            continue
        result = inspect_call(found.call)
        calls.append(report_json(result))
        lines += _lines(found, result, lang)
        problems += found.notes
    if not calls:
        why, then = why_nothing(problems, Text("通话", "call")), _NEXT
        if problems and problems[0].code == WRONG_ENCODING:
            why, then = problems[0].what, problems[0].next_step
        nothing_read(file, why, then, problems, as_json=as_json, lang=lang)
    told = [problem.line(lang) for problem in problems]
    report({"calls": calls, "problems": told}, as_json=as_json, lines=lines + told)


def _lines(item: Item, result: Report, lang: Language) -> list[str]:
    marks: dict[int, list[str]] = {}
    for name, turn in result.steps.items():
        if turn is not None:
            marks.setdefault(turn, []).append(f"+ {STEPS[Step(name)][lang]}")
    for finding in result.findings:
        told = _finding(finding, result.jurisdiction, lang)
        marks.setdefault(finding.turn, []).append(f"! {told}")
    head = (
        result.call_id,
        result.summary[lang],
        _HEAD[lang].format(points=result.score.points, engine=result.engine),
    )
    out = [f"== {' · '.join(head)}"]
    if result.jurisdiction_assumed:
        place = PLACES[result.jurisdiction][lang]
        out.append(f"  {_ASSUMED[lang].format(place=place)}")
    for turn in item.call.turns:
        out.append(f"{turn.i:3} {_WHO[turn.speaker][lang]} {turn.text}")
        out += [f"        {mark}" for mark in marks.get(turn.i, [])]
    missing = [STEPS[Step(name)][lang] for name, turn in result.steps.items() if turn is None]
    if missing:
        out.append(f"  {_MISSING[lang]}{_AND[lang].join(missing)}")
    return out + [f"  → {_task(task, result.jurisdiction, lang)}" for task in result.tasks]


def _task(task: Task, place: str, lang: Language) -> str:
    law = cited(task.law, place)
    parts = [task.duty[lang], _QUOTED[lang].format(task.quote)]
    return " · ".join(parts + ([law[lang]] if law else []))


def _finding(finding: Finding, place: str, lang: Language) -> str:
    law = cited(finding.citation, place)
    parts = [NAMES[finding.code][lang], _QUOTED[lang].format(finding.quote), finding.why[lang]]
    return " · ".join(parts + ([law[lang]] if law else []))
