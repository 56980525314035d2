"""A collector asks the lender for something on the customer's behalf: a waiver first of all."""

from __future__ import annotations

from datetime import datetime

from shounuo.domain.offer import OPEN
from shounuo.guides.bindings import offers
from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.actions._act import act
from shounuo.records.actions._locks import lock_case, lock_customer
from shounuo.records.models import Case, Contact, OfferRequest, Staff


def request_offer(
    *,
    case_id: int,
    kind: str,
    staff: Staff,
    recorded_at: datetime,
    words: str = "",
    contact_id: int | None = None,
) -> OfferRequest:
    """Puts the request before the lead. One that is open already is returned as it is.

    Nothing may be said of it to the customer yet. Raises `Refused` for a kind no line could name.
    """
    if kind not in offers():
        raise Refused(_unknown(kind))
    with act(actor=staff, recorded_at=recorded_at) as writing:
        case = Case.objects.get(pk=case_id)
        lock_customer(case.customer_id)
        case = lock_case(case_id)
        contact = Contact.objects.filter(pk=contact_id, case=case).first()
        row, new = OfferRequest.objects.get_or_create(
            case=case,
            kind=kind,
            state__in=OPEN,
            defaults={
                "state": "requested",
                "words": words.strip(),
                "contact": contact,
                "requested_by": staff,
                "requested_at": recorded_at,
            },
        )
        if new:
            payload = {"offer": row.pk, "kind": kind, "contact": contact.pk if contact else None}
            writing.event(
                f"case:{case.pk}", "OfferRequested", payload,
                personal={"words": row.words} if row.words else None, customer_id=case.customer_id,
            )  # fmt: skip
            writing.publish("case", case.pk)
        return row


def _unknown(kind: str) -> Problem:
    return Problem(
        "unknown_offer",
        Text("没有这种优惠", "No such offer is known"),
        record=kind,
        rule="guides.bindings",
        next_step=Text("从列表中选一种", "Choose one from the list"),
    )
