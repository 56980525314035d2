"""`shounuo rules check FILE.jsonl`: decide every case of a file and say where we agree."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

import click

from shounuo.commands._report import json_option, report
from shounuo.feeds.rule_cases import CaseFile, RuleCase, read_cases, unreadable
from shounuo.kernel.errors import Problem
from shounuo.rules.case_answer import answer, same
from shounuo.rules.gate import decide, with_opening

BOM = b"\xef\xbb\xbf"
NEXT_DATES = ("earliest_next_allowed", "alternative_earliest_next_allowed")
PRESUMED = ("presumption_of_compliance", "presumption_of_violation")


def decided(case: RuleCase) -> dict[str, Any]:
    """What the gate says, asked as everything else asks it."""
    return answer(with_opening(decide(case.facts), case.facts), case.rules)


def _row(case: RuleCase) -> dict[str, Any]:
    got, expected = decided(case), dict(case.expected)
    wanted = expected | ({"gate_hint": case.gate_hint} if case.gate_hint else {})
    differs = sorted(key for key, value in wanted.items() if not same(value, got.get(key)))
    return {"id": case.id, "line": case.line, "rules": list(case.rules), "agree": not differs,
            "differs": differs, "got": got, "expected": expected}  # fmt: skip


def _count(tally: dict[str, int], agree: bool) -> None:
    tally["total"] += 1
    tally["agree"] += agree


def _by_rule(rows: list[dict[str, Any]]) -> dict[str, dict[str, dict[str, int]]]:
    """Per rule: agreement on the whole case, on the verdict, the presumption, the next date."""
    found: dict[str, dict[str, dict[str, int]]] = defaultdict(
        lambda: defaultdict(lambda: {"total": 0, "agree": 0})
    )
    for row in rows:
        for rule in row["rules"] or ["(none named)"]:
            tally, expected, differs = found[rule], row["expected"], row["differs"]
            _count(tally["case"], row["agree"])
            _count(tally["verdict"], "allowed" not in differs)
            if expected.get("allowed") in PRESUMED:
                _count(tally["presumption"], "allowed" not in differs)
            for key in NEXT_DATES:
                if key in expected:
                    _count(tally["earliest_next"], key not in differs)
    return {rule: {part: dict(n) for part, n in found[rule].items()} for rule in sorted(found)}


def _rule_line(rule: str, parts: dict[str, dict[str, int]]) -> str:
    told = ", ".join(f"{part} {n['agree']}/{n['total']}" for part, n in parts.items())
    return f"{rule}: {told}"


def _lines(result: dict[str, Any], rows: list[dict[str, Any]]) -> list[str]:
    lines = [_rule_line(rule, parts) for rule, parts in result["by_rule"].items()]
    for row in rows:
        if not row["agree"]:
            told = "; ".join(
                f"{key}: {row['got'].get(key)!r} ≠ {row['expected'].get(key)!r}"
                for key in row["differs"]
            )
            lines.append(f"✗ {row['id']} (第 {row['line']} 行 / line {row['line']}) {told}")
    lines += [f"{text['zh']}\n{text['en']}" for text in result["problems"]]
    return [*lines, f"一致 {result['agree']} / {result['total']} agree"]


def _decide_all(file: CaseFile) -> tuple[list[dict[str, Any]], list[Problem]]:
    """Every case's row; one that the gate cannot take is reported beside the broken lines."""
    rows, problems = [], list(file.problems)
    for case in file.cases:
        try:
            rows.append(_row(case))
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            problems.append(unreadable(case.line, error))
    return rows, sorted(problems, key=lambda problem: int(problem.record))


def checked(file: CaseFile) -> dict[str, Any]:
    """The whole result of a file, as `--json` prints it."""
    rows, problems = _decide_all(file)
    return {
        "total": len(rows) + len(problems),
        "agree": sum(row["agree"] for row in rows),
        "by_rule": _by_rule(rows),
        "rows": rows,
        "problems": [{"zh": p.line("zh"), "en": p.line("en")} for p in problems],
    }


@click.command("check")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@json_option
@click.pass_context
def command(context: click.Context, file: Path, as_json: bool) -> None:
    """Decide the cases of FILE; exit 1 unless all agree (an empty file agrees with nothing)."""
    result = checked(read_cases(file.read_bytes().removeprefix(BOM).split(b"\n")))
    report(result, as_json=as_json, lines=_lines(result, result["rows"]))
    if not result["total"]:
        click.echo("文件里没有案例 / the file holds no case", err=True)
    if not result["total"] or result["agree"] != result["total"]:
        context.exit(1)
