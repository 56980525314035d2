"""A call that goes on, as far as a recogniser has heard it, in the house form of transcripts."""

from __future__ import annotations

from typing import Any

from shounuo.records.models import Contact, LiveTurn
from shounuo.records.queries.call_context import known_context


def turns_heard(contact_id: int) -> int:
    """How many turns are kept: grows with each, 0 for a call that nobody follows."""
    return LiveTurn.objects.filter(contact=contact_id).count()


def live_body(contact: Contact) -> dict[str, Any]:
    """The call so far. Its id is that of the desk's own attempt, as in transcript files."""
    return {
        "id": f"contact-{contact.pk}",
        "contact": contact.pk,
        "lang": contact.case.customer.language or "zh",
        "as_of": contact.opened_at.isoformat(),
        "context": known_context(contact),
        "turns": [
            {"i": row.n, "speaker": row.speaker, "text": row.text, "t0": row.t0, "t1": row.t1}
            for row in LiveTurn.objects.filter(contact=contact)
        ],
    }
