"""`shounuo import recordings FILE …`: recordings heard, taken as calls and inspected at once."""

from __future__ import annotations

import os
from pathlib import Path
from typing import cast

import click

from shounuo.commands._case_context import case_context_options, known_of
from shounuo.commands._django import ready_records
from shounuo.commands._hearing import hearing_options
from shounuo.commands._report import json_option, report
from shounuo.inspection.frames.compile import Language
from shounuo.kernel.errors import Refused


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@hearing_options
@case_context_options
@json_option
def command(
    files: tuple[Path, ...],
    model: Path | None,
    lang: str | None,
    agent_channel: int,
    context: Path | None,
    jurisdiction: str | None,
    as_json: bool,
) -> None:
    """Take calls from recordings (WAV, MP3, FLAC, Ogg) and inspect them. Needs a speech model."""
    known = known_of(context, jurisdiction)
    ready_records()
    from django.conf import settings

    from shounuo.feeds.recordings.speech import load
    from shounuo.feeds.recordings.take import take_recordings
    from shounuo.jobs import inspect_calls
    from shounuo.settings import clock

    set_folder = os.environ.get("SHOUNUO_SPEECH_MODEL")
    try:
        ear = load(model or (Path(set_folder) if set_folder else None))
    except Refused as refused:
        raise click.ClickException(refused.problem.line("en")) from refused
    taken, problems = take_recordings(
        files,
        ear,
        settings.MEDIA_ROOT / "recordings",
        now=clock.now(),
        language=cast(Language | None, lang),
        agent_channel=agent_channel,
        known=known,
    )
    inspected = inspect_calls.run(clock.now())
    told = [problem.line("en") for problem in problems]
    lines = [f"taken {taken}, inspected {inspected}", *told]
    report({"taken": taken, "inspected": inspected, "problems": told}, as_json=as_json, lines=lines)
    raise SystemExit(1 if problems and not taken else 0)
