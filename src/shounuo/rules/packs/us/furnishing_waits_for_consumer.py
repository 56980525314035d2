"""Before furnishing to a consumer reporting agency the consumer has heard of the debt: 1006.30(a)(1).

(i) spoken to in person or by telephone, or (ii) a letter posted or an electronic message sent, and a
reasonable period waited without a notice of undeliverability. 14 consecutive days are reasonable
(comment -2); a shorter wait may or may not be, so somebody looks. A notice in the period undoes that
letter, unless information was furnished before it came (comment -3).
Unsettled: whether the mailing day is day 1. The comment's examples count it so (1 to 14 May, then
furnish on the 15th); "after the date" read strictly is a day later. Decided here once: the
examples; but a notice of undeliverability on that 15th day is still heeded.
"""

from __future__ import annotations

from datetime import date, timedelta

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.us.answer import noted, prohibited, undecided
from shounuo.rules.packs.us.counted_calls import BY_CONSENT
from shounuo.rules.packs.us.moments import day, has_come, home_zone, today
from shounuo.rules.proposed import Channel
from shounuo.rules.standing import Event
from shounuo.rules.verdict import Fact, Reason

CHECK, CLAUSE = "furnishing_waits_for_consumer", "1006.30(a)(1)"
USED = ("furnishing_wait_days",)
SENT = frozenset({"validation_notice_mailed", "validation_notice_sent", "letter_mailed"})
MESSAGE, INITIAL = "collector_message", "initial_communication"
WRITTEN = frozenset({Channel.EMAIL, Channel.TEXT, Channel.MAIL})
SPOKEN = frozenset({"consumer_call", "spoke_to_consumer"})
CONVERSATION = "conversation"


def _letters(facts: Facts) -> list[date]:
    """The days on which something about the debt was posted or sent electronically."""
    zone, now = home_zone(facts), today(facts)
    found = [
        day(event.when, zone)
        for event in facts.events
        if event.when is not None
        and (event.kind in (*SENT, MESSAGE) or (event.kind == INITIAL and event.channel in WRITTEN))
    ]
    return sorted(on for on in found if on <= now)


def _days(facts: Facts, *kinds: str) -> list[date]:
    zone, now = home_zone(facts), today(facts)
    found = [day(e.when, zone) for e in facts.events if e.kind in kinds and e.when is not None]
    return sorted(on for on in found if on <= now)


def _is_speech(event: Event) -> bool:
    by_phone = event.kind == INITIAL and event.channel is Channel.CALL
    return event.kind in SPOKEN or by_phone


def _spoke(facts: Facts) -> bool:
    """Whether the consumer is known to have been spoken to about the debt.

    A call whose end nobody told, or that is told as connected only, may not have been a conversation.
    """
    person, now = facts.customer.id, facts.proposed.when
    talked = any(
        c.person_id == person and (c.outcome == CONVERSATION or c.discussed) and not c.in_flight
        and c.exclusion in (None, BY_CONSENT) and c.when <= now
        and not set(facts.proposed.debts).isdisjoint((*c.discussed, *c.debts))
        for c in facts.contacts
    )  # fmt: skip
    return talked or any(_is_speech(e) and has_come(e.when, facts) for e in facts.events)


def _undone(sent: date, letters: list[date], facts: Facts, wait: int) -> bool:
    """A notice of undeliverability within that letter's period, before anything was furnished.

    A notice belongs to the latest letter sent by then.
    """
    returned = [
        on
        for on in _days(facts, "undeliverable")
        if max((letter for letter in letters if letter <= on), default=None) == sent
        and on <= sent + timedelta(days=wait)
    ]
    furnished = _days(facts, "furnished")
    return bool(returned) and not any(sent <= on < min(returned) for on in furnished)


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies without contact; asks for a look within the 14 days; opens on the day after them."""
    if facts.proposed.channel is not Channel.CREDIT_REPORT or _spoke(facts):
        return None
    wait = numbers.count("furnishing_wait_days")
    letters = _letters(facts)
    sent = [on for on in letters if not _undone(on, letters, facts, wait)]
    if not sent:
        return prohibited(CHECK, CLAUSE, "not_told", instead=("send_validation_notice",))
    last_day = min(sent) + timedelta(days=wait - 1)
    said: dict[str, Fact] = {"computed.monitoring_day_14": last_day}
    if today(facts) > last_day:
        return noted(CHECK, CLAUSE, "waited", facts=said, used=USED, numbers=numbers)
    return undecided(
        CHECK, CLAUSE, "waiting", facts=said, used=USED, numbers=numbers,
        earliest_next=last_day + timedelta(days=1),
    )  # fmt: skip
