"""Which past contacts a day's counter holds. One still in flight is held by every counter it
could end in; one whose outcome the switch has not told is too.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from shounuo.rules.facts import Facts
from shounuo.rules.local_hours import local_day
from shounuo.rules.past import PastContact
from shounuo.rules.proposed import VOICE, Direction, Proposed

ASSISTANT = "assistant"  # an answering assistant picked up
NOT_DIALLED = "not_dialled"  # stopped before the line was opened: no attempt


def voice_contacts_of_day(facts: Facts, day: date, zone: str) -> Iterator[PastContact]:
    """Outbound voice contacts begun on that local day; row order does not matter.

    The contact under test is not among its own past, even once its row stands in flight.
    """
    for contact in facts.contacts:
        outbound = contact.direction is Direction.OUTBOUND and contact.channel in VOICE
        itself = contact.contact_id and contact.contact_id == facts.proposed.contact_id
        made = outbound and contact.outcome != NOT_DIALLED
        if made and not itself and local_day(contact.when, zone) == day:
            yield contact


def may_be_connected(contact: PastContact, assistant_counts: bool) -> bool:
    """Connected, or not known not to be."""
    if contact.in_flight:
        return True
    if contact.outcome == ASSISTANT:
        return assistant_counts
    return contact.connected is not False


def may_be_unanswered(contact: PastContact, assistant_counts: bool) -> bool:
    """Unanswered, or not known to have been answered."""
    if contact.in_flight:
        return True
    if contact.outcome == ASSISTANT:
        return not assistant_counts
    return contact.connected is not True


def is_of(contact: PastContact, proposed: Proposed) -> bool:
    """A contact to that person, or to nobody knows whom unless known to be in another role."""
    if contact.person_id is not None:
        return contact.person_id == proposed.person_id
    return contact.role is None or proposed.role is None or contact.role == proposed.role


def is_by(contact: PastContact, organisation: str | None) -> bool:
    """A contact by that party, or by nobody knows which; with no party asked, by any."""
    return organisation is None or not contact.organisation or contact.organisation == organisation


def is_on(contact: PastContact, address_id: str | None) -> bool:
    """An attempt on that number, or on nobody knows which; with no number asked, on any."""
    return address_id is None or contact.address_id in (None, address_id)
