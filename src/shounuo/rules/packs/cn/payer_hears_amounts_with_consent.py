"""A volunteer payer hears amounts only with the customer's recorded consent.

3P-6, guideline: only who has offered to pay may be approached about paying; the customer's data
stays the customer's (Personal Information Protection Law art. 23, 29).
"""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.cn.clauses import guideline
from shounuo.rules.packs.cn.scope import reaches_a_person, recorded
from shounuo.rules.proposed import Role
from shounuo.rules.rule import Rule
from shounuo.rules.verdict import Confidence, Reason

RULE = Rule(
    "cn", "3P-6", __name__,
    guideline("related third parties (article number not read)", Confidence.SECONDARY),
    override="disclose_amounts",
)  # fmt: skip


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies telling a volunteer payer amounts, or perhaps telling them, without the consent."""
    del numbers
    proposed = facts.proposed
    if proposed.role is not Role.VOLUNTEER_PAYER or not reaches_a_person(facts):
        return None
    if proposed.content.discloses_amounts is False:
        return None
    if recorded(facts, "disclose_amounts", facts.customer.id, proposed.person_id):
        return None
    return RULE.deny({"person": proposed.person_id}, instead=("leave_amounts_out",))
