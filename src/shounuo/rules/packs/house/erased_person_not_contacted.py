"""A person whose data was erased is nobody to contact.

Personal Information Protection Law art. 47: deleted data is not processed again; a contact would
need it. Applied as house policy in every jurisdiction.
"""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.proposed import NOT_TO_A_PERSON
from shounuo.rules.verdict import Clause, Confidence, Origin, Outcome, Reason

CLAUSE = Clause("personal_information_law", "47", Confidence.VERIFIED, Origin.HOUSE_POLICY)


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies every contact to anyone about an erased customer."""
    del numbers
    if not facts.customer.erased or facts.proposed.channel in NOT_TO_A_PERSON:
        return None
    return Reason("HOUSE/ERASED", "erased_person_not_contacted", "house", CLAUSE, Outcome.DENY)
