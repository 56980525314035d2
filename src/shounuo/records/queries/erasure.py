"""What is kept of a person that says who it is, counted; and the erasures so far."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from shounuo.records.models import (
    Account,
    CallRating,
    Contact,
    ContactPoint,
    Customer,
    Event,
    PersonalValue,
    Transcript,
)


def kept_of(customer: Customer) -> dict[str, int]:
    """Counts only, by kind; all of it goes at once. After an erasure every count is zero."""
    notes = Contact.objects.filter(customer=customer)
    points = ContactPoint.objects.filter(customer=customer).exclude(status="erased")
    rated = CallRating.objects.filter(contact__customer=customer)
    said = Transcript.objects.filter(contact__customer=customer)
    return {
        "names_and_ids": sum(bool(v) for v in (customer.name, customer.id_no, customer.ref)),
        "numbers_and_addresses": points.count(),
        "account_references": sum(bool(a.ref) for a in Account.objects.filter(customer=customer)),
        "notes": sum(bool(row.note or row.reason) for row in notes)
        + sum(bool(row.words) for row in rated),
        "transcripts": said.count() if customer.erased_at is None else 0,
        "sealed_values": PersonalValue.objects.filter(customer=customer).count(),
    }


@dataclass(frozen=True, slots=True)
class Erased:
    case_id: int
    at: datetime
    by: str
    ground: str


def erasures(most: int = 50) -> Iterator[Erased]:
    """The newest first, one for each case of the person."""
    for row in Event.objects.filter(kind="PersonErased").order_by("-recorded_at", "-pk")[:most]:
        case_id = int(row.chain.removeprefix("case:"))
        yield Erased(case_id, row.recorded_at, row.actor, str(row.payload.get("ground", "")))
