"""Lawful erasure: identifying data goes, the chains stay valid, and nobody is contacted again."""

from __future__ import annotations

import json
from datetime import datetime

from shounuo.records.actions._act import Actor, act
from shounuo.records.actions._locks import lock_customer
from shounuo.records.models import (
    Case,
    Contact,
    ContactPoint,
    Customer,
    DatedFact,
    FoundFault,
    LiveTurn,
    OfferRequest,
    Payment,
    PersonalValue,
    Transcript,
)


def erase_person(*, customer_id: int, actor: Actor, recorded_at: datetime, ground: str) -> Customer:
    """Empties every sealed field of the person and deletes what the commitments stood for.

    `ground`: the request or retention rule that allows it. The hashes that find a person go too.
    """
    with act(actor=actor, recorded_at=recorded_at) as writing:
        customer = lock_customer(customer_id)
        if customer.erased_at is not None:
            return customer
        PersonalValue.objects.filter(customer_id=customer_id).delete()
        for point in ContactPoint.objects.filter(customer_id=customer_id):
            point.value, point.person, point.status = "", "", "erased"
            point.value_hash = f"erased:{point.pk}"
            point.save()
        Contact.objects.filter(customer_id=customer_id).update(note="", number_hash="")
        Payment.objects.filter(account__customer_id=customer_id).update(payer="")
        OfferRequest.objects.filter(case__customer_id=customer_id).update(words="")
        DatedFact.objects.filter(customer_id=customer_id).update(details={})
        _forget_words(customer_id)
        customer.name = customer.id_no = customer.ref = customer.id_hash = ""
        customer.ref_hash = f"erased:{customer.pk}"
        customer.erased_at = recorded_at
        customer.save()
        for case in Case.objects.filter(customer_id=customer_id):
            writing.event(f"case:{case.pk}", "PersonErased", {"ground": ground})
            case.state, case.closed_at, case.closed_reason = "closed", recorded_at, "erased"
            case.holder, case.lease_until = None, None
            case.save()
        return customer


def _forget_words(customer_id: int) -> None:
    """What was said goes; that a call was inspected, when, and with which result stays."""
    LiveTurn.objects.filter(contact__customer_id=customer_id).delete()
    said = Transcript.objects.filter(contact__customer_id=customer_id)
    FoundFault.objects.filter(inspection__transcript__in=said).update(quote="")
    for transcript in said:
        body = json.loads(transcript.body)
        kept = {name: body[name] for name in ("id", "lang", "as_of")}
        transcript.body = json.dumps({**kept, "turns": []})
        transcript.save(update_fields=["body"])
