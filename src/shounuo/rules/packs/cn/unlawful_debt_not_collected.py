"""An unlawful debt is not collected at all.

COND-11, Criminal Law art. 293-1: collecting debts from usury and the like by threat, trespass or
harassment is a crime. The gate goes further, as house policy: such a debt is not worked.
"""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.cn.clauses import house
from shounuo.rules.packs.cn.scope import collects
from shounuo.rules.rule import Rule
from shounuo.rules.verdict import Reason

RULE = Rule("cn", "COND-11", __name__, house("after Criminal Law art. 293-1"))


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies collecting a debt marked unlawful."""
    del numbers
    marked = sorted(debt.id for debt in facts.proposed_debts if debt.unlawful)
    if not marked or not collects(facts):
        return None
    return RULE.deny({"debt": marked[0]}, instead=("return_to_lender",))
