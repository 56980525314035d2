"""What may be said when asking a third party for the consumer's location: 1006.10(b).

Own name; confirming or correcting location information; the employer only if expressly asked; no
debt; no postcard; no mark of collection on a letter. To find who acts for a deceased consumer's
estate one may say that one is looking for that person (comment 10(b)(2)-1).
Decides only what is planned to be said; an item nobody has planned is the call's duty, not a bar.
"""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.us.answer import prohibited
from shounuo.rules.packs.us.people import to_third_party
from shounuo.rules.packs.us.third_party_told_nothing import LOCATION
from shounuo.rules.proposed import Channel
from shounuo.rules.verdict import Reason

CHECK, CLAUSE = "location_call_within_bounds", "1006.10(b)"
MARKS = frozenset({"business_name_indicating_debt_collection", "debt_collection_language"})


def _fault(facts: Facts) -> tuple[str, str] | None:
    content, asked = facts.proposed.content.more, facts.proposed.content.more.get
    if facts.proposed.channel is Channel.POSTCARD:
        return "1006.10(b)(3)", "postcard"
    if asked("states_debt") is True or asked("discusses_debt") is True:
        return "1006.10(b)(2)", "debt_stated"
    if asked("states_own_name") is False or asked("profile_shows_individual_name") is False:
        return "1006.10(b)(1)", "nameless"
    if asked("states_confirming_location") is False:
        return "1006.10(b)(1)", "purpose_unsaid"
    if asked("states_employer") is True and asked("employer_requested") is not True:
        return "1006.10(b)(1)", "employer_unasked"
    if not MARKS.isdisjoint(content.get("envelope") or ()):
        return "1006.10(b)(4)", "marked"
    return None


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies a location contact that says what it must not or hides what it must say."""
    del numbers
    if not to_third_party(facts) or facts.proposed.purpose not in LOCATION:
        return None
    fault = _fault(facts)
    return prohibited(CHECK, fault[0], fault[1]) if fault else None
