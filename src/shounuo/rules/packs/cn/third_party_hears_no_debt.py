"""A third party never hears of the debt.

3P-5, guideline, and 3P-3, standard: to find the customer or to relay a message; no word of the debt.
A stranger who calls in hears none either.
"""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.cn.clauses import guideline
from shounuo.rules.packs.cn.scope import outbound, reaches_a_person
from shounuo.rules.packs.cn.third_parties import is_third_party
from shounuo.rules.rule import Rule
from shounuo.rules.verdict import Reason

RULE = Rule("cn", "3P-5", __name__, guideline("third parties (article number not read)"))


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies disclosing words; reviews words of which nobody knows whether they disclose."""
    del numbers
    if not reaches_a_person(facts) or not is_third_party(facts):
        return None
    content = facts.proposed.content
    if content.discloses_debt or content.discloses_amounts:
        return RULE.deny(instead=("use_third_party_guide",))
    if content.discloses_debt is None and outbound(facts):
        return RULE.review(say="unknown", instead=("use_third_party_guide",))
    return None
