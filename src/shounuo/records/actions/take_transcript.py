"""A call arrives as text. The same call again changes nothing; the same reference with other words is refused."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.actions._act import Actor, act
from shounuo.records.models import Contact, Transcript


def take_transcript(
    *,
    body: Mapping[str, Any],
    source: str,
    actor: Actor,
    recorded_at: datetime,
    notes: Sequence[str] = (),
    audio: str = "",
) -> Transcript:
    """Stores a call in the house form (`id`, `lang`, `as_of`, `context`, `turns`, maybe `contact`)."""
    text = json.dumps(body, ensure_ascii=False, sort_keys=True)
    digest = hashlib.sha256(text.encode()).hexdigest()
    with act(actor=actor, recorded_at=recorded_at) as writing:
        known = Transcript.objects.filter(ref=body["id"]).first()
        if known is not None:
            if known.body_hash != digest:
                raise Refused(_other_words(known))
            return known
        contact = Contact.objects.filter(pk=body.get("contact") or 0).first()
        ends = [turn.get("t1") or 0 for turn in body["turns"]]
        transcript = Transcript.objects.create(
            ref=body["id"],
            contact=contact,
            collector_id=contact.actor_id if contact else None,
            language=body.get("lang", ""),
            called_at=datetime.fromisoformat(body["as_of"]),
            seconds=round(max(ends, default=0)),
            source=source,
            body=text,
            body_hash=digest,
            audio=audio,
            recorded_at=recorded_at,
            notes=list(notes),
        )
        chain = f"case:{contact.case_id}" if contact else f"transcript:{transcript.pk}"
        payload = {"transcript": transcript.pk, "sha256": digest, "source": source}
        writing.event(chain, "TranscriptTaken", payload)
        return transcript


def _other_words(known: Transcript) -> Problem:
    return Problem(
        "transcript_conflict",
        Text(
            "同一编号的通话内容不同，未导入",
            "A call of this id is known with other words; not taken",
        ),
        record=known.ref,
        next_step=Text("换一个编号，或核对来源", "Give it another id, or check where it came from"),
    )
