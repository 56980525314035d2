"""Nobody is collected from but the customer and who answers for the debt.

3P-1, standard 5.3, and 3P-7, credit card measures art. 68: the customer and the guarantor; not a
contact, not family. Inbound too: a third party who calls is not asked to pay.
"""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.cn.clauses import standard
from shounuo.rules.packs.cn.scope import reaches_a_person
from shounuo.rules.packs.cn.third_parties import is_third_party
from shounuo.rules.rule import Rule
from shounuo.rules.verdict import Reason

RULE = Rule("cn", "3P-1", __name__, standard("5.3"))


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies asking a third party for payment, by purpose or by what will be said."""
    del numbers
    if not reaches_a_person(facts) or not is_third_party(facts):
        return None
    proposed = facts.proposed
    if proposed.purpose == "collect" or proposed.content.asks_payment:
        return RULE.deny({"role": proposed.role}, instead=("contact_customer",))
    return None
