"""One question to the gate, in the product's own rows."""

from __future__ import annotations

from dataclasses import dataclass

from shounuo.records.models import Case, ContactPoint, Staff, Team
from shounuo.rules.proposed import Channel, Content, Visit


@dataclass(frozen=True, slots=True)
class Asked:
    """One question to the gate: this case, this point, this way, by this person, saying this.

    `purpose`: what the contact is for when it is no collection (`complaint_reply`, `required_notice` …);
    words that ask for payment make it one all the same. `visit`: who goes and where.
    """

    case: Case
    point: ContactPoint
    channel: Channel
    staff: Staff | None
    team: Team | None
    content: Content | None = None
    contact_id: str = ""
    purpose: str = ""
    visit: Visit | None = None
