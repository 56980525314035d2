"""A third party is spoken to once about the consumer's location: 1006.10(c).

"Must not communicate more than once with such person unless requested to do so by such person, or
unless the debt collector reasonably believes that the earlier response … is erroneous or incomplete
and that such person now has correct or complete location information." Both beliefs are needed. An
unanswered call is no communication; the call frequencies hold besides.
"""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.us.answer import prohibited
from shounuo.rules.packs.us.call_consent import ASKED_AGAIN
from shounuo.rules.packs.us.counted_calls import PLACED, conversed
from shounuo.rules.packs.us.moments import stands
from shounuo.rules.packs.us.people import to_third_party
from shounuo.rules.packs.us.third_party_told_nothing import LOCATION
from shounuo.rules.past import PastContact
from shounuo.rules.verdict import Reason

CHECK, CLAUSE = "location_asked_once", "1006.10(c)"
USED = ("location_communications",)
BELIEFS = ("earlier_response_erroneous_or_incomplete", "now_has_correct_or_complete")


def _communicated(contact: PastContact, facts: Facts) -> bool:
    earlier = contact.when < facts.proposed.when
    spoke = conversed(contact) if contact.channel in PLACED else contact.exclusion is None
    theirs = contact.person_id in (None, facts.proposed.person_id)  # to nobody knows whom: perhaps
    return theirs and earlier and spoke


def _asked_again(facts: Facts) -> bool:
    return any(
        request.kind == ASKED_AGAIN and request.by == facts.proposed.person_id
        and stands(request, facts)
        for request in facts.requests
    )  # fmt: skip


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies a further communication that nothing in (c) opens."""
    if not to_third_party(facts) or facts.proposed.purpose not in LOCATION:
        return None
    made = sum(_communicated(contact, facts) for contact in facts.contacts)
    if made < numbers.count("location_communications") or _asked_again(facts):
        return None
    beliefs = facts.more.get("beliefs") or {}
    if all(beliefs.get(key) is True for key in BELIEFS):
        return None
    return prohibited(
        CHECK, CLAUSE, facts={"communications": made}, used=USED,
        numbers=numbers, override="asked_to_call_again",
    )  # fmt: skip
