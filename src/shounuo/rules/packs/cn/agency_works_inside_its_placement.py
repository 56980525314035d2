"""An agency may do nothing outside an open placement.

PI-1, Personal Information Protection Law art. 21: the entrusted party processes within the agreed
purpose and term only, and returns or deletes when it ends. Letters and visits included.
"""

from datetime import datetime

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
    if _covered(facts, proposed.when):
        return None
    coming = sorted(p.opened for p in facts.placements if p.opened > proposed.when)
    opens = next((moment for moment in coming if _covered(facts, moment)), None)
    told = {"organisation": proposed.collector.organisation}
    return RULE.deny(told, opens=opens, instead=("return_to_lender",))


def _covered(facts: Facts, when: datetime) -> bool:
    """Every debt of the contact, and at least one, lies in an open placement of this agency."""
    asked, open_debts = facts.proposed.debts, set[str]()
    for placement in facts.placements:
        own = placement.organisation == facts.proposed.collector.organisation
        if own and placement.is_open(when):
            open_debts.update(placement.debts)
    return bool(asked) and open_debts >= set(asked)
