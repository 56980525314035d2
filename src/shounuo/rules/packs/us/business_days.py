"""Business days of 1006.34(b)(5): without Saturdays, Sundays and the holidays of 5 U.S.C. 6103(a).

The holidays are taken on the days that 6103(a) names; 6103(b), which moves their observance, is not
cited by the rule.
"""

from datetime import date

from shounuo.kernel.calendar import Calendar
from shounuo.kernel.us_holidays import legal_public_holidays

NAMED_HOLIDAYS = Calendar("us_6103a", rule=legal_public_holidays)


def business_days_after(start: date, days: int) -> date:
    """The day that is `days` business days after `start`, which itself is not counted."""
    return NAMED_HOLIDAYS.add_business_days(start, days)
