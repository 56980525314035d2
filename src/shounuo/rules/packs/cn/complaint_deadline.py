"""By when a complaint is answered.

COMP-1, complaint measures (2020): fifteen days; thirty when complex; thirty more, with approval,
when specially so. Calendar days from the day after it was received; whether working days are meant
is not verified, and calendar days are the stricter reading.
"""

from __future__ import annotations

from datetime import date, timedelta

from shounuo.rules.pack import Numbers


def answer_due(
    received: date, numbers: Numbers, *, complex_case: bool = False, extended: bool = False
) -> date:
    """The last day to answer. An extension is only for a complex complaint: else `ValueError`."""
    if extended and not complex_case:
        raise ValueError("only a complex complaint can be extended")
    days = numbers.count("complex_complaint_days" if complex_case else "complaint_days")
    if extended:
        days += numbers.count("complaint_extension_days")
    return received + timedelta(days=days)
