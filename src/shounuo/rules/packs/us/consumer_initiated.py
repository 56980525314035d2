"""Answering a consumer who began: comments 6(b)(1)-2 and 6(b)(2)-1, 1006.14(h)(2)(ii).

"The debt collector may respond once … through the same medium of communication used by the
consumer", and "may continue to respond once to each" further message.
"""

from __future__ import annotations

from datetime import datetime

from shounuo.rules.facts import Facts
from shounuo.rules.packs.us.moments import day, home_zone, today
from shounuo.rules.proposed import Channel, Direction
from shounuo.rules.standing import Event

BEGUN = {"consumer_message": None, "consumer_call": Channel.CALL}
ANSWERED = frozenset({"collector_message", "collector_response"})
MEDIA = {
    Channel.CALL_IN_PROGRESS: "call", Channel.VOICE_MESSAGE: "call",
    Channel.RINGLESS_VOICEMAIL: "call", Channel.PORTAL_PUSH: "portal", Channel.POSTCARD: "mail",
    Channel.SOCIAL_PRIVATE: "social", Channel.SOCIAL_PUBLIC: "social",
}  # fmt: skip
OWN_PAGES = frozenset({Channel.PORTAL, Channel.PORTAL_PUSH})


def medium(channel: Channel | None) -> str | None:
    """The medium of communication (comment 2(d)-1); an application's push belongs to its portal."""
    return MEDIA.get(channel, channel.value) if channel else None


def _of(event: Event) -> str | None:
    return medium(event.channel or BEGUN.get(event.kind))


def _moment(event: Event) -> datetime | None:
    return event.when if isinstance(event.when, datetime) else None


def unanswered(facts: Facts, since: datetime | None = None) -> bool:
    """Whether a message of the consumer in this medium, since then, still awaits its one answer."""
    begun, now = medium(facts.proposed.channel), facts.proposed.when
    asked = [
        when
        for event in facts.events
        if event.kind in BEGUN and _of(event) == begun and (when := _moment(event))
        and when <= now and (since is None or when >= since)
    ]  # fmt: skip
    answers = [
        event
        for event in facts.events
        if event.kind in ANSWERED and asked
        and ((when := _moment(event)) is None or min(asked) <= when <= now)
    ]  # fmt: skip
    return len(asked) > len(answers)


def is_answer(facts: Facts) -> bool:
    """Whether the contact answers a contact of the consumer that nobody has answered yet.

    Without a mark that it is an answer, only the same day is taken to be one.
    """
    if facts.proposed.direction is Direction.INBOUND:
        return not _already_answered(facts)
    marked = facts.proposed.response_to is not None
    begun = any(event.kind in BEGUN for event in facts.events)
    if facts.proposed.response_to == "consumer_message" and not begun:
        return True
    zone = home_zone(facts)
    same_day = any(
        event.kind in BEGUN and event.when is not None and day(event.when, zone) == today(facts)
        for event in facts.events
    )
    return (marked or same_day) and unanswered(facts)


def _already_answered(facts: Facts) -> bool:
    """The consumer's call under way is answered by taking it, unless an answer was already given."""
    begun = any(event.kind == "consumer_call" for event in facts.events)
    return begun and not unanswered(facts)


def in_session(facts: Facts) -> bool:
    """Whether the consumer is using the collector's website or application (6(b)(1)-2.iii)."""
    if facts.proposed.channel not in OWN_PAGES:
        return False
    now = facts.proposed.when
    for event in facts.events:
        if event.kind == "consumer_session" and (start := _moment(event)):
            ended = event.more.get("ended")
            if start <= now and (ended is None or now < ended):
                return True
    return False
