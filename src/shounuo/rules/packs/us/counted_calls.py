"""Which calls count, and when a conversation was had: comments 14(b)-1, 14(b)(3)(ii)-1, 14(b)(4)-1.

"Placing a telephone call" includes a ringless voicemail, never a text or an e-mail. A call counts
unless it did not connect (busy, not in service), was consented to, went to somebody of
1006.6(d)(1)(ii)-(vi), or to a number since learned not to be the person's. Inbound calls are not
placed; a conversation counts whoever began it. A call still in flight, or one that never reported
back, counts as whatever it could become. A switch that says only "connected" may mean a conversation.
A suspended line is not in service; a telephone switched off answers with a recorded message, which
counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from shounuo.rules.facts import Facts
from shounuo.rules.packs.us.moments import has_come
from shounuo.rules.packs.us.particular_debt import particular_debt
from shounuo.rules.past import PastContact
from shounuo.rules.proposed import Channel, Direction

PLACED = frozenset({Channel.CALL, Channel.VOICE_MESSAGE, Channel.RINGLESS_VOICEMAIL})
NOT_CONNECTED = frozenset({"busy", "not_in_service", "dead_number", "suspended", "not_dialled"})
SPOKEN = frozenset({"conversation", "connected", "unknown", None})
UNANSWERED = frozenset(
    {"no_answer", "voicemail_limited_content", "voicemail_unable_to_leave", "ringless_voicemail"}
)
BY_CONSENT = "prior_consent"
WRONG_NUMBER = "learned_number_not_persons"


def misdirected(facts: Facts) -> frozenset[str]:
    """Numbers learned by now not to be the person's (comment 14(b)(2)(i)-3): "then learns"."""
    return frozenset(
        str(event.more["number"])
        for event in facts.events
        if event.kind == WRONG_NUMBER and event.more.get("number") and has_come(event.when, facts)
    )


def _to_person(facts: Facts) -> Iterator[PastContact]:
    wrong = misdirected(facts)
    for contact in facts.contacts:
        if contact.channel not in PLACED or contact.when > facts.proposed.when:
            continue
        if not _made_by_us(contact, facts) or contact.address_id in wrong:
            continue
        if contact.person_id in (None, facts.proposed.person_id):
            yield contact


def _made_by_us(contact: PastContact, facts: Facts) -> bool:
    """The rule counts what *a debt collector* does; the attempt now asked about is not yet made."""
    ours = contact.organisation in (None, "", facts.proposed.collector.organisation)
    itself = bool(contact.contact_id) and contact.contact_id == facts.proposed.contact_id
    return ours and not itself


def counted(contact: PastContact) -> bool:
    """Whether a telephone call to the person counts toward the frequencies."""
    return (
        contact.direction is Direction.OUTBOUND
        and contact.exclusion is None
        and contact.outcome not in NOT_CONNECTED
    )


def conversed(contact: PastContact) -> bool:
    """Whether a conversation was had, or may have been: nobody knows yet, or nobody ever said."""
    if contact.exclusion not in (None, BY_CONSENT):
        return False
    return contact.in_flight or contact.outcome in SPOKEN


def calls_to_person(facts: Facts) -> list[PastContact]:
    """Calls placed to the person that count, about any debt, oldest first."""
    return sorted((c for c in _to_person(facts) if counted(c)), key=lambda c: c.when)


def conversations_with_person(facts: Facts) -> list[PastContact]:
    """Conversations with the person, about any debt, whoever began them."""
    return [contact for contact in _to_person(facts) if conversed(contact)]


def about(facts: Facts, key: str) -> Callable[[Iterable[str]], bool]:
    """Whether some of these debts are the particular debt `key`.

    A debt that the collector opened is discussed even if the consumer declines it; a general
    conversation belongs to the debt it is counted to (comment 14(b)(4)-2.v and .vi). A call of which
    nobody recorded the debts may have been about any.
    """
    debt = particular_debt(facts)

    def is_about(debts: Iterable[str]) -> bool:
        keys = {debt(item) for item in debts}
        return not keys or key in keys

    return is_about
