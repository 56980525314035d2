"""While a plan is performed nothing is collected.

HARD-2, credit card measures art. 70: once the plan is signed collection from that cardholder stops,
unless it is not performed. Applied to every debt, cards or not.
"""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.cn.clauses import card_measures
from shounuo.rules.packs.cn.scope import collects
from shounuo.rules.rule import Rule
from shounuo.rules.verdict import Confidence, Reason

RULE = Rule("cn", "HARD-2", __name__, card_measures("70", Confidence.PRESS))


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies a debt whose plan is performing; reviews one whose plan nobody has looked up."""
    del numbers
    if not collects(facts):
        return None
    plans = {debt.plan: debt.id for debt in facts.proposed_debts}
    if "performing" in plans:
        return RULE.deny({"debt": plans["performing"]}, instead=("next_case",))
    if None in plans:
        return RULE.review({"debt": plans[None]}, say="unknown", instead=("complete_facts",))
    return None
