"""What other parties of the lender did to reach its customers, and how far their file tells.

Their contacts count in the same limits as ours; what no file covers is not known, and not known never
means none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from shounuo.records.actions._act import Actor, act
from shounuo.records.models import Customer, Lender, OtherContact, OtherPartyCoverage
from shounuo.records.sealing import keyed_hash


@dataclass(frozen=True, slots=True)
class OtherContactRow:
    """One attempt by another party. `connected` None: their file does not say."""

    row_no: int
    ref: str
    customer_ref: str
    organisation: str
    opened_at: datetime
    channel: str = "call"
    role: str = "customer"
    number: str = ""
    outcome: str = ""
    connected: bool | None = None


@dataclass
class TakenContacts:
    new: int = 0
    unchanged: int = 0
    unknown_customers: list[OtherContactRow] = field(default_factory=list)


def take_other_contacts(
    *, lender: Lender, rows: Sequence[OtherContactRow], actor: Actor, recorded_at: datetime
) -> TakenContacts:
    """Stores one batch atomically under the locks of its customers, so that a call that is being
    decided sees all of it or none. The same number of the same party again changes nothing."""
    with act(actor=actor, recorded_at=recorded_at) as writing:
        keys = {keyed_hash(row.customer_ref, kind="customer") for row in rows}
        locked = Customer.objects.select_for_update().filter(lender=lender, ref_hash__in=keys)
        people = {person.ref_hash: person for person in locked.order_by("pk")}
        known = set(
            OtherContact.objects.filter(
                lender=lender, ref__in=[row.ref for row in rows]
            ).values_list("organisation", "ref")
        )
        taken, fresh = TakenContacts(), []
        for row in rows:
            person = people.get(keyed_hash(row.customer_ref, kind="customer"))
            if (row.organisation, row.ref) in known:
                taken.unchanged += 1
            elif person is None:
                taken.unknown_customers.append(row)
            else:
                known.add((row.organisation, row.ref))
                fresh.append(_contact(lender, person, row))
        OtherContact.objects.bulk_create(fresh)
        taken.new = len(fresh)
        if fresh:
            told = {"contacts": taken.new, "customers": sorted({c.customer_id for c in fresh})}
            writing.event(f"lender:{lender.pk}", "OtherContactsTaken", told)
        return taken


def _contact(lender: Lender, person: Customer, row: OtherContactRow) -> OtherContact:
    return OtherContact(
        lender=lender,
        customer=person,
        organisation=row.organisation,
        ref=row.ref,
        number_hash=keyed_hash(row.number, kind="phone"),
        channel=row.channel,
        role=row.role,
        opened_at=row.opened_at,
        outcome=row.outcome,
        connected=row.connected,
    )


def declare_other_coverage(
    *,
    lender: Lender,
    organisation: str,
    covers_from: datetime | None,
    covers_through: datetime,
    evidence: str,
    actor: Actor,
    recorded_at: datetime,
) -> OtherPartyCoverage:
    """This party's file tells every contact between the two moments."""
    with act(actor=actor, recorded_at=recorded_at) as writing:
        covered, made = OtherPartyCoverage.objects.get_or_create(
            lender=lender,
            organisation=organisation,
            basis="file",
            covers_from=covers_from,
            covers_through=covers_through,
            defaults={"evidence": evidence[:160], "recorded_at": recorded_at},
        )
        if made:
            payload = {"organisation": organisation, "through": covers_through.isoformat()}
            writing.event(f"lender:{lender.pk}", "OtherCoverageDeclared", payload)
        return covered
