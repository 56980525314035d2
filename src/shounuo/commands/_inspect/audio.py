"""`shounuo inspect audio FILE.wav`: who speaks when on each channel, and the words where a speech model is there."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from shounuo.commands._report import json_option, report
from shounuo.feeds.recordings import speech
from shounuo.feeds.recordings.loudness import read_wav
from shounuo.feeds.recordings.voice_activity import Stretch, stretches
from shounuo.inspection.as_json import report_json
from shounuo.inspection.measures import measure
from shounuo.inspection.model import Call, Context, Turn
from shounuo.inspection.reading import Reading
from shounuo.inspection.report import inspect_call
from shounuo.kernel.errors import Refused
from shounuo.settings import clock


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--model",
    type=click.Path(path_type=Path),
    help="Folder of a speech model; else SHOUNUO_SPEECH_MODEL.",
)
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh")
@click.option(
    "--agent-channel", type=click.IntRange(0, 1), default=0, help="Channel the collector is on."
)
@json_option
def command(file: Path, model: Path | None, lang: str, agent_channel: int, as_json: bool) -> None:
    """Speech by channel of a WAV file; with a model, the whole inspection."""
    try:
        levels = read_wav(file)
    except ValueError as fault:
        raise click.ClickException(f"{file.name}: {fault}") from fault
    found = stretches(levels)
    data: dict[str, Any] = {
        "file": file.name,
        "seconds": round(levels.seconds, 2),
        "channels": levels.channels,
    }
    data["speech"] = [{"channel": s.channel, "start": s.start, "end": s.end} for s in found]
    if levels.channels == 2:
        data |= _inspected(file, found, model, lang, agent_channel)
    else:
        data["note"] = "one channel cannot tell two speakers apart"
    report(data, as_json=as_json)


def _inspected(
    file: Path, found: list[Stretch], model: Path | None, lang: str, agent_channel: int
) -> dict[str, Any]:
    """Measures always; findings when words could be had."""
    folder = model or (Path(name) if (name := os.environ.get("SHOUNUO_SPEECH_MODEL")) else None)
    try:
        said = speech.turns(file, found, speech.load(folder, lang), agent_channel)
        return {"report": report_json(inspect_call(_call(file, lang, said)))}
    except Refused as refused:
        silent = [
            Turn(n, "agent" if s.channel == agent_channel else "party", "", s.start, s.end)
            for n, s in enumerate(found)
        ]
        measures = measure(Reading(_call(file, lang, silent)))
        by_clock = (
            "talk_time_s",
            "agent_s",
            "party_s",
            "talk_ratio",
            "silence_s",
            "longest_silence_s",
            "overtalk_s",
            "interruptions",
        )
        return {
            "measures": {name: getattr(measures, name) for name in by_clock},
            "words": refused.problem.line("en"),
        }


def _call(file: Path, lang: str, said: list[Turn]) -> Call:
    return Call(file.stem, lang, clock.now(), Context(), tuple(said))
