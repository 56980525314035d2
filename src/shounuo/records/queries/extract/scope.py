"""Which accounts a night is about: those of a lender's open cases, in parts that keep a person whole."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from shounuo.records.models import Lender
from shounuo.strategy.days import day_number

PART_ACCOUNTS = 250_000
# An attempt about a person with several accounts stands on each of them: id × 1000 + place.
PER_PERSON = 1000


@dataclass(frozen=True, slots=True)
class Scope:
    """One lender on one civil day `as_of`; `parts` split its customers."""

    lender: Lender
    as_of: date
    parts: int = 1

    @property
    def day(self) -> int:
        return day_number(self.as_of)

    def midnight(self, days_before: int = 0) -> int:
        """Whole seconds since 1970 of local midnight at the lender, some days before `as_of`."""
        civil = date.fromordinal(self.as_of.toordinal() - days_before)
        return int(datetime.combine(civil, time(), ZoneInfo(self.lender.zone)).timestamp())

    def accounts(self, part: int | None = None) -> str:
        """SQL: account `id`, `customer_id`, `place` among the person's accounts, `of_person`."""
        only = "" if part is None else f" AND a.customer_id % {self.parts} = {part}"
        return f"""
            SELECT a.id, a.customer_id, k.id AS case_id,
              ROW_NUMBER() OVER (PARTITION BY a.customer_id ORDER BY a.id) - 1 AS place,
              COUNT(*) OVER (PARTITION BY a.customer_id) AS of_person
            FROM records_account a JOIN records_case k
              ON k.customer_id = a.customer_id AND k.state <> 'closed'
            WHERE a.lender_id = {self.lender.pk} AND k.lender_id = {self.lender.pk}{only}"""  # noqa: S608 - integers only
