"""A customer who has a lawyer is contacted directly only after somebody looked.

No text of the mainland forbids it; house policy. So are the other holds a person has put on a case.
"""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.cn.clauses import house
from shounuo.rules.packs.cn.scope import collects
from shounuo.rules.proposed import Role
from shounuo.rules.rule import Rule
from shounuo.rules.verdict import Fact, Reason

RULE = Rule("cn", "HOUSE/HOLD", __name__, house("holds"))
OWN_CHECK = frozenset({"complaint", "dispute"})


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies under a do-not-contact hold; reviews under an attorney's and any other hold."""
    del numbers
    proposed = facts.proposed
    if not collects(facts) or proposed.role is Role.ATTORNEY:
        return None
    for hold in facts.holds:
        if hold.kind in OWN_CHECK or not hold.stands(proposed.when):
            continue
        if hold.debts and not set(hold.debts) & set(proposed.debts):
            continue
        if hold.person_id not in (None, proposed.person_id):
            continue
        told: dict[str, Fact] = {"hold": hold.kind, "since": hold.since}
        if hold.kind == "do_not_contact":
            return RULE.deny(told, say="do_not_contact", instead=("next_case",))
        return RULE.review(told, instead=("ask_release",))
    return None
