"""What kind of contact this is, in the words the mainland's rules use."""

from __future__ import annotations

from datetime import datetime

from shounuo.rules.facts import Facts
from shounuo.rules.local_hours import zone
from shounuo.rules.packs.cn.zone import ZONE
from shounuo.rules.proposed import NOT_TO_A_PERSON, VOICE, Channel, CollectorKind, Direction, Role
from shounuo.rules.standing import Consent

# Contacts that serve the person or a duty and ask for no payment.
SERVICE = frozenset(
    {
        "answer",
        "complaint_reply",
        "dispute_reply",
        "assignment_notice",
        "required_notice",
        "credit_report_notice",
    }
)
# The six ways in which a number may lawfully be had.
LAWFUL_SOURCES = frozenset(
    {
        "contract",
        "left_by_customer",
        "authorised",
        "public",
        "left_contact_informed",
        "credit_registry_authorised",
    }
)
INSTITUTIONS = frozenset({Role.COURT, Role.CREDIT_BUREAU, Role.CREDITOR, Role.COLLECTOR})
# Nothing reaches the person at the moment of posting or filing.
NO_HOUR = NOT_TO_A_PERSON | {Channel.MAIL, Channel.POSTCARD, Channel.PORTAL}


def reaches_a_person(facts: Facts) -> bool:
    proposed = facts.proposed
    return proposed.channel not in NOT_TO_A_PERSON and proposed.role not in INSTITUTIONS


def outbound(facts: Facts) -> bool:
    return facts.proposed.direction is Direction.OUTBOUND and reaches_a_person(facts)


def by_voice(facts: Facts) -> bool:
    """A new voice contact; one in progress was counted when it began."""
    new = facts.proposed.channel is not Channel.CALL_IN_PROGRESS
    return new and outbound(facts) and facts.proposed.channel in VOICE


def collects(facts: Facts) -> bool:
    """Collection proper, inbound too: answering is open, asking for payment is what is asked."""
    return reaches_a_person(facts) and facts.proposed.purpose not in SERVICE


def by_agency(facts: Facts) -> bool:
    """An agency, or nobody knows whom: then as an agency."""
    return facts.proposed.collector.kind is not CollectorKind.LENDER_STAFF


def is_business(facts: Facts) -> bool:
    """Every debt is known to be a business debt. One unknown or personal makes it a consumer's."""
    debts = facts.proposed_debts
    return len(debts) == len(facts.proposed.debts) > 0 and all(d.kind == "business" for d in debts)


def recorded(
    facts: Facts, kind: str, by: str, person: str | None = None, at: datetime | None = None
) -> bool:
    """A consent or agreement of that kind stands, with evidence, at that moment (the contact's)."""
    when, address = at or facts.proposed.when, facts.proposed.address
    for consent in facts.consents:
        fits = consent.kind == kind and consent.by == by and bool(consent.evidence)
        given = consent.given_at is not None and consent.given_at <= when
        kept = consent.revoked_at is None or when < consent.revoked_at
        if not (fits and given and kept) or person not in (None, consent.person_id):
            continue
        if consent.address_id is not None and (address is None or consent.address_id != address.id):
            continue
        if consent.channel is not None and consent.channel is not facts.proposed.channel:
            continue
        if consent.debts and not set(facts.proposed.debts) <= set(consent.debts):
            continue
        if not _on_its_days(consent, when):
            continue
        return True
    return False


def _on_its_days(consent: Consent, when: datetime) -> bool:
    """Within the dates, the last day and the hours that the consent names, on Beijing's clock."""
    local = when.astimezone(zone(ZONE))
    if consent.dates and local.date() not in consent.dates:
        return False
    last = consent.valid_through
    if isinstance(last, datetime):
        if when > last:
            return False
    elif last is not None and local.date() > last:
        return False
    if consent.window is None:
        return True
    start, end = consent.window
    clock = local.time()
    return start <= clock < end if start <= end else clock >= start or clock < end
