"""What customers thought of calls, for people to read beside inspection and kept money. No score, order
or pay is made of it (a test holds that), and of a few ratings no mean is told."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from shounuo.inspection.evaluation.counts import wilson
from shounuo.records.models import CallRating, Team

FEWEST = 10  # ratings; a mean of fewer says more of chance than of anybody's work
LEAST, MOST = 1, 5


@dataclass(frozen=True, slots=True)
class CustomersView:
    """Of one collector's calls. `mean` and the 95 % interval are None below `FEWEST` ratings."""

    ratings: int
    mean: float | None = None
    low: float | None = None
    high: float | None = None


def rating_of(contact_id: int | None) -> CallRating | None:
    """Of one call, if its customer gave one."""
    return CallRating.objects.filter(contact=contact_id).first() if contact_id else None


def customers_views(team: Team, span: tuple[datetime, datetime]) -> dict[int, CustomersView]:
    """Collector of the team -> the ratings of calls opened in the span."""
    rows = CallRating.objects.filter(
        contact__actor__team=team,
        contact__opened_at__gte=span[0],
        contact__opened_at__lt=span[1],
    )
    given: defaultdict[int, list[int]] = defaultdict(list)
    for collector, stars in rows.values_list("contact__actor", "stars"):
        given[collector].append(stars)
    return {collector: view_of(stars) for collector, stars in given.items()}


def view_of(stars: list[int]) -> CustomersView:
    """A mean of stars varies less than a rate of the same height does: its Wilson interval errs wide,
    never narrow, stays within the stars, and does not shrink to nothing when all are the same."""
    n = len(stars)
    if n < FEWEST:
        return CustomersView(n)
    mean = sum(stars) / n
    bounds = wilson((mean - LEAST) / (MOST - LEAST) * n, n)
    assert bounds is not None
    low, high = (LEAST + (MOST - LEAST) * bound for bound in bounds)
    return CustomersView(n, mean, low, high)
