"""Texts and e-mails that pile up unanswered are looked at before the next contact.

1006.14(a), comments 14(a)-1.i and -2.i: "numerous, unsolicited text messages per day for several
consecutive days", or a week of calls with "multiple additional unsolicited emails" beside them, to a
person who "does not respond", is likely harassment. The comments give no number. House policy counts:
from its numbers on somebody judges; a judgement already made is for `conduct_not_harassing`.
The proposed contact counts. A message known not to have gone out does not; whatever the person said,
wrote or answered since ends the pile.
"""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.us.answer import undecided
from shounuo.rules.packs.us.conduct_not_harassing import full_week
from shounuo.rules.packs.us.consumer_initiated import BEGUN
from shounuo.rules.packs.us.counted_calls import conversed
from shounuo.rules.packs.us.moments import day, home_zone, today
from shounuo.rules.packs.us.people import EXEMPT, reaches_a_person
from shounuo.rules.past import PastContact
from shounuo.rules.proposed import Channel, Direction
from shounuo.rules.verdict import Reason

CHECK, CLAUSE = "messages_not_piled_up", "1006.14(a)"
TEXTS, EMAILS = ("numerous_texts_per_day", "numerous_texts_days"), ("further_emails_per_window",)
USED = (*TEXTS, *EMAILS, "call_window_days")
WRITTEN = frozenset({Channel.TEXT, Channel.EMAIL})
NOT_SENT = frozenset({"not_dialled", "undelivered"})


def _theirs(facts: Facts) -> list[PastContact]:
    """Contacts with the person, up to now; one of unknown person may be theirs."""
    person, now = facts.proposed.person_id, facts.proposed.when
    return [c for c in facts.contacts if c.person_id in (None, person) and c.when <= now]


def _heard(facts: Facts) -> datetime | None:
    """When the person last said, wrote or answered anything."""
    told = [
        contact.when
        for contact in _theirs(facts)
        if contact.direction is Direction.INBOUND
        or (
            contact.channel is Channel.CALL
            and conversed(contact)
            and contact.connected is not False
        )
    ]
    told += [
        event.when
        for event in facts.events
        if event.kind in BEGUN and isinstance(event.when, datetime)
        and event.when <= facts.proposed.when
    ]  # fmt: skip
    return max(told, default=None)


def sent_by_day(facts: Facts, channel: Channel) -> Counter[date]:
    """Messages of the channel to the person by the consumer's day, unanswered so far."""
    zone, heard, proposed = home_zone(facts), _heard(facts), facts.proposed
    sent = Counter(
        day(contact.when, zone)
        for contact in _theirs(facts)
        if contact.channel is channel
        and contact.direction is Direction.OUTBOUND
        and contact.outcome not in NOT_SENT
        and contact.contact_id != (proposed.contact_id or None)
        and (heard is None or contact.when > heard)
    )
    if proposed.channel is channel:
        sent[today(facts)] += 1
    return sent


def _texts(facts: Facts, numbers: Numbers) -> bool:
    sent, many = sent_by_day(facts, Channel.TEXT), numbers.count("numerous_texts_per_day")
    back = range(numbers.count("numerous_texts_days"))
    return all(sent[today(facts) - timedelta(days=ago)] >= many for ago in back)


def _emails(facts: Facts, numbers: Numbers) -> bool:
    first = today(facts) - timedelta(days=numbers.count("call_window_days") - 1)
    sent = sum(n for on, n in sent_by_day(facts, Channel.EMAIL).items() if on >= first)
    return sent >= numbers.count("further_emails_per_window") and full_week(facts, numbers)


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Asks for a look where messages have piled up; a person who writes or calls is answered."""
    proposed = facts.proposed
    reaches = reaches_a_person(facts) and proposed.role not in EXEMPT
    if not reaches or proposed.direction is Direction.INBOUND or "history" in facts.more:
        return None
    if proposed.channel not in WRITTEN and all(c.channel not in WRITTEN for c in facts.contacts):
        return None
    for piled, say, used in ((_texts, "texts", TEXTS), (_emails, "emails", EMAILS)):
        if piled(facts, numbers):
            return undecided(
                CHECK, CLAUSE, say, used=used, numbers=numbers, instead=("wait", "send_letter")
            )
    return None
