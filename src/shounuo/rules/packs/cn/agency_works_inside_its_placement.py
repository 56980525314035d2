"""An agency may do nothing outside an open placement.

PI-1, Personal Information Protection Law art. 21: the entrusted party processes within the agreed
purpose and term only, and returns or deletes when it ends. Letters and visits included.
"""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.cn.clauses import statute
from shounuo.rules.packs.cn.scope import by_agency, reaches_a_person
from shounuo.rules.rule import Rule
from shounuo.rules.verdict import Reason

RULE = Rule("cn", "PI-1", __name__, statute("personal_information_law", "21"))


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies an agency unless open placements of its own cover every debt of the contact."""
    del numbers
    proposed = facts.proposed
    if not by_agency(facts) or not reaches_a_person(facts):
        return None
    covered: set[str] = set()
    for placement in facts.placements:
        if placement.organisation != proposed.collector.organisation:
            continue
        if placement.is_open(proposed.when):
            covered |= set(placement.debts)
    if proposed.debts and covered >= set(proposed.debts):
        return None
    told = {"organisation": proposed.collector.organisation}
    return RULE.deny(told, instead=("return_to_lender",))
