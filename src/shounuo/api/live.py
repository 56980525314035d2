"""A call while it goes on: a recogniser sends turns, whoever follows the call hears where it stands."""

from __future__ import annotations

import json
from collections.abc import Iterator
from time import monotonic, sleep
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from ninja import Body, Router

from shounuo.feeds.live_calls import state_of, turn_from
from shounuo.inspection.as_json import live_json
from shounuo.records.actions.hear_turn import hear_turn
from shounuo.records.models import Contact
from shounuo.records.queries.live_call import turns_heard
from shounuo.settings import clock

router = Router()
# A stream holds a worker's thread: it ends by itself and the listener comes back with its last id.
STREAM_SECONDS = 20
LOOK_EVERY_SECONDS = 0.25


@router.post("/{int:contact_id}/turns")
def send(request: HttpRequest, contact_id: int, sent: Body[Any]) -> dict[str, Any]:
    """One turn or a list of turns; answers with the state after them. A turn sent twice counts once."""
    for raw in sent if isinstance(sent, list) else [sent]:
        hear_turn(
            contact_id=contact_id,
            turn=turn_from(raw),
            actor="recogniser",
            recorded_at=clock.now(),
        )
    return _state(contact_id)


@router.get("/{int:contact_id}")
def now(request: HttpRequest, contact_id: int) -> dict[str, Any]:
    """The state of the call now."""
    return _state(contact_id)


@router.get("/{int:contact_id}/events")
def follow(request: HttpRequest, contact_id: int) -> HttpResponse:
    """The state after each turn as server-sent events, from `Last-Event-ID` on."""
    last = request.headers.get("Last-Event-ID", "")
    events = _events(contact_id, int(last) if last.isdecimal() else 0)
    answer = StreamingHttpResponse(events, content_type="text/event-stream")
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _events(contact_id: int, heard: int) -> Iterator[str]:
    yield "retry: 500\n\n"
    until = monotonic() + STREAM_SECONDS
    while monotonic() < until:
        count = turns_heard(contact_id)
        if count > heard:
            heard = count
            told = json.dumps(_state(contact_id), ensure_ascii=False)
            yield f"id: {heard}\nevent: state\ndata: {told}\n\n"
        if not Contact.objects.filter(pk=contact_id, state="in_flight").exists():
            yield "event: ended\ndata: {}\n\n"
            break
        connection.close_if_unusable_or_obsolete()
        sleep(LOOK_EVERY_SECONDS)


def _state(contact_id: int) -> dict[str, Any]:
    rows = Contact.objects.select_related("case__lender", "case__customer", "point", "actor__team")
    contact = rows.filter(pk=contact_id).first()
    live = state_of(contact) if contact else None
    return live_json(live) if live else {"turns": 0}
