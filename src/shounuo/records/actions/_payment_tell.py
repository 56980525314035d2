"""A posted payment on the case's own chain, and on the pages that wait for it."""

from __future__ import annotations

from collections.abc import Sequence

from shounuo.records.actions._act import Writing
from shounuo.records.models import Account, Case, Payment


def tell_payments(writing: Writing, payments: Sequence[Payment]) -> set[int]:
    """Appends an event a payment; returns the customers concerned."""
    accounts = {p.account_id for p in payments}
    owner = dict(Account.objects.filter(pk__in=accounts).values_list("pk", "customer"))
    cases = dict(
        Case.objects.filter(customer__in=set(owner.values()))
        .order_by("opened_at")
        .values_list("customer", "pk")
    )
    for payment in payments:
        case = cases.get(owner[payment.account_id])
        chain = f"case:{case}" if case else f"customer:{owner[payment.account_id]}"
        writing.event(chain, "PaymentPosted", _payload(payment))
        if case:
            writing.publish("payment", case, {"payment": payment.pk})
    return set(owner.values())


def _payload(payment: Payment) -> dict[str, object]:
    return {
        "payment": f"{payment.source}:{payment.ref}",
        "account": payment.account_id,
        "kind": payment.kind,
        "amount_cents": payment.amount_cents,
        "currency": payment.currency,
        "transacted_on": payment.transacted_on.isoformat(),
        "posted_on": payment.posted_on.isoformat() if payment.posted_on else None,
        "reverses": payment.reverses_ref or None,
    }
