"""When the lender's standing duties towards agencies and staff fall due.

VEND-2, standard 5.4: each agency is reviewed at least once a year and once before its agreement
ends. VEND-4: collectors are trained before they start and at least once a year.
"""

from __future__ import annotations

from datetime import date

from shounuo.rules.calendar_years import months_after
from shounuo.rules.pack import Numbers


def agency_review_due(
    last_review: date | None, agreed_on: date, agreement_ends: date | None, numbers: Numbers
) -> date:
    """The next review's last day: a year after the last (or the agreement), at latest its end."""
    yearly = months_after(last_review or agreed_on, numbers.count("agency_review_months"))
    if agreement_ends is None or yearly <= agreement_ends:
        return yearly
    return agreement_ends


def training_due(last_training: date | None, started_on: date, numbers: Numbers) -> date:
    """The next training's last day; before the first one, the day the collector starts."""
    if last_training is None:
        return started_on
    return months_after(last_training, numbers.count("staff_training_months"))
