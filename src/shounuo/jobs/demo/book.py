"""The lender's weekly file of the demo: what is still owed after what was paid, who is in order again, who is new.

Nobody learns the effect of a call from it: some pay unasked, at the measured monthly cure rates of the
research portfolio (38.7 % for the newly late, 14.2 % for those already late; `docs/strategy.md`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from shounuo.records.actions.account_rows import AccountRow

AT_THE_START = (
    0.55  # share of the accounts that are late on the first day; the rest come week by week
)
WEEKS_A_MONTH = 365 / 12 / 7
CURES_A_MONTH = {False: 0.387, True: 0.142}  # already late for more than a month?
MONTH = 30


@dataclass
class Book:
    """`rows`: every account as on the day it becomes late, `entries`: that day of each."""

    rows: list[AccountRow]
    entries: list[date]
    random: Random
    settled: set[str] = field(default_factory=set)

    def file_of(self, day: date, paid: Mapping[str, int]) -> list[AccountRow]:
        """The rows of one file. `paid`: cents per account reference since it became late.

        An account that is in order again is told once more, with nothing past due, and then no longer.
        """
        told = []
        for row, entry in zip(self.rows, self.entries, strict=True):
            if entry <= day and row.account_ref not in self.settled:
                told.append(_as_on(row, entry, day, paid.get(row.account_ref, 0)))
                if told[-1].figures["days_past_due"] == 0:
                    self.settled.add(row.account_ref)
        return told

    def pays_unasked(self, row: AccountRow) -> bool:
        """Whether this customer, late as the file says, pays this week without being asked."""
        late = row.figures["days_past_due"]
        monthly = CURES_A_MONTH[late > MONTH]
        return late > 0 and self.random.random() < 1 - (1 - monthly) ** (1 / WEEKS_A_MONTH)


def make_book(rows: list[AccountRow], first: date, last: date, random: Random) -> Book:
    """Spreads the accounts over the Mondays between two days."""
    mondays = [
        day
        for n in range((last - first).days)
        if (day := first + timedelta(days=n + 1)).weekday() == 0
    ]
    entries = [
        first if not mondays or random.random() < AT_THE_START else random.choice(mondays)
        for _ in rows
    ]
    return Book(rows, entries, random)


def _as_on(row: AccountRow, entry: date, day: date, paid: int) -> AccountRow:
    figures = dict(row.figures)
    age = (day - entry).days
    # Each month that passes makes another instalment past due.
    more = int(figures["minimum_cents"]) * (age // MONTH)
    past_due = max(0, int(figures["past_due_cents"]) + more - paid)
    cured = past_due == 0
    due = max(past_due, int(figures["lender_due_cents"]) + more - paid, 0)
    figures |= {
        "past_due_cents": past_due,
        "minimum_cents": min(due, int(figures["minimum_cents"])),
        "lender_due_cents": 0 if cured else due,
        "statement_cents": due,
        "total_cents": max(due, int(figures["total_cents"]) + more - paid),
        "days_past_due": 0 if cured else int(figures["days_past_due"]) + age,
        "due_date": entry - timedelta(days=int(figures["days_past_due"])),
        "statement_date": entry - timedelta(days=int(figures["days_past_due"]) + 20),
    }
    return replace(row, as_of=day, figures=figures)
