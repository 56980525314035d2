"""Rows the gate's facts are made of, for many customers at once, in a fixed number of queries.

Twelve queries, however many customers: accounts, contact points, flags, contacts, number contacts,
other parties' contacts (by customer and by number), coverage, requests, consents, placements,
releases. Each is answered by an index.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.db.models import QuerySet

from shounuo.records.models import (
    Account,
    Consent,
    Contact,
    ContactPoint,
    Flag,
    OtherContact,
    OtherPartyCoverage,
    PersonRequest,
    Placement,
    Release,
)

# The longest look-back of any counter is Regulation F's seven days of calls; a month also covers
# the three days without contact after which a third party may be asked.
LOOK_BACK = timedelta(days=35)
QUERIES = 12


@dataclass(frozen=True, slots=True)
class Background:
    accounts: dict[int, list[Account]]
    points: dict[int, list[ContactPoint]]
    flags: dict[int, list[Flag]]
    contacts: dict[int, list[Contact]]
    on_number: dict[str, list[Contact]]
    others: dict[int, list[OtherContact]]
    others_on_number: dict[str, list[OtherContact]]
    coverage: dict[int, list[OtherPartyCoverage]]
    requests: dict[int, list[PersonRequest]]
    consents: dict[int, list[Consent]]
    placements: dict[int, list[Placement]]
    releases: dict[int, list[Release]]


def load_background(
    customer_ids: Iterable[int],
    lender_ids: Iterable[int],
    number_hashes: Iterable[str],
    as_of: datetime,
    look_back: timedelta = LOOK_BACK,
) -> Background:
    """Everything recorded about these customers and numbers that a rule may ask for at `as_of`."""
    customers, lenders = set(customer_ids), set(lender_ids)
    numbers = {value for value in number_hashes if value}
    since = as_of - look_back
    recent = {"opened_at__gte": since, "opened_at__lte": as_of}
    return Background(
        accounts=_by(Account.objects.filter(customer__in=customers), "customer_id"),
        # The number itself stays sealed: the rules know it by its hash.
        points=_by(
            ContactPoint.objects.filter(customer__in=customers).defer("value").order_by("pk"),
            "customer_id",
        ),
        flags=_by(Flag.objects.filter(customer__in=customers), "customer_id"),
        contacts=_by(Contact.objects.filter(customer__in=customers, **recent), "customer_id"),
        on_number=_by(Contact.objects.filter(number_hash__in=numbers, **recent), "number_hash"),
        others=_by(OtherContact.objects.filter(customer__in=customers, **recent), "customer_id"),
        others_on_number=_by(
            OtherContact.objects.filter(number_hash__in=numbers, **recent), "number_hash"
        ),
        coverage=_by(
            OtherPartyCoverage.objects.filter(lender__in=lenders, covers_through__gte=since),
            "lender_id",
        ),
        requests=_by(PersonRequest.objects.filter(customer__in=customers), "customer_id"),
        consents=_by(Consent.objects.filter(customer__in=customers), "customer_id"),
        placements=_by_customer_of_account(customers),
        releases=_by(
            Release.objects.filter(decision__customer__in=customers, used_by=None).select_related(
                "decision", "released_by"
            ),
            lambda release: release.decision.customer_id,
        ),
    )


def _by(rows: QuerySet, key) -> dict:
    grouped: dict = defaultdict(list)
    read = key if callable(key) else lambda row: getattr(row, key)
    for row in rows:
        grouped[read(row)].append(row)
    return grouped


def _by_customer_of_account(customers: set[int]) -> dict[int, list[Placement]]:
    rows = Placement.objects.filter(account__customer__in=customers).select_related("account")
    return _by(rows, lambda placement: placement.account.customer_id)


def as_known(
    background: Background, customer_id: int, number_hash: str, at: datetime
) -> Background:
    """The same rows as far as they were recorded before `at`, for one customer and number."""
    own, told = customer_id, number_hash
    return replace(
        background,
        flags={own: [f for f in background.flags.get(own, []) if f.recorded_at <= at]},
        contacts={own: [c for c in background.contacts.get(own, []) if c.opened_at < at]},
        on_number={told: [c for c in background.on_number.get(told, []) if c.opened_at < at]},
        others={own: [c for c in background.others.get(own, []) if c.opened_at < at]},
        others_on_number={
            told: [c for c in background.others_on_number.get(told, []) if c.opened_at < at]
        },
        requests={own: [r for r in background.requests.get(own, []) if r.recorded_at <= at]},
        consents={own: [c for c in background.consents.get(own, []) if c.recorded_at <= at]},
    )
