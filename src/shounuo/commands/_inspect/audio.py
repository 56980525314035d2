"""`shounuo inspect audio FILE`: who speaks when, and the words and findings where a speech model is there."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from time import perf_counter
from typing import Any, cast

import click

from shounuo.commands._case_context import case_context_options, known_of
from shounuo.commands._hearing import hearing_options
from shounuo.commands._report import json_option, report
from shounuo.feeds.recordings.call import read_recording, unreadable
from shounuo.feeds.recordings.hearing import Listened, who_spoke_when
from shounuo.feeds.recordings.sound import open_recording
from shounuo.feeds.recordings.speech import Ear, load
from shounuo.inspection.as_json import report_json
from shounuo.inspection.frames.compile import Language
from shounuo.inspection.measures import measure
from shounuo.inspection.model import Call, Context, Turn
from shounuo.inspection.reading import Reading
from shounuo.inspection.report import inspect_call
from shounuo.kernel.errors import Problem, Refused
from shounuo.settings import clock

_BY_CLOCK = (
    "talk_time_s", "agent_s", "party_s", "talk_ratio", "silence_s", "longest_silence_s", "overtalk_s", "interruptions",
)  # fmt: skip


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@hearing_options
@case_context_options
@click.option("--as-of", type=click.DateTime(), help="Start of the call.")
@json_option
def command(
    file: Path,
    model: Path | None,
    lang: str | None,
    agent_channel: int,
    context: Path | None,
    jurisdiction: str | None,
    as_of: datetime | None,
    as_json: bool,
) -> None:
    """Speech by the clock of a recording (WAV, MP3, FLAC, Ogg); with a model, its words and the whole inspection."""
    try:
        found = who_spoke_when(open_recording(file))
    except ValueError as fault:
        raise click.ClickException(unreadable(file, fault).line("en")) from fault
    data = _by_the_clock(file, found)
    known = known_of(context, jurisdiction)
    started = as_of.astimezone() if as_of else clock.now()
    try:
        ear = load(model or _set_folder())
    except Refused as refused:
        data |= {"words": refused.problem.line("en")}
        if found.apart:
            data |= {"measures": _silent_measures(file, found, agent_channel)}
    else:
        language = cast(Language | None, lang)
        data |= _inspected(file, ear, language, agent_channel, known, started)
    report(data, as_json=as_json)


def _set_folder() -> Path | None:
    return Path(name) if (name := os.environ.get("SHOUNUO_SPEECH_MODEL")) else None


def _by_the_clock(file: Path, found: Listened) -> dict[str, Any]:
    data: dict[str, Any] = {
        "file": file.name,
        "seconds": round(found.levels.seconds, 2),
        "channels": found.levels.channels,
        "speech": [asdict(stretch) for stretch in found.found],
    }
    if not found.apart:
        data["note"] = "both sides share one channel: their words tell them apart, and may err"
    return data


def _inspected(
    file: Path,
    ear: Ear,
    language: Language | None,
    agent_channel: int,
    known: Mapping[str, Any],
    as_of: datetime,
) -> dict[str, Any]:
    started = perf_counter()
    item = read_recording(
        file, as_of, ear, language=language, agent_channel=agent_channel, known=known
    )
    seconds = round(perf_counter() - started, 1)
    if isinstance(item, Problem):
        return {"problem": item.line("en"), "heard_in_s": seconds}
    return {
        "language": item.call.lang,
        "turns": [asdict(turn) for turn in item.call.turns],
        "notes": [note.line("en") for note in item.notes],
        "report": report_json(inspect_call(item.call)),
        "heard_in_s": seconds,
    }


def _silent_measures(file: Path, found: Listened, agent_channel: int) -> dict[str, Any]:
    """What the clock alone tells, where each side has a channel of its own."""
    silent = tuple(
        Turn(n, "agent" if s.channel == agent_channel else "party", "", s.start, s.end)
        for n, s in enumerate(found.found)
    )
    measures = measure(Reading(Call(file.stem, "zh", clock.now(), Context(), silent)))
    return {name: getattr(measures, name) for name in _BY_CLOCK}
