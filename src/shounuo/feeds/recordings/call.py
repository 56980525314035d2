"""One recording as a call, with the faults found on the way; or the reason why it is none."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from shounuo.feeds.recordings.hearing import who_spoke_when, with_words
from shounuo.feeds.recordings.sound import open_recording
from shounuo.feeds.recordings.speech import Ear
from shounuo.feeds.transcripts.checks import notes, refusal
from shounuo.feeds.transcripts.reader import Item
from shounuo.inspection.frames.compile import Language
from shounuo.inspection.house_form import NOTHING, context_from
from shounuo.inspection.model import Call
from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text


def read_recording(
    path: Path,
    as_of: datetime,
    ear: Ear,
    *,
    language: Language | None = None,
    agent_channel: int = 0,
    known: Mapping[str, Any] = NOTHING,
) -> Item | Problem:
    """The call of a recording begun at `as_of`, with what is `known` of the case (the `context` of the house form).

    `language`: None lets the model tell Chinese from English.
    """
    try:
        recording = open_recording(path)
        found = with_words(recording, who_spoke_when(recording), ear, language, agent_channel)
    except ValueError as fault:
        return unreadable(path, fault)
    except Refused as refused:
        return refused.problem
    lang = found.language or "zh"
    call = Call(path.stem, lang, as_of, context_from(known, lang=lang), found.turns)
    return refusal(call) or Item(call, [*found.notes, *notes(call)])


def unreadable(path: Path, fault: Exception) -> Problem:
    return Problem(
        "recording_unreadable",
        Text(f"录音读不成：{fault}", f"the recording cannot be read: {fault}"),
        record=path.name,
        next_step=Text(
            "核对文件后重新导入；其余文件不受影响",
            "check the file and import it again; other files are not affected",
        ),
    )
