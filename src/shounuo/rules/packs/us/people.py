"""Who is a consumer here: 1006.6(a) and its comments.

"For purposes of this section, the term consumer includes" the spouse (also surviving), the parent
of a minor (also deceased), the guardian, the executor, administrator or personal representative,
and a confirmed successor in interest. A guarantor is himself obligated to pay (1006.2(e)).
"""

from shounuo.rules.facts import Facts
from shounuo.rules.proposed import NOT_TO_A_PERSON, Role

CONSUMERS = frozenset(
    {Role.CUSTOMER, Role.GUARANTOR, Role.SPOUSE, Role.SURVIVING_SPOUSE,
     Role.PERSONAL_REPRESENTATIVE}
)  # fmt: skip
EXEMPT = frozenset({Role.ATTORNEY, Role.CREDIT_BUREAU, Role.CREDITOR, Role.COURT, Role.COLLECTOR})


def reaches_a_person(facts: Facts) -> bool:
    """Whether the proposed act is a contact at all; furnishing, filing and deleting are not."""
    return facts.proposed.channel not in NOT_TO_A_PERSON


def to_consumer(facts: Facts) -> bool:
    """Whether the contact is with the consumer in the sense of 1006.6(a).

    A parent counts only when the consumer is known to be a minor; an heir or a supplementary card
    holder does not, until somebody records the capacity in which they act.
    """
    role = facts.proposed.role
    if not reaches_a_person(facts):
        return False
    return role in CONSUMERS or (role is Role.PARENT and facts.customer.adult is False)


def to_third_party(facts: Facts) -> bool:
    """Whether 1006.6(d)(1) covers the person. An unknown role is a third party."""
    return reaches_a_person(facts) and not to_consumer(facts) and facts.proposed.role not in EXEMPT
