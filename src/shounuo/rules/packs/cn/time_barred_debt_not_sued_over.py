"""A suit is not announced on a debt whose limitation has run out without a lawyer's look.

HARD-5, Civil Code arts. 188, 192, 195: after three years the debtor may refuse; a demand or an
acknowledgement starts the years anew. Asking is still open; announcing a suit needs review.
"""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.cn.clauses import statute
from shounuo.rules.packs.cn.limitation import has_run_out
from shounuo.rules.packs.cn.scope import collects
from shounuo.rules.rule import Rule
from shounuo.rules.verdict import Reason

RULE = Rule(
    "cn", "HARD-5", __name__, statute("civil_code", "188, 192, 195"), reads=("limitation_years",)
)


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Reviews a contact that announces a suit on a debt that is, or may be, time-barred."""
    del numbers
    if "lawsuit" not in facts.proposed.content.elements or not collects(facts):
        return None
    for debt in facts.proposed_debts:
        if has_run_out(debt, facts.proposed.when) is not False:
            return RULE.review({"debt": debt.id, "limitation_ends": debt.limitation_ends})
    return None
