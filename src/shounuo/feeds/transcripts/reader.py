"""One file of transcripts, whatever its form: every call it holds, and a plain message for what could not be read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from shounuo.feeds.transcripts import checks, plain, services, subtitles
from shounuo.feeds.transcripts.file_lines import lines_of, whole_text
from shounuo.inspection.house_form import NOTHING, call_from, context_from, read_lines
from shounuo.inspection.line_faults import fault_in_words
from shounuo.inspection.model import Call, Turn
from shounuo.kernel.errors import Problem
from shounuo.kernel.text import Text


@dataclass(frozen=True)
class Item:
    """A call with the faults found in its clock."""

    call: Call
    notes: list[Problem] = field(default_factory=list)


def read_file(
    path: Path, as_of: datetime, known: Mapping[str, Any] = NOTHING
) -> Iterator[Item | Problem]:
    """Calls of a .jsonl, .json, .txt, .srt or .vtt file.

    `as_of` serves forms that carry none, `known` (the `context` of the house form) calls that do not say it themselves.
    One bad item never stops the others.
    """
    try:
        lines = lines_of(path)
    except OSError as fault:
        yield _unreadable(path.name, fault)
        return
    if isinstance(lines, Problem):
        yield lines
        return
    if path.suffix == ".jsonl":
        yield from (
            _checked(found[1]) if not isinstance(found, Problem) else found
            for found in read_lines(lines, known)
        )
        return
    try:
        yield _checked(_single(path, whole_text(lines), as_of, known))
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        yield _unreadable(path.name, fault)


def _single(path: Path, text: str, as_of: datetime, known: Mapping[str, Any]) -> Call:
    if path.suffix == ".json":
        raw = json.loads(text)
        if "turns" in raw:
            return call_from(raw, known)
        return _call(path, services.turns_of(raw), as_of, known)
    form = subtitles if path.suffix in {".srt", ".vtt"} else plain
    return _call(path, form.turns_of(text), as_of, known)


def _call(path: Path, turns: list[Turn], as_of: datetime, known: Mapping[str, Any]) -> Call:
    lang = checks.language_of("".join(t.text for t in turns)) or "unknown"
    return Call(path.stem, lang, as_of, context_from(known, lang=lang), tuple(turns))


def _checked(call: Call) -> Item | Problem:
    return checks.refusal(call) or Item(call, checks.notes(call))


def _unreadable(name: str, fault: Exception) -> Problem:
    why = fault_in_words(fault)
    return Problem(
        "transcript_unreadable",
        Text(f"读不成通话：{why['zh']}", f"not a call: {why['en']}"),
        record=name,
        next_step=Text(
            "请改正该文件；别的文件不受影响",
            "correct it; other files are not affected",
        ),
    )
