"""How long a record is kept: every class it falls in, the longest wins, then it is deleted.

REC-1 credit card measures art. 68, two years; REC-2 art. 70, an oral plan's recording until the debt
is settled; REC-3 consumer finance measures, five years; REC-6 Personal Information Protection Law
arts. 19, 47, 56: the shortest time that serves, deletion at its end, three years for assessments.
Where no class has a number the house's stands. Unknown facts count as those that keep longest.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from shounuo.rules.calendar_years import years_after
from shounuo.rules.pack import Numbers


@dataclass(frozen=True, slots=True)
class KeptRecord:
    """`kind`: recording, collection_record, impact_assessment. `last_used`: its last lawful use."""

    kind: str
    made_on: date
    product: str | None = None
    creditor_kind: str | None = None
    holds_oral_plan: bool | None = None
    settled_on: date | None = None
    legal_hold: bool = False


@dataclass(frozen=True, slots=True)
class Retention:
    """`until`: the last day it is kept, None while no end is known. `classes`: which rules keep it."""

    until: date | None
    classes: tuple[str, ...]

    def may_delete(self, on: date) -> bool:
        """From the day after `until` on; the law then asks for deletion."""
        return self.until is not None and on > self.until


def _years(record: KeptRecord, numbers: Numbers) -> dict[str, str]:
    """The numbers that keep the record, by rule."""
    if record.kind == "impact_assessment":
        return {"REC-6": "impact_assessment_years"}
    keys = {}
    if record.kind == "recording" and record.product in ("credit_card", None):
        keys["REC-1"] = "card_recording_years"
    if record.creditor_kind in ("consumer_finance", None):
        keys["REC-3"] = "consumer_finance_record_years"
    keys = {rule: key for rule, key in keys.items() if numbers.get(key)}
    return keys or {"HOUSE/RETENTION": "house.record_years_otherwise"}


def retention(record: KeptRecord, numbers: Numbers) -> Retention:
    """Until when the record is kept and why. `numbers`: as of the day of the question."""
    keys = _years(record, numbers)
    ends = [years_after(record.made_on, numbers.count(key)) for key in keys.values()]
    classes = [*keys]
    if record.kind == "recording" and record.holds_oral_plan is not False:
        classes.append("REC-2")
        if record.settled_on is None:
            return Retention(None, tuple(classes))
        ends.append(record.settled_on)
    if record.legal_hold:
        return Retention(None, (*classes, "HOUSE/LEGAL-HOLD"))
    return Retention(max(ends), tuple(classes))
