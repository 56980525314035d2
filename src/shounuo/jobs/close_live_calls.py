"""Calls that were followed live and have ended become transcripts, to be inspected within the minute."""

from __future__ import annotations

from datetime import datetime, timedelta

from shounuo.records.actions.close_live_call import close_live_call
from shounuo.records.models import Contact
from shounuo.records.queries.live_call import live_body

NAME = "close_live_calls"
EVERY_SECONDS = 10
# The recogniser may still be finishing the last words when the code is chosen; they come as a transcript file then.
SETTLE = timedelta(seconds=5)


def run(as_of: datetime) -> int:
    """How many calls were closed."""
    over = Contact.objects.exclude(state="in_flight").filter(
        live_turns__isnull=False, ended_at__lte=as_of - SETTLE
    )
    ended = over.select_related("case__lender", "case__customer", "point", "actor__team").distinct()
    for contact in ended:
        close_live_call(
            contact_id=contact.pk, body=live_body(contact), actor=NAME, recorded_at=as_of
        )
    return len(ended)
