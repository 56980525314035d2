"""An assigned debt is collected only after the customer was told of the assignment.

ID-3, Civil Code art. 546: an assignment not notified to the debtor has no effect on the debtor.
"""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.cn.clauses import statute
from shounuo.rules.packs.cn.scope import collects
from shounuo.rules.rule import Rule
from shounuo.rules.verdict import Confidence, Reason

RULE = Rule("cn", "ID-3", __name__, statute("civil_code", "546", Confidence.MEMORY))


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies collecting an assigned debt whose notice is not on record."""
    del numbers
    if not collects(facts):
        return None
    silent = sorted(
        debt.id for debt in facts.proposed_debts if debt.assigned and not debt.assignment_notified
    )
    return RULE.deny({"debt": silent[0]}, instead=("send_assignment_notice",)) if silent else None
