"""Files of calls into the records: every call that can be read, and a message for each that cannot."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from shounuo.feeds.transcripts.reader import Item, read_file
from shounuo.inspection.house_form import NOTHING
from shounuo.inspection.model import Call, Context, Turn
from shounuo.kernel.errors import Problem, Refused
from shounuo.records.actions.take_transcript import take_transcript
from shounuo.records.models import Contact
from shounuo.records.queries.call_context import known_context


def take_files(
    paths: Iterable[Path], *, now: datetime, known: Mapping[str, Any] = NOTHING
) -> tuple[int, list[Problem]]:
    """(how many calls were taken, what could not be). `known`: as in `read_file`."""
    taken, problems = 0, list[Problem]()
    for path in paths:
        for found in read_file(path, now, known):
            if isinstance(found, Problem):
                problems.append(found)
                continue
            try:
                take_item(found, path.name, now)
            except Refused as refused:
                problems.append(refused.problem)
            else:
                taken += 1
    return taken, problems


def take_item(item: Item, source: str, now: datetime, audio: str = "") -> None:
    """Stores one call. Refused: the same reference is known with other words."""
    body = house_form(item.call)
    contact = contact_of(item.call.id)
    if contact is not None:
        # What the house knows is taken from the house, not from the file.
        body["contact"], body["context"] = contact.pk, known_context(contact)
    take_transcript(
        body=body,
        source=source,
        actor="import",
        recorded_at=now,
        notes=[note.line("zh") for note in item.notes],
        audio=audio,
    )


def contact_of(ref: str) -> Contact | None:
    """A call named `contact-12` is the desk's own attempt 12."""
    number = ref.removeprefix("contact-")
    if number == ref or not number.isdecimal():
        return None
    rows = Contact.objects.select_related("case__lender", "case__customer", "point", "actor__team")
    return rows.filter(pk=int(number)).first()


def house_form(call: Call) -> dict[str, Any]:
    """A call as the house writes it down: the form `feeds.transcripts.house` reads back."""
    return {
        "id": call.id,
        "lang": call.lang,
        "as_of": call.as_of.isoformat(),
        "context": context_form(call.context),
        "turns": [_turn_form(turn) for turn in call.turns],
        "gold": {
            "recorded_disposition": call.context.recorded_disposition,
            "recorded_promise": _promise(call.context),
        },
    }


def _turn_form(turn: Turn) -> dict[str, Any]:
    """Without `sure` where the source told who spoke: the same call stays the same text."""
    told = asdict(turn)
    return told if turn.sure is not None else {k: v for k, v in told.items() if k != "sure"}


def context_form(context: Context) -> dict[str, Any]:
    """As it was told: a jurisdiction that was assumed is not written down, and is assumed again by who reads it."""
    told = asdict(context)
    unsaid = ("recorded_promise", "recorded_disposition", "identity_known", "jurisdiction_assumed")
    for name in (*unsaid, *(("jurisdiction",) if context.jurisdiction_assumed else ())):
        del told[name]
    for name in ("open_flags", "authorised_actions"):
        told[name] = sorted(told[name])
    return {name: _plain(value) for name, value in told.items()}


def _promise(context: Context) -> Any:
    """Without `instalments` where there are none: the same call stays the same text."""
    told = asdict(context.recorded_promise) if context.recorded_promise else None
    return _plain({k: v for k, v in told.items() if k != "instalments" or v}) if told else None


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value.isoformat() if hasattr(value, "isoformat") else value
