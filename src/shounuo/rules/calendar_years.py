"""Years and months on the calendar: 29 February ends on 28 February in a common year."""

from calendar import monthrange
from datetime import date


def months_after(day: date, months: int) -> date:
    """The same day of the month `months` later, or that month's last day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def years_after(day: date, years: int) -> date:
    """The same day `years` later; 29 February becomes 28 February where there is none."""
    return months_after(day, 12 * years)
