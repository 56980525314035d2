"""Who counts as a third party, and when the customer counts as lost.

3P-1, 3P-2, 3P-6, 3P-7: a guarantor answers for the debt; an heir up to the estate; a payer who
offered to pay, about paying; everybody else is a third party, family too.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from shounuo.rules.counting import ASSISTANT, NOT_DIALLED
from shounuo.rules.facts import Facts
from shounuo.rules.local_hours import local_day
from shounuo.rules.packs.cn.scope import INSTITUTIONS, recorded
from shounuo.rules.packs.cn.zone import ZONE
from shounuo.rules.past import Basis, PastContact
from shounuo.rules.proposed import Channel, Direction, Role

_OWN_PLACE = frozenset({Role.CUSTOMER, Role.GUARANTOR})
_TWO_WAY = frozenset({Channel.CALL, Channel.VISIT})


def has_own_liability(facts: Facts) -> bool:
    """The person answers for the debt: by it, by guarantee, by a recorded agreement."""
    proposed = facts.proposed
    return proposed.role in _OWN_PLACE or recorded(facts, "joint_liability", proposed.person_id)


def is_third_party(facts: Facts) -> bool:
    """Everybody who neither owes, inherits, offered to pay, nor represents the customer."""
    proposed = facts.proposed
    if proposed.role in INSTITUTIONS or has_own_liability(facts):
        return False
    if proposed.role is Role.HEIR:
        return not any(h.person_id == proposed.person_id and h.accepted for h in facts.heirs)
    if proposed.role is Role.VOLUNTEER_PAYER:
        return not recorded(facts, "volunteers_to_pay", proposed.person_id)
    if proposed.role in (Role.ATTORNEY, Role.PERSONAL_REPRESENTATIVE):
        return not recorded(facts, "representation", facts.customer.id, proposed.person_id)
    return True


def reason_on_file(
    facts: Facts, failed_calls: int | None, lost_days: int | None, days_ahead: int = 0
) -> str | None:
    """The lawful reason to speak to a third party: which, or None. A number not in force: None."""
    customer = facts.customer
    if customer.deceased:
        return "deceased"
    if customer.lacks_capacity:
        return "lacks_capacity"
    today = local_day(facts.proposed.when, ZONE) + timedelta(days=days_ahead)
    attempts = _attempts_since_reached(facts)
    phones = [number for number in customer.numbers if number.kind == "phone"]
    if phones and all(number.dead for number in phones):
        return "dead_number"
    if not attempts or not _others_known_since(facts, attempts[0].when):
        return None
    if failed_calls and _failed_in_a_row(attempts, failed_calls, today):
        return "failed_calls"
    if lost_days and _days_in_a_row(attempts, lost_days, today):
        return "lost_days"
    return None


def _attempts_since_reached(facts: Facts) -> list[PastContact]:
    """Tries to reach the customer, oldest first, after the last one that did or may have.

    Anything heard from the customer ends the row; so does a try whose end is not known, and of two
    at the same moment the one that ends it comes last, whatever the order of the rows.
    """
    row: list[PastContact] = []
    mine = [c for c in facts.contacts if _may_be_to_customer(c, facts.customer.id)]
    for contact in sorted(mine, key=lambda c: (c.when, _ends_row(c))):
        if contact.when > facts.proposed.when or contact.outcome == NOT_DIALLED:
            continue
        if _ends_row(contact):
            row = []
        elif contact.channel in _TWO_WAY and contact.person_id is not None:
            row.append(contact)
    return row


def _may_be_to_customer(contact: PastContact, customer_id: str) -> bool:
    if contact.person_id is not None:
        return contact.person_id == customer_id
    return contact.role in (None, Role.CUSTOMER)


def _ends_row(contact: PastContact) -> bool:
    return contact.direction is Direction.INBOUND or _may_have_reached(contact)


def _may_have_reached(contact: PastContact) -> bool:
    if contact.channel not in _TWO_WAY:
        return contact.connected is True
    if contact.in_flight or contact.outcome == ASSISTANT:
        return True
    return contact.connected is not False


def _others_known_since(facts: Facts, first: datetime) -> bool:
    """Nobody else can have reached the customer unseen: a person another party spoke to is not lost.

    A share of the day's number says nothing about that; nor does a quiet list of parties.
    """
    if facts.other_parties is None:
        return False
    return all(
        any(
            coverage.organisation == other
            and (coverage.basis is Basis.IMPORTED or bool(coverage.evidence))
            and coverage.basis is not Basis.QUOTA
            and coverage.covers(first)
            and coverage.covers(facts.proposed.when)
            for coverage in facts.coverage
        )
        for other in facts.other_parties
    )


def _failed_in_a_row(row: list[PastContact], wanted: int, today: date) -> bool:
    """`wanted` failed calls, the last of them before today."""
    calls = [c for c in row if c.channel is Channel.CALL and local_day(c.when, ZONE) < today]
    return len(calls) >= wanted


def _days_in_a_row(row: list[PastContact], wanted: int, today: date) -> bool:
    """Tried and not reached on each of `wanted` consecutive days before today."""
    tried = {local_day(contact.when, ZONE) for contact in row}
    for last in tried:
        run = {last - timedelta(days=back) for back in range(wanted)}
        if last < today and run <= tried:
            return True
    return False
