"""Recordings into the records: each becomes a call in words with its sound beside it, or a message why not."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from shounuo.feeds.recordings.call import read_recording
from shounuo.feeds.recordings.speech import Ear
from shounuo.feeds.take_transcripts import contact_of, take_item
from shounuo.inspection.frames.compile import Language
from shounuo.inspection.house_form import NOTHING
from shounuo.kernel.errors import Problem, Refused


def take_recordings(
    paths: Iterable[Path],
    ear: Ear,
    folder: Path,
    *,
    now: datetime,
    language: Language | None = None,
    agent_channel: int = 0,
    known: Mapping[str, Any] = NOTHING,
) -> tuple[int, list[Problem]]:
    """(how many calls were taken, what could not be). The sound of a taken call is kept under `folder`.

    `known`: the case of calls that are not the desk's own, as in `read_recording`.
    A file named `contact-12.wav` is the desk's own attempt 12: it began when that attempt did.
    """
    taken, problems = 0, list[Problem]()
    for path in paths:
        contact = contact_of(path.stem)
        began = contact.opened_at if contact else now
        found = read_recording(
            path, began, ear, language=language, agent_channel=agent_channel, known=known
        )
        if isinstance(found, Problem):
            problems.append(found)
            continue
        try:
            take_item(found, path.name, now, audio=_kept(path, folder))
        except Refused as refused:
            problems.append(refused.problem)
        else:
            taken += 1
    return taken, problems


def _kept(path: Path, folder: Path) -> str:
    """The name of the copy, after its content: the same recording is kept once. Readable to the service alone."""
    with path.open("rb") as source:
        digest = hashlib.file_digest(source, "sha256").hexdigest()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    copy = folder / f"{digest[:32]}{path.suffix.lower()}"
    if not copy.exists():
        shutil.copyfile(path, copy)
        copy.chmod(0o600)
    return copy.name
