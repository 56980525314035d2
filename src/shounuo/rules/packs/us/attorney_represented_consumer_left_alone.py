"""A consumer known to be represented on the debt is not contacted: 1006.6(b)(2).

Unless the attorney fails to respond within a reasonable time or consents. Both must be known: that
the consumer is represented "with respect to such debt", and the attorney's name and address (or
that they can readily be ascertained). The consumer's own contact may be answered, and no more
(comment 6(b)(2)-1). After that knowledge nobody is asked for the location either (1006.10(b)(5)).
"""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.us.answer import prohibited, undecided
from shounuo.rules.packs.us.consumer_initiated import is_answer
from shounuo.rules.packs.us.people import to_consumer, to_third_party
from shounuo.rules.standing import Hold
from shounuo.rules.verdict import Reason

CHECK, CLAUSE = "attorney_represented_consumer_left_alone", "1006.6(b)(2)"
KIND = "attorney"


def _about(hold: Hold, facts: Facts) -> bool:
    about = facts.concerned_by(hold.debts)
    return hold.kind == KIND and hold.stands(facts.proposed.when) and about


def _released(hold: Hold) -> bool:
    unresponsive = hold.more.get("failed_to_respond_reasonable_time") is True
    return unresponsive or hold.more.get("consents_to_direct_contact") is True


def _silent(hold: Hold) -> bool:
    return hold.more.get("failed_to_respond_reasonable_time") is True


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies; asks for a look while the attorney's name and address are not on file."""
    del numbers
    consumer, third = to_consumer(facts), to_third_party(facts)
    if not (consumer or third) or (consumer and is_answer(facts)):
        return None
    over = _released if consumer else _silent
    holds = [hold for hold in facts.holds if _about(hold, facts) and not over(hold)]
    if not holds:
        return None
    clause = CLAUSE if consumer else "1006.10(b)(5)"
    if all(hold.more.get("name_address_known") is False for hold in holds):
        return None
    if any(hold.more.get("name_address_known") is True for hold in holds):
        return prohibited(
            CHECK, clause, instead=("contact_attorney",), override="attorney_consents"
        )
    return undecided(CHECK, clause, "address_unknown", instead=("complete_facts",))
