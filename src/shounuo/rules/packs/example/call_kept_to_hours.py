"""A borrower is not called for recovery before 8:00 or after 19:00.

RBI circular of 12 August 2022: the lender and its agents do not call the borrower before 8:00 a.m.
and after 7:00 p.m. The circular speaks of calling; messages and visits are not named. Undecided in
it: whose clock, and 19:00 sharp. Decided here: every known place at once, and 19:00 is closed.
"""

from datetime import timedelta

from shounuo.rules.facts import Facts
from shounuo.rules.local_hours import opening_after
from shounuo.rules.pack import Numbers
from shounuo.rules.proposed import VOICE, Direction
from shounuo.rules.rule import Rule
from shounuo.rules.verdict import Clause, Confidence, Reason

HOURS = ("call_until", "call_from")
RULE = Rule(
    "example", "IN/HOURS", __name__,
    Clause("rbi_recovery_agents_2022", "hours of calling", Confidence.PRESS), HOURS,
)  # fmt: skip


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies a call outside the hours of any known place; reviews one with no known place."""
    proposed = facts.proposed
    outbound = proposed.direction is Direction.OUTBOUND and proposed.channel in VOICE
    if not outbound or numbers.get("call_until") is None:
        return None
    if not facts.customer.locations:
        return RULE.review(say="place_unknown", instead=("complete_facts",))
    closes, opens = numbers.clock("call_until"), numbers.clock("call_from")
    for place in facts.customer.locations:
        opening = opening_after(proposed.when, timedelta(0), closes, opens, place.zone)
        if opening is not None:
            uses = tuple(numbers[key] for key in HOURS)
            return RULE.deny({"zone": place.zone}, uses, opens=opening, instead=("wait",))
    return None
