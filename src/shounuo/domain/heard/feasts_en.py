"""The days of American feasts, and the days told by one of them."""

from __future__ import annotations

import re
from datetime import date, timedelta

from shounuo.domain.heard.almanac import Made, nearest, on
from shounuo.domain.heard.date_shapes_en import DAYS


def by_feast(match: re.Match[str], as_of: date) -> Made | None:
    """The Wednesday before Thanksgiving; black Friday is the day after it."""
    thanksgiving, side = _thanksgiving(as_of), (match["side"] or "day").lower()
    way = -1 if (match["way"] or "after").lower() == "before" else 1
    ahead = 1 if side == "day" else (way * (DAYS[side] - thanksgiving.weekday()) - 1) % 7 + 1
    return on(thanksgiving + timedelta(days=way * ahead), 0.9)


def _thanksgiving(as_of: date) -> date:
    """The fourth Thursday of November (5 USC 6103)."""
    years = (as_of.year, as_of.year + 1)
    days = [date(y, 11, 22 + (3 - date(y, 11, 22).weekday()) % 7) for y in years]
    return next(day for day in days if day >= as_of)


def feast(match: re.Match[str], as_of: date) -> Made | None:
    """Thanksgiving, and the feasts of a fixed day."""
    said = match["holiday"].lower()
    if said == "thanksgiving":
        return on(_thanksgiving(as_of), 0.9)
    month, day = (12, 24 if "eve" in said else 25) if "christmas" in said else (1, 1)
    if "new year" in said and "eve" in said:
        month, day = 12, 31
    return on(nearest(month, day, as_of), 0.8)
