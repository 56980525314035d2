"""What the house adds to every jurisdiction. Never law; a lender may only be stricter."""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Check, Reach
from shounuo.rules.packs.house import erased_person_not_contacted

CHECKS: tuple[Check, ...] = (erased_person_not_contacted.check,)


def reach(facts: Facts) -> Reach:
    """The house is asked about everything."""
    del facts
    return Reach.APPLIES
