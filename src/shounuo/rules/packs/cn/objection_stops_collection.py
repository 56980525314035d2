"""A disputed debt is noted and looked into before it is collected again.

COMP-3, credit card measures art. 69: an objection is noted at once and verified. Until it is
answered the gate keeps the debt closed.
"""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.cn.clauses import card_measures
from shounuo.rules.packs.cn.scope import collects
from shounuo.rules.rule import Rule
from shounuo.rules.verdict import Reason

RULE = Rule("cn", "COMP-3", __name__, card_measures("69"))


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies collecting a debt under a standing dispute (one that names no debt holds all)."""
    del numbers
    if not collects(facts):
        return None
    asked = set(facts.proposed.debts)
    for hold in facts.holds:
        if hold.kind != "dispute" or not hold.stands(facts.proposed.when):
            continue
        if not hold.debts or set(hold.debts) & asked:
            return RULE.deny(
                {"since": hold.since, "deadline": hold.deadline}, instead=("answer_dispute",)
            )
    return None
