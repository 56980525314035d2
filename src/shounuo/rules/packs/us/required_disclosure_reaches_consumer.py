"""A required disclosure is sent so that it is expected to arrive: 1006.42(a)(1).

By post to the last known address, unless the collector knows or should know that the consumer does
not live or receive post there (comment -3). One returned undelivered was not sent that way (-2). An
e-mail address or number that was opted out of cannot serve (-4: `requested_medium_not_used`).
"""

from __future__ import annotations

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.us.answer import noted, prohibited
from shounuo.rules.packs.us.moments import MOVED, has_come
from shounuo.rules.proposed import Address, Channel
from shounuo.rules.verdict import Reason

CHECK, CLAUSE = "required_disclosure_reaches_consumer", "1006.42(a)(1)"
DISCLOSURES = frozenset({"required_disclosure", "validation_notice"})
LAST_KNOWN = "last_known_address"


def _is_last_known(address: Address) -> bool:
    return address.id == LAST_KNOWN or address.last_known is True


def _came_back(facts: Facts) -> bool:
    """A notice of undeliverability for this address; one for none in particular means the last known."""
    address = facts.proposed.address
    if address is None:
        return False
    returned = {
        event.more.get("address", LAST_KNOWN)
        for event in facts.events
        if event.kind == "undeliverable" and has_come(event.when, facts)
    }
    return address.id in returned or (LAST_KNOWN in returned and _is_last_known(address))


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies an address known to be wrong; notes the safe harbor of the post."""
    del numbers
    proposed = facts.proposed
    if proposed.content.kind not in DISCLOSURES:
        return None
    if _came_back(facts):
        return prohibited(CHECK, CLAUSE, "came_back", instead=("find_address",))
    if proposed.channel is not Channel.MAIL or not proposed.address:
        return None
    moved = any(e.kind == MOVED and has_come(e.when, facts) for e in facts.events)
    if not _is_last_known(proposed.address):
        return None
    if moved:
        said = {"safe_harbor": False}
        return prohibited(CHECK, CLAUSE, "moved", facts=said, instead=("find_address",))
    return noted(CHECK, CLAUSE, "kept", facts={"safe_harbor": True})
