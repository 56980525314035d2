"""A message meant as a limited-content message is one: 1006.2(j).

Any other voicemail that conveys something of the debt is a communication (comment 2(j)-1), with all
that a communication needs; it is not left under the name of a limited-content message.
"""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.us.answer import noted, prohibited
from shounuo.rules.packs.us.limited_content import is_limited_content, is_voicemail
from shounuo.rules.verdict import Reason

CHECK, CLAUSE = "limited_content_message_left", "1006.2(j)"
CLAIM = "may_be_left_as_limited_content_message"


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Answers where a voicemail's items are given, or where it is known to speak of the debt."""
    del numbers
    limited = is_limited_content(facts)
    if limited is None:
        tells = is_voicemail(facts) and facts.proposed.content.discloses_debt is True
        none = {"limited_content_message": False}
        return noted(CHECK, CLAUSE, "communication", facts=none) if tells else None
    said = {"limited_content_message": limited, "tested_claim": CLAIM}
    if limited:
        return noted(CHECK, CLAUSE, "is_one", facts=said)
    return prohibited(CHECK, CLAUSE, "is_none", facts=said, instead=("limited_content_items",))
