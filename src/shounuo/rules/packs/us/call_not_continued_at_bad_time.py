"""A call found to come at a bad time is not talked on.

Comment 6(b)(4)(i)-1: the collector "may ask the consumer during that communication what time or
place would be convenient", but must not ask "the consumer to consent to the continuation of that
inconvenient communication". "I am busy" or "I cannot talk now" is such a sign; by itself it names
no time, so a further call the same day goes to review (comment 6(b)(1)-1, 1.ii).
"""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.us.answer import noted, prohibited, undecided
from shounuo.rules.packs.us.consumer_initiated import is_answer
from shounuo.rules.packs.us.moments import day, home_zone, today
from shounuo.rules.packs.us.people import to_consumer
from shounuo.rules.proposed import Channel, Direction
from shounuo.rules.verdict import Reason

CHECK, CLAUSE = "call_not_continued_at_bad_time", "1006.6(b)(4)(i)"
SIGNS = frozenset({"consumer_says_inconvenient_now", "busy_cannot_talk_now"})


def _said_today(facts: Facts) -> bool:
    zone, now = home_zone(facts), facts.proposed.when
    told = [(event.kind, event.when) for event in facts.events]
    told += [(str(r.more.get("value") or r.kind), r.received) for r in facts.requests]
    return any(
        kind in SIGNS and (when is None or (day(when, zone) == today(facts)))
        and not (hasattr(when, "tzinfo") and when > now)  # type: ignore[operator]
        for kind, when in told
    )  # fmt: skip


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Lets the call ask for a better time; denies asking to go on, or going on."""
    del numbers
    if not to_consumer(facts) or not _said_today(facts):
        return None
    if facts.proposed.channel is not Channel.CALL_IN_PROGRESS:
        if facts.proposed.direction is Direction.INBOUND or is_answer(facts):
            return None
        return undecided(CHECK, "1006.6(b)(1)(i)", "busy_today", instead=("wait",))
    if facts.proposed.content.more.get("asks") in ("convenient_time", "convenient_place"):
        return noted(CHECK, CLAUSE, "asks_when")
    return prohibited(CHECK, CLAUSE, instead=("ask_convenient_time",))
