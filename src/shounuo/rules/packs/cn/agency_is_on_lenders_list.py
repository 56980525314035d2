"""Only an agency on the lender's published list may contact.

VEND-1, guideline and notice 2022 No. 13: the lender keeps a list of its agencies and publishes it.
Who collects has to be known; a list that was not given lists nobody.
"""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.cn.clauses import guideline
from shounuo.rules.packs.cn.scope import reaches_a_person
from shounuo.rules.proposed import CollectorKind
from shounuo.rules.rule import Rule
from shounuo.rules.verdict import Reason

RULE = Rule("cn", "VEND-1", __name__, guideline("list of agencies (article number not read)"))


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies an unlisted agency, and a collector of unknown kind."""
    del numbers
    collector = facts.proposed.collector
    if collector.kind is CollectorKind.LENDER_STAFF or not reaches_a_person(facts):
        return None
    told = {"organisation": collector.organisation}
    if collector.kind is None:
        return RULE.deny(told, say="unknown", instead=("complete_facts",))
    if facts.creditor.agencies is None:
        return RULE.deny(told, say="no_list", instead=("complete_facts",))
    if collector.organisation in facts.creditor.agencies:
        return None
    return RULE.deny(told, instead=("return_to_lender",))
