"""What is said of a file in which nothing could be read: one line in both languages, and exit code 1."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import click

from shounuo.commands._report import report
from shounuo.feeds.transcripts import file_lines
from shounuo.kernel.errors import Problem
from shounuo.kernel.text import Language, Text

EMPTY = Text("文件是空的", "the file is empty")


def lines_of(file: Path) -> list[str]:
    """The lines of a text file. ClickException when its encoding is not known."""
    lines = file_lines.lines_of(file)
    if isinstance(lines, Problem):
        nothing_read(file, lines.what, lines.next_step)
    return lines


def why_nothing(problems: Sequence[Problem], wanted: Text) -> Text:
    """Empty, or none of the lines is what was `wanted`, with the first line's fault."""
    if not problems:
        return EMPTY
    first = problems[0]
    return Text(
        f"没有读到{wanted['zh']}（{_first(first, 'zh')}）",
        f"no {wanted['en']} could be read ({_first(first, 'en')})",
    )


def _first(problem: Problem, lang: Language) -> str:
    return " · ".join(part for part in (problem.record, problem.what[lang]) if part)


def nothing_read(
    file: Path,
    what: Text,
    next_step: Text,
    problems: Sequence[Problem] = (),
    *,
    as_json: bool = False,
    lang: Language | None = None,
) -> NoReturn:
    """Ends the command, in `lang` or in both; with `as_json` every failed line is told as well."""
    languages: tuple[Language, ...] = (lang,) if lang else ("zh", "en")
    line = " / ".join(f"{what[one]} · {next_step[one]}" for one in languages)
    if as_json:
        told = [problem.line(lang or "en") for problem in problems]
        report({"problem": f"{file.name} · {line}", "problems": told}, as_json=True)
    raise click.ClickException(f"{file.name} · {line}")
