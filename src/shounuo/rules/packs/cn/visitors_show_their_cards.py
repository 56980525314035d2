"""Visitors carry their identity cards and show them.

VIS-2, guideline.
"""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.cn.clauses import guideline
from shounuo.rules.proposed import Channel
from shounuo.rules.rule import Rule
from shounuo.rules.verdict import Confidence, Reason

RULE = Rule(
    "cn", "VIS-2", __name__, guideline("visits (article number not read)", Confidence.SECONDARY)
)


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies a visit unless the cards are known to be carried."""
    del numbers
    visit = facts.proposed.visit
    if facts.proposed.channel is not Channel.VISIT:
        return None
    if visit is not None and visit.identity_cards_carried is True:
        return None
    return RULE.deny(instead=("carry_cards",))
