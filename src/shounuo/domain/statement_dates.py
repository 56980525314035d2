"""Statement and due dates of a card: the same day each month, or a fixed number of days later."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta


def statement_date(year: int, month: int, statement_day: int) -> date:
    """The statement of a month; a day the month does not have becomes its last."""
    return date(year, month, min(statement_day, monthrange(year, month)[1]))


def last_statement(on: date, statement_day: int) -> date:
    """The latest statement made on or before a day."""
    this = statement_date(on.year, on.month, statement_day)
    if this <= on:
        return this
    before = on.replace(day=1) - timedelta(days=1)
    return statement_date(before.year, before.month, statement_day)


def due_date(statement_on: date, days_after: int) -> date:
    """The due day: calendar days after the statement."""
    return statement_on + timedelta(days=days_after)
