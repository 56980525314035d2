"""`shounuo import transcripts FILE …`: calls as text, inspected at once."""

from __future__ import annotations

from pathlib import Path

import click

from shounuo.commands._case_context import case_context_options, known_of
from shounuo.commands._django import ready_records
from shounuo.commands._report import json_option, report


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@case_context_options
@json_option
def command(
    files: tuple[Path, ...], context: Path | None, jurisdiction: str | None, as_json: bool
) -> None:
    """Take calls (JSONL in the house form, text, SRT/VTT, services' JSON) and inspect them."""
    known = known_of(context, jurisdiction)
    ready_records()
    from shounuo.feeds.take_transcripts import take_files
    from shounuo.jobs import inspect_calls
    from shounuo.settings import clock

    taken, problems = take_files(files, now=clock.now(), known=known)
    inspected = inspect_calls.run(clock.now())
    data = {
        "taken": taken,
        "inspected": inspected,
        "problems": [problem.line("en") for problem in problems],
    }
    lines = [f"taken {taken}, inspected {inspected}"]
    report(data, as_json=as_json, lines=lines + [problem.line("zh") for problem in problems])
    raise SystemExit(1 if problems and not taken else 0)
