"""What other parties of the lender did to reach its customers, and how far their file tells.

Their contacts count in the same limits as ours; what no file covers is not known, and not known never
means none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

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
    replaced: int = 0
    unchanged: int = 0
    unknown_customers: list[OtherContactRow] = field(default_factory=list)
    # row, and what it says otherwise: field -> [known, told]
    conflicts: list[tuple[OtherContactRow, dict[str, list[Any]]]] = field(default_factory=list)


def take_other_contacts(
    *,
    lender: Lender,
    rows: Sequence[OtherContactRow],
    actor: Actor,
    recorded_at: datetime,
    overrule: bool = False,
) -> TakenContacts:
    """Stores one batch atomically under the locks of its customers, so that a call that is being
    decided sees all of it or none. The same number of the same party again changes nothing; said
    otherwise it is handed back, because "no answer" put right to a talk uses up the day's limit.
    `overrule`: a person decided that these rows are right."""
    with act(actor=actor, recorded_at=recorded_at) as writing:
        keys = {keyed_hash(row.customer_ref, kind="customer") for row in rows}
        locked = Customer.objects.select_for_update().filter(lender=lender, ref_hash__in=keys)
        people = {person.ref_hash: person for person in locked.order_by("pk")}
        known = {
            (contact.organisation, contact.ref): contact
            for contact in OtherContact.objects.filter(
                lender=lender, ref__in=[row.ref for row in rows]
            )
        }
        taken, fresh = TakenContacts(), []
        for row in rows:
            person = people.get(keyed_hash(row.customer_ref, kind="customer"))
            earlier = known.get((row.organisation, row.ref))
            if person is None and earlier is not None and earlier.customer.erased_at:
                taken.unchanged += 1  # of somebody erased nothing new is kept, nor does it wait
            elif person is None:
                taken.unknown_customers.append(row)
            elif earlier is None:
                fresh.append(_contact(lender, person, row))
                known[row.organisation, row.ref] = fresh[-1]
            elif not (differing := _differences(earlier, person, row)):
                taken.unchanged += 1
            elif overrule and earlier.pk:
                _replace(earlier, person, row)
                taken.replaced += 1
            else:
                taken.conflicts.append((row, differing))
        OtherContact.objects.bulk_create(fresh)
        taken.new = len(fresh)
        if fresh or taken.replaced:
            told: dict[str, Any] = {"contacts": taken.new, "replaced": taken.replaced}
            told["customers"] = sorted({person.pk for person in people.values()})
            writing.event(f"lender:{lender.pk}", "OtherContactsTaken", told)
        return taken


def _differences(
    known: OtherContact, person: Customer, row: OtherContactRow
) -> dict[str, list[Any]]:
    """Field -> [known, told]. A file that is silent about a thing says nothing against it."""
    number = keyed_hash(row.number, kind="phone")
    pairs = {
        "opened": [known.opened_at.astimezone(row.opened_at.tzinfo), row.opened_at],
        "channel": [known.channel, row.channel],
        "role": [known.role, row.role],
        "outcome": [known.outcome, row.outcome or known.outcome],
        "connected": [known.connected, known.connected if row.connected is None else row.connected],
    }
    found = {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}
    if known.customer_id != person.pk:
        found["customer_ref"] = [known.customer.ref, row.customer_ref]
    if row.number and known.number_hash != number:
        found["number"] = ["", row.number]
    return found


def _replace(known: OtherContact, person: Customer, row: OtherContactRow) -> None:
    known.customer, known.opened_at = person, row.opened_at
    known.channel, known.role = row.channel, row.role
    known.outcome = row.outcome or known.outcome
    known.connected = known.connected if row.connected is None else row.connected
    if row.number:
        known.number_hash = keyed_hash(row.number, kind="phone")
    known.save()


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
