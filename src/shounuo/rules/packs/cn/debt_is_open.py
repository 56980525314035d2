"""A debt is contacted about only while it is known to be open.

README of the mainland's rules, the gate's second step: a settled case is not worked. Claiming a paid
amount is claiming a false one (COND-3, guideline).
"""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.cn.clauses import guideline
from shounuo.rules.packs.cn.scope import collects
from shounuo.rules.rule import Rule
from shounuo.rules.verdict import Reason

RULE = Rule("cn", "COND-3", __name__, guideline("false amounts (article number not read)"))


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies collecting a settled debt, a debt nobody knows, or none at all."""
    del numbers
    if not collects(facts):
        return None
    proposed = facts.proposed
    known = {debt.id: debt for debt in facts.debts}
    if not proposed.debts or not set(proposed.debts) <= known.keys():
        return RULE.deny(say="unknown", instead=("complete_facts",))
    for debt_id in sorted(proposed.debts):
        if known[debt_id].settled is True:
            return RULE.deny({"debt": debt_id}, instead=("next_case",))
        if known[debt_id].settled is None:
            return RULE.deny({"debt": debt_id}, say="unknown", instead=("complete_facts",))
    return None
