"""The amount advised on a call, kept with it from the moment the line is answered."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from shounuo.records.models import Contact
from shounuo.records.queries.advice import advice_for, said_on


def advice_side(contact: Contact, now: datetime) -> dict[str, Any]:
    """The advice as it stands, with what the customer said they have."""
    told = said_on(contact)
    return {"advice": advice_for(contact.case, now, told), "told": told}
