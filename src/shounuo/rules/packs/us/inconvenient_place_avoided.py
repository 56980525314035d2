"""No contact at a place that the consumer is known to find inconvenient.

1006.6(b)(1)(ii). A landline and a postal address are tied to a place; a mobile number and an e-mail
address are not, unless the collector knows that the consumer is there (comment 6(b)(1)(ii)-1). A
designated home closes the letter box and the landline too (comment 6(b)(1)-1.iii).
"""

from datetime import datetime, time

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.us.answer import prohibited, undecided
from shounuo.rules.packs.us.consumer_initiated import is_answer, unanswered
from shounuo.rules.packs.us.moments import at, home_zone, stands, today
from shounuo.rules.packs.us.people import to_consumer
from shounuo.rules.proposed import Channel, Direction
from shounuo.rules.verdict import Reason

CHECK, CLAUSE = "inconvenient_place_avoided", "1006.6(b)(1)(ii)"
KIND = "inconvenient_place"
TIED = frozenset({"landline", "postal"})
LETTERS = frozenset({Channel.MAIL, Channel.POSTCARD})


def places(facts: Facts) -> frozenset[str]:
    """Where the contact would reach the consumer, as far as the collector knows."""
    proposed = facts.proposed
    found = {proposed.place} if proposed.place else set()
    address = proposed.address
    if address and address.kind in TIED and address.place:
        found.add(address.place)
    if address is None and proposed.channel in LETTERS:
        found.add("home")  # a letter without another address goes home
    return frozenset(found)


def _answering(facts: Facts) -> bool:
    if facts.proposed.direction is Direction.INBOUND:
        return is_answer(facts)
    start: datetime = at(today(facts), time(), home_zone(facts))
    return unanswered(facts, since=start)


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies every medium that reaches the designated place."""
    del numbers
    if not to_consumer(facts):
        return None
    for request in facts.requests:
        if request.kind != KIND or not stands(request, facts):
            continue
        if request.place in places(facts) and not _answering(facts):
            return prohibited(
                CHECK, CLAUSE, facts={"place": request.place},
                instead=("another_number",), override="consent_to_place",
            )  # fmt: skip
    return _which_unknown(facts)


def _which_unknown(facts: Facts) -> Reason | None:
    """A place was designated and nobody recorded which: any place may be it."""
    unclear = any(r.kind == KIND and r.place is None and stands(r, facts) for r in facts.requests)
    if not (unclear and places(facts)) or _answering(facts):
        return None
    return undecided(CHECK, CLAUSE, "which_unknown", instead=("complete_facts",))
