"""An example of a further jurisdiction: India, two rules of one circular. NOT reviewed by a lawyer.

It shows that adding a jurisdiction is adding this folder: numbers, sentences, one file a check and
`reach`. A lender who collects in India names its own reviewed pack instead.
"""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Check, Reach
from shounuo.rules.packs.example import call_kept_to_hours, family_not_intruded_upon

CHECKS: tuple[Check, ...] = (family_not_intruded_upon.check, call_kept_to_hours.check)
COUNTRY = "IN"
IS_EXAMPLE = True


def reach(facts: Facts) -> Reach:
    """An Indian lender, or a customer known to be in India."""
    countries = {place.country for place in facts.customer.locations} | {facts.creditor.country}
    return Reach.APPLIES if COUNTRY in countries else Reach.ELSEWHERE
