"""When the estimates were last learned, and what came of it."""

from __future__ import annotations

from shounuo.records.models import Event, Lender


def chain_of(lender: Lender) -> str:
    return f"estimates:{lender.pk}"


def last_learning(lender: Lender) -> Event | None:
    """`kind` of `records.actions.note_learning`; its payload has `through` and each part's origin."""
    return Event.objects.filter(chain=chain_of(lender)).order_by("-seq").first()
