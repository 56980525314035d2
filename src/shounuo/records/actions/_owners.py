"""An account stays with the customer it came with.

Its case, promises and payments hang on that customer: a row that names another one is for a person to
look at. Taken, its figures would go to the first customer and its name and number to a second without
any account.
"""

from __future__ import annotations

from collections.abc import Sequence

from shounuo.records.actions._people_store import Keyed
from shounuo.records.models import Account, Lender


def by_owner(lender: Lender, told: Sequence[Keyed]) -> tuple[list[Keyed], list[Keyed]]:
    """The rows that name their account's customer, and those that name another; of two rows about a
    new account the first says whose it is."""
    keys = [one.account for one in told]
    known = Account.objects.filter(lender=lender, ref_hash__in=keys)
    owner = dict(known.values_list("ref_hash", "customer__ref_hash"))
    own, others = [], []
    for one in told:
        fits = owner.setdefault(one.account, one.customer) == one.customer
        (own if fits else others).append(one)
    return own, others
