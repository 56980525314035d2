"""No contact at a time that the consumer is known to find inconvenient.

1006.6(b)(1)(i): not "at a time that the debt collector knows or should know is inconvenient to the
consumer". Notes in the creditor's file are knowledge (comment -1.i). One answer through the same
medium within that time is allowed (-2). Applies to every medium, the post included.
"""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.us.answer import prohibited, undecided
from shounuo.rules.packs.us.consumer_initiated import in_session, is_answer, unanswered
from shounuo.rules.packs.us.designated_times import reopens, span, unclear
from shounuo.rules.packs.us.people import to_consumer
from shounuo.rules.packs.us.time_consent import consented_now
from shounuo.rules.proposed import Direction
from shounuo.rules.verdict import Reason

CHECK, CLAUSE = "inconvenient_time_avoided", "1006.6(b)(1)(i)"


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies within a designated time, until it ends."""
    del numbers
    hit = span(facts, facts.proposed.when) if to_consumer(facts) else None
    inbound = facts.proposed.direction is Direction.INBOUND
    if hit is None and to_consumer(facts) and unclear(facts) and not inbound:
        return undecided(CHECK, CLAUSE, "which_unknown", instead=("complete_facts",))
    if hit is None or in_session(facts) or consented_now(facts):
        return None
    answering = facts.proposed.direction is Direction.INBOUND and is_answer(facts)
    if answering or unanswered(facts, since=hit[0]):
        return None
    return prohibited(
        CHECK, CLAUSE, earliest_next=reopens(facts), instead=("wait",),
        override="consent_to_time",
    )  # fmt: skip
