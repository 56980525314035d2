"""Where a call's guide stands is kept with the call as it goes on, so that a crash loses no step."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from shounuo.records.actions._act import act
from shounuo.records.models import Contact, Staff


def follow_guide(
    *, contact_id: int, staff: Staff, recorded_at: datetime, session: Mapping[str, Any]
) -> Contact:
    """Keeps the guide's session (`guides.session.Session.as_dict`). A call with its code is not touched.

    No event of its own: the end of the contact carries the steps.
    """
    with act(actor=staff, recorded_at=recorded_at):
        contact = Contact.objects.select_for_update().get(pk=contact_id)
        if contact.state == "in_flight":
            contact.steps = {**contact.steps, "guide": dict(session)}
            contact.guide_version = str(session.get("guide", ""))
            contact.save(update_fields=["steps", "guide_version"])
        return contact
