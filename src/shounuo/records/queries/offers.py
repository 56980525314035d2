"""What was asked of the lender for a case, what waits for whom, and what may be spoken of."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet

from shounuo.domain.offer import OPEN, OfferState
from shounuo.guides.case import Offer
from shounuo.kernel.money import Money
from shounuo.records.models import Case, OfferRequest


def offers_of(case: Case) -> QuerySet[OfferRequest]:
    """Of one case, the newest first."""
    return OfferRequest.objects.filter(case=case).order_by("-requested_at", "-pk")


def for_guide(case: Case, at: datetime) -> tuple[Offer, ...]:
    """As the guide hears them, the longest-lasting first; it speaks of those only that stand on its day."""
    rows = offers_of(case).exclude(state=OfferState.WITHDRAWN)
    found = [_spoken(row, case.currency) for row in rows.exclude(requested_at__gt=at)]
    return tuple(sorted(found, key=lambda offer: offer.until or date.min, reverse=True))


def _spoken(row: OfferRequest, currency: str) -> Offer:
    amount = Money(row.amount_cents, currency) if row.amount_cents else None
    state: Any = row.state
    return Offer(row.kind, state, row.until, amount, row.months)


def granted_then(case: Case, moment: datetime) -> list[dict[str, Any]]:
    """What the lender's recorded word allowed at that moment, in the form of a transcript's context."""
    day = moment.astimezone(ZoneInfo(case.lender.zone)).date()
    rows = offers_of(case).filter(
        Q(ended_at=None) | Q(ended_at__gt=moment), until__gte=day, answered_at__lte=moment
    )
    return [
        {
            "kind": row.kind, "status": "lender_approved", "until": row.until.isoformat(),
            "cents": row.amount_cents, "months": row.months,
        }
        for row in rows if row.until is not None
    ]  # fmt: skip


def standing(team_id: int | None, day: date) -> QuerySet[OfferRequest]:
    """Granted to a team's customers and not past, the first to lapse first."""
    rows = _of_team(team_id).filter(state=OfferState.LENDER_APPROVED, until__gte=day)
    return rows.order_by("until", "pk")


def waiting(team_id: int | None) -> QuerySet[OfferRequest]:
    """A team's requests that wait for the lead or the lender, the oldest first."""
    return _of_team(team_id).filter(state__in=OPEN).order_by("requested_at", "pk")


def _of_team(team_id: int | None) -> QuerySet[OfferRequest]:
    rows = OfferRequest.objects.filter(case__team=team_id)
    return rows.select_related("case__customer", "case__lender", "requested_by", "decided_by")
