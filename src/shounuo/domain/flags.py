"""Flags on a case: what holds, since when, and since when we have known it.

A flag has the day from which it was true and the moment at which it was recorded. "What did we know on the
night of R about day E" is answered from both; a flag recorded late for an earlier day changes the truth
about that day, never what was known then.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Flag(StrEnum):
    DECEASED = "deceased"
    DISPUTED = "dispute"
    PLAN_PERFORMING = "plan_performing"
    COMPLAINT_HOLD = "complaint_hold"
    VULNERABLE = "vulnerable"
    NOTHING_DUE = "nothing_due"
    NO_WORKPLACE_CALLS = "no_workplace_calls"
    THIRD_PARTY_REFUSED = "third_party_refused"
    CEASE_REQUESTED = "cease_requested"
    CLAIMED_PAID = "claimed_paid"
    AUTOPAY_IN_FLIGHT = "autopay_in_flight"
    ATTORNEY_REPRESENTED = "attorney_represented"
    BANKRUPTCY = "bankruptcy"
    COLLECTION_STOPPED = "collection_stopped"  # 停催, by the lender
    WITHDRAWN = "withdrawn"  # 退案, back at the lender
    BIG_CASE = "big_case"
    WRONG_PERSON = "wrong_person"


# With one of these a case is never handed to a collector from the queue.
KEEPS_OUT_OF_QUEUE = frozenset(
    {
        Flag.DECEASED,
        Flag.DISPUTED,
        Flag.PLAN_PERFORMING,
        Flag.COMPLAINT_HOLD,
        Flag.NOTHING_DUE,
        Flag.CEASE_REQUESTED,
        Flag.CLAIMED_PAID,
        Flag.AUTOPAY_IN_FLIGHT,
        Flag.BANKRUPTCY,
        Flag.COLLECTION_STOPPED,
        Flag.WITHDRAWN,
    }
)

# What a person may know before any file: set and lifted by hand, with a day and a reason.
SET_BY_HAND = frozenset(
    {
        Flag.DECEASED,
        Flag.DISPUTED,
        Flag.PLAN_PERFORMING,
        Flag.COMPLAINT_HOLD,
        Flag.VULNERABLE,
        Flag.CEASE_REQUESTED,
        Flag.CLAIMED_PAID,
        Flag.ATTORNEY_REPRESENTED,
        Flag.BANKRUPTCY,
        Flag.NO_WORKPLACE_CALLS,
        Flag.WRONG_PERSON,
    }
)


@dataclass(frozen=True, slots=True)
class FlagEvent:
    """A flag raised (`is_on`) or lowered, true from the start of `effective_on`.

    `until` is the last day on which a raised flag is true, when that is known at once. `about` narrows it
    to a number or a person (third_party_refused); empty means the case.
    """

    flag: Flag
    is_on: bool
    effective_on: date
    recorded_at: datetime
    until: date | None = None
    about: str = ""
    by: str = ""
    id: str = ""


def flags_known(
    events: Iterable[FlagEvent], about_day: date, known_by: datetime
) -> frozenset[tuple[Flag, str]]:
    """The flags true of `about_day` as far as recorded by `known_by`, each with what it is about.

    The event with the latest effective day decides; on the same day, the latest recorded.
    """
    last: dict[tuple[Flag, str], FlagEvent] = {}
    for event in sorted(events, key=lambda e: (e.effective_on, e.recorded_at, e.id)):
        if event.effective_on <= about_day and event.recorded_at <= known_by:
            last[(event.flag, event.about)] = event
    return frozenset(
        key for key, e in last.items() if e.is_on and (e.until is None or about_day <= e.until)
    )


def case_flags(events: Iterable[FlagEvent], about_day: date, known_by: datetime) -> frozenset[Flag]:
    """The flags that are about the case itself."""
    return frozenset(f for f, about in flags_known(events, about_day, known_by) if not about)


def keeps_out_of_queue(flags: Iterable[Flag]) -> frozenset[Flag]:
    """The flags, of those given, for which nobody is handed this case."""
    return KEEPS_OUT_OF_QUEUE & frozenset(flags)
