"""Contacts already made, ours and other parties', as the counters see them."""

from __future__ import annotations

from collections.abc import Iterator

from shounuo.records.queries.asked import Asked
from shounuo.records.queries.background import Background
from shounuo.records.queries.gate_rows import ContactRow, OtherContactRow
from shounuo.records.queries.people import People, customer_person
from shounuo.rules.past import PastContact
from shounuo.rules.proposed import Channel, Direction, Role

# The channels of other parties' files in the rules' words; the rest are named alike.
TOLD_CHANNELS = {"sms": "text", "letter": "mail", "app": "app_message"}


def past_contacts(asked: Asked, background: Background, people: People) -> Iterator[PastContact]:
    """Each contact once: those with this customer, and those on this number whoever they were for."""
    customer, number = asked.case.customer_id, asked.point.value_hash
    ours = background.contacts.get(customer, []) + background.on_number.get(number, [])
    others = background.others.get(customer, []) + background.others_on_number.get(number, [])
    yield from (_ours(row, people) for row in {row.id: row for row in ours}.values())
    yield from (_other(row) for row in {row.id: row for row in others}.values())


def _ours(row: ContactRow, people: People) -> PastContact:
    return PastContact(
        when=row.opened_at,
        channel=Channel(row.channel),
        direction=Direction(row.direction),
        person_id=people.of(row.customer_id, row.role, row.point_id),
        role=Role(row.role),
        address_id=row.number_hash or None,
        debts=tuple(str(debt) for debt in row.debts),
        discussed=tuple(str(debt) for debt in row.discussed),
        outcome=row.outcome or None,
        connected=row.connected,
        in_flight=row.state == "in_flight",
        organisation=row.organisation,
        exclusion=row.exclusion or None,
        contact_id=str(row.id),
    )


def _other(row: OtherContactRow) -> PastContact:
    return PastContact(
        when=row.opened_at,
        channel=Channel(TOLD_CHANNELS.get(row.channel, row.channel)),
        # Which third party another organisation reached is not told: it may be any of them.
        person_id=customer_person(row.customer_id) if row.role == Role.CUSTOMER else None,
        role=Role(row.role),
        address_id=row.number_hash or None,
        outcome=row.outcome or None,
        connected=row.connected,
        organisation=row.organisation,
        contact_id=f"{row.organisation}:{row.ref}",
    )
