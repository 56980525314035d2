"""A home or the customer's office is entered only with consent.

COND-7 and VIS-2, guideline; VIS-3, Civil Code art. 1033(2): nobody enters another's home or hotel
room without clear consent. At a home the resident agrees, on record.
"""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.cn.clauses import guideline
from shounuo.rules.packs.cn.scope import recorded
from shounuo.rules.proposed import Channel
from shounuo.rules.rule import Rule
from shounuo.rules.verdict import Reason

RULE = Rule(
    "cn", "COND-7", __name__, guideline("prohibited conduct (article number not read)"),
    override="enter_premises",
)  # fmt: skip
PRIVATE = frozenset({"home", "office", "work", "hotel", None})


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies entering private rooms without consent; reviews a visit that does not say."""
    del numbers
    visit, person = facts.proposed.visit, facts.proposed.person_id
    if facts.proposed.channel is not Channel.VISIT or visit is None:
        return None
    if visit.place not in PRIVATE or visit.enters is False:
        return None
    if recorded(facts, "enter_premises", person):
        return None
    if visit.enters is None:
        return RULE.review({"place": visit.place}, say="unknown", instead=("stay_outside",))
    return RULE.deny({"place": visit.place}, instead=("stay_outside",))
