"""What the house knew when a call was made, in the house form of transcripts: the facts for inspection."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from shounuo.records.models import Account, Contact, Promise
from shounuo.records.queries.flags import flags_then
from shounuo.records.queries.lender_word import lender_word
from shounuo.records.queries.offers import granted_then

ROLES = {"customer": "debtor", "guarantor": "guarantor", "third_party": "third_party"}
OF_THE_FILE = ("litigation", "authorised_actions")  # as the lender's file says


def known_context(contact: Contact) -> dict[str, Any]:
    """The context of one attempt at its own time: figures of the last file, flags known then."""
    case, customer = contact.case, contact.case.customer
    accounts = list(Account.objects.filter(customer=customer))
    worst = max(accounts, key=lambda a: a.days_past_due or 0)
    day = contact.opened_at.astimezone(ZoneInfo(case.lender.zone)).date()
    told: dict[str, Any] = {name: worst.facts[name] for name in OF_THE_FILE if name in worst.facts}
    organisation = contact.organisation
    return told | {
        "approved_offers": _granted(contact, worst),
        "callee_role": ROLES.get(contact.role, "unknown"),
        "third_party": _third_party(contact),
        "agent_type": "agency_staff" if organisation else "lender_staff",
        "agency": organisation or None,
        "lender": case.lender.full_name,
        "debtor_name": customer.name,
        "product": worst.product,
        "currency": case.currency,
        "due_cents": case.due_cents,
        "past_due_cents": case.pd_cents,
        "total_balance_cents": sum(a.total_cents or 0 for a in accounts),
        "days_past_due": worst.days_past_due,
        "stage": worst.bucket,
        "last_payment": _last_payment(worst),
        "open_flags": sorted(flags_then(customer.pk, about=day, known_by=contact.opened_at)),
        "previous_promises": _promises(contact),
        "jurisdiction": case.lender.country,
        "recorded_disposition": contact.disposition or None,
        "recorded_promise": _recorded(contact),
    }


def _granted(contact: Contact, account: Account) -> list[dict[str, Any]]:
    """What the lender had granted at that time, by its file or by its word entered on the desk."""
    case = contact.case
    day = contact.opened_at.astimezone(ZoneInfo(case.lender.zone)).date()
    of_file = [
        {
            "kind": offer.kind,
            "cents": offer.amount.minor if offer.amount else None,
            "months": offer.months,
        }
        for offer in lender_word(account, case.currency).offers
        if offer.speakable(day)
    ]
    return of_file + granted_then(case, contact.opened_at)


def _third_party(contact: Contact) -> dict[str, str] | None:
    point = contact.point
    if point is None or contact.role != "third_party":
        return None
    return {"relation": point.relation, "name": point.person}


def _last_payment(account: Account) -> dict[str, Any] | None:
    if account.last_payment_on is None or account.last_payment_cents is None:
        return None
    return {"date": account.last_payment_on.isoformat(), "cents": account.last_payment_cents}


def _promises(contact: Contact) -> list[dict[str, Any]]:
    earlier = Promise.objects.filter(
        customer=contact.customer_id, made_at__lt=contact.opened_at
    ).order_by("made_at")
    return [
        {
            "made": row.made_at.date().isoformat(),
            "cents": row.recorded_cents,
            "due": row.due_by.isoformat(),
            "result": row.state,
        }
        for row in earlier
    ]


def _recorded(contact: Contact) -> dict[str, Any] | None:
    row = Promise.objects.filter(contact=contact).first()
    if row is None:
        return None
    return {
        "cents": row.recorded_cents,
        "date": row.due_by.isoformat(),
        "method": row.method,
        "explicit": not row.implied,
    }
