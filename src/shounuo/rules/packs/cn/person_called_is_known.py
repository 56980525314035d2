"""Who is being called is known, and what that person may hear follows from it.

The gate's step four. 3P-10, Civil Code art. 1161: an heir pays at most the value of what was
inherited, nothing after renouncing. A customer who died is not called any more.
"""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.cn.clauses import statute
from shounuo.rules.packs.cn.scope import reaches_a_person
from shounuo.rules.proposed import Role
from shounuo.rules.rule import Rule
from shounuo.rules.verdict import Reason

RULE = Rule("cn", "3P-10", __name__, statute("civil_code", "1161"))


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies a call to nobody known, to the dead, to an heir who renounced; reviews the limit."""
    del numbers
    role = facts.proposed.role
    if not reaches_a_person(facts):
        return None
    if role is None:
        return RULE.deny(say="unknown", instead=("complete_facts",))
    if role is Role.CUSTOMER and facts.customer.deceased:
        return RULE.deny(say="deceased", instead=("find_heir",))
    return _heir(facts) if role is Role.HEIR else None


def _heir(facts: Facts) -> Reason | None:
    if not facts.customer.deceased:
        return RULE.deny(say="no_inheritance", instead=("contact_customer",))
    for heir in facts.heirs:
        if heir.person_id != facts.proposed.person_id:
            continue
        if heir.accepted is False:
            return RULE.deny(say="renounced", instead=("next_case",))
        if heir.accepted and (heir.estate_limit_minor is None or not heir.evidence):
            return RULE.review(say="estate_limit", instead=("complete_facts",))
        return _above(facts, heir.estate_limit_minor)
    return None


def _above(facts: Facts, limit: int | None) -> Reason | None:
    """An amount above the estate is not asked of an heir, who may still pay it freely."""
    asked = facts.proposed.content.amount_asked_minor
    if asked is None or limit is None or asked <= limit:
        return None
    return RULE.deny({"asked": asked, "limit": limit}, say="above_estate")
