"""What stands in a team's open cases at this moment, without a night: cases and sums by bucket."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Sum

from shounuo.records.models import Case, Team


@dataclass(frozen=True, slots=True)
class BucketNow:
    """Sums in minor units of the lender's currency."""

    bucket: str
    cases: int
    due_cents: int
    pd_cents: int


def portfolio_now(team: Team) -> list[BucketNow]:
    """Buckets that hold a case, the earliest first."""
    rows = (
        Case.objects.filter(team=team)
        .exclude(state="closed")
        .values("bucket")
        .annotate(cases=Count("pk"), due=Sum("due_cents"), pd=Sum("pd_cents"))
        .order_by("bucket")
    )
    return [BucketNow(row["bucket"], row["cases"], row["due"], row["pd"]) for row in rows]
