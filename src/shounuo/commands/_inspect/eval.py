"""`shounuo inspect eval FILE.jsonl`: how the engine does on labelled calls."""

from __future__ import annotations

import json
from pathlib import Path
from time import perf_counter
from typing import Any

import click

from shounuo.commands._inspect._figures_told import figure, listening, rates, share
from shounuo.commands._inspect._review import reviewed
from shounuo.commands._report import json_option, report
from shounuo.commands._unreadable import lines_of, nothing_read, why_nothing
from shounuo.inspection.as_json import report_json
from shounuo.inspection.codes import SEVERITY
from shounuo.inspection.evaluation.calls import FLOOR_SHARE_CRITICAL, Figures
from shounuo.inspection.evaluation.flips import flips
from shounuo.inspection.evaluation.gold import Gold
from shounuo.inspection.evaluation.labels import doubts
from shounuo.inspection.evaluation.yields import SHARE, Listened, yields
from shounuo.inspection.house_form import gold_from, read_lines
from shounuo.inspection.line_faults import fault_in_words
from shounuo.inspection.model import Call
from shounuo.inspection.report import ENGINE, Report, inspect_call
from shounuo.inspection.urgency import LEAST_SECONDS, urgency
from shounuo.kernel.errors import Problem
from shounuo.kernel.text import Text

_NO_LABELS = Text("通话没有标注（gold）", "the calls carry no labels (gold)")
_NEXT = Text(
    "eval 只读带标注（gold）的通话，每行一个 JSON 对象；没有标注的通话请用 `shounuo inspect call`",
    "eval reads labelled calls (gold), one JSON object a line; for calls without labels use `shounuo inspect call`",
)


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--predictions",
    type=click.Path(path_type=Path),
    help="Write what was predicted, one call a line.",
)
@click.option(
    "--reviewer",
    "with_reviewer",
    is_flag=True,
    help="Also ask the reviewer that is set (SHOUNUO_REVIEWER_URL), and tell what it adds.",
)
@json_option
def command(file: Path, predictions: Path | None, with_reviewer: bool, as_json: bool) -> None:
    """Precision, recall and agreement on labelled calls, with counts and Wilson intervals."""
    items, problems = _read(file)
    if not items:
        why = why_nothing(problems, Text("通话", "call"))
        nothing_read(file, why, _NEXT, problems, as_json=as_json)
    # Predictions and a reviewer's proposals need no labels.
    if not (predictions or with_reviewer or any(gold for _, gold in items)):
        nothing_read(file, _NO_LABELS, _NEXT, problems, as_json=as_json)
    warm = [inspect_call(call) for call, _ in items[:1]]  # word lists load once, outside the clock
    started = perf_counter()
    reports = [inspect_call(call) for call, _ in items]
    seconds = perf_counter() - started
    if predictions:
        lines = (json.dumps(report_json(r), ensure_ascii=False) for r in reports)
        predictions.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    data = _figures(items, reports) | _speed(items, seconds) | {"engine": ENGINE, "warm": len(warm)}
    data |= flips((call, found) for (call, _), found in zip(items, reports, strict=True)).as_json()
    data |= _listening(items, reports)
    if with_reviewer:
        data |= {"reviewer": reviewed(items, reports)}
    data |= {"problems": [problem.line("en") for problem in problems]}
    report(data, as_json=as_json, lines=_lines(data, problems))


def _read(file: Path) -> tuple[list[tuple[Call, Gold | None]], list[Problem]]:
    items: list[tuple[Call, Gold | None]] = []
    problems: list[Problem] = []
    seen: set[str] = set()
    for found in read_lines(lines_of(file)):
        if isinstance(found, Problem):
            problems.append(found)
            continue
        raw, call = found
        try:
            gold = gold_from(raw)
        except (ValueError, KeyError, TypeError, AttributeError) as fault:
            problems.append(_unlabelled(call, fault))
            continue
        if call.id in seen:
            problems.append(_doubtful(call, Text("这个编号前面已有", "this id has come before")))
        problems += [_doubtful(call, doubt) for doubt in doubts(call, gold)]
        seen.add(call.id)
        items.append((call, gold))
    return items, problems


def _doubtful(call: Call, doubt: Text) -> Problem:
    return Problem(
        "labels_doubtful",
        doubt,
        record=call.id,
        next_step=Text("请核对该通话的标注", "check the labels of this call"),
    )


def _unlabelled(call: Call, fault: Exception) -> Problem:
    why = fault_in_words(fault)
    return Problem(
        "labels_unreadable",
        Text(f"标注（gold）读不成：{why['zh']}", f"its labels (gold) cannot be read: {why['en']}"),
        record=call.id,
        next_step=Text("请改正该通话的标注", "correct the labels of this call"),
    )


def _figures(items: list[tuple[Call, Gold | None]], reports: list[Report]) -> dict[str, Any]:
    figures = Figures()
    for (_, gold), found in zip(items, reports, strict=True):
        if gold is not None:
            figures.add(gold, found)
    return figures.as_json()


def _listening(items: list[tuple[Call, Gold | None]], reports: list[Report]) -> dict[str, Any]:
    calls = [
        _listened(call, gold, found)
        for (call, gold), found in zip(items, reports, strict=True)
        if gold is not None
    ]
    found, floor = yields(calls), yields(calls, FLOOR_SHARE_CRITICAL)
    return {
        "yield_per_minute": {
            "share_of_minutes": SHARE,
            "labelled_set": found.as_json() if found else None,
            "floor_mix": floor.as_json() if floor else None,
        }
    }


def _listened(call: Call, gold: Gold, found: Report) -> Listened:
    seconds = max(call.turns[-1].t1 or 0.0, LEAST_SECONDS) if call.turns else LEAST_SECONDS
    grave = [SEVERITY[label.code] for label in gold.findings if label.code in SEVERITY]
    return Listened(
        urgency(((f.severity, f.confidence) for f in found.findings), seconds),
        seconds / 60,
        sum(severity in ("critical", "major") for severity in grave),
        "critical" in grave,
    )


def _speed(items: list[tuple[Call, Gold | None]], seconds: float) -> dict[str, Any]:
    characters = sum(len(turn.text) for call, _ in items for turn in call.turns)
    return {
        "chars": characters,
        "chars_per_s": round(characters / seconds) if seconds else None,
        "calls_per_s": round(len(items) / seconds, 1) if seconds else None,
    }


def _lines(data: dict[str, Any], problems: list[Problem]) -> list[str]:
    speed = figure(data["chars_per_s"])
    out = [f"{data['calls']} calls · engine {data['engine']} · {speed} chars/s"]
    for name in ("critical", "major", "minor"):
        out.append(f"{name:34} {rates(data[name])}")
    out += [f"  {code:32} {rates(tally)}" for code, tally in data["by_code"].items()]
    out += [f"{name}: {share(counted)}" for name, counted in data["counts"].items()]
    out.append(f"precision at 0.5% critical calls: {_at_the_floor(data['floor_mix'])}")
    if told := data.get("reviewer"):
        out += _reviewers(told)
    for name in ("labelled_set", "floor_mix"):
        brings = listening(data["yield_per_minute"][name])
        out.append(f"serious faults a minute of listening, {name}: {brings}")
    flipped = data["flips"]
    out.append(f"flip rate under meaning-preserving edits: {share(flipped['critical_major'])}")
    out += [f"  {name}: {share(counted)}" for name, counted in flipped["by_edit"].items()]
    return out + [problem.line("en") for problem in problems]


def _at_the_floor(mix: dict[str, Any]) -> str:
    caught, false = (f"{mix[k]['hits']}/{mix[k]['total']}" for k in ("caught", "false_alarm"))
    return f"{figure(mix['precision'])} (caught {caught}, false alarm {false})"


def _reviewers(told: dict[str, Any]) -> list[str]:
    out = [
        f"reviewer {told['model']}: {told['asked']} calls, {told['failed']} unanswered, {told['proposed']} proposals"
    ]
    for name in ("proposals", "together"):
        for grave in ("critical", "major"):
            out.append(f"  {f'{name} {grave}':32} {rates(told[name][grave])}")
        out.append(f"  {name} clean accused: {share(told[name]['clean_accused'])}")
    return out
