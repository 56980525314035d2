"""Rows the gate's facts are made of, for many customers at once, in a fixed number of queries.

Twelve queries, however many customers: accounts, contact points, flags, contacts, number contacts,
other parties' contacts (by customer and by number), coverage, requests, consents, placements,
releases; two more where somebody's release waits. Each is answered by an index.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, TypeVar

from django.db.models import Model, prefetch_related_objects

from shounuo.records.models import (
    Account,
    Consent,
    Contact,
    ContactPoint,
    Flag,
    GateDecision,
    OtherContact,
    OtherPartyCoverage,
    PersonRequest,
    Placement,
    Release,
)
from shounuo.records.queries.rows_in import rows_in

M = TypeVar("M", bound=Model)

# The longest look-back of any counter is Regulation F's seven days of calls; a month also covers
# the three days without contact after which a third party may be asked.
LOOK_BACK = timedelta(days=35)
QUERIES = 12
# What a counter asks of a contact; its verdict, note and steps stay where they are.
COUNTED = (
    *("customer_id", "point_id", "number_hash", "channel", "direction", "role", "organisation"),
    *("debts", "discussed", "state", "outcome", "connected", "exclusion", "opened_at"),
)


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
    recent = {"opened_at >=": since, "opened_at <=": as_of}

    def told(model: type[M], **more: Any) -> dict[int, list[M]]:
        return _by(rows_in(model, "customer_id", customers, **more), "customer_id")

    contacts = rows_in(Contact, "customer_id", customers, span=recent, only=COUNTED)
    # A number may have been tried for other customers too; those of these are at hand already.
    on_number = rows_in(Contact, "number_hash", numbers, span=recent, only=COUNTED)
    covering = {"covers_through >=": since}
    return Background(
        accounts=told(Account, but=("ref",)),
        # The number itself stays sealed: the rules know it by its hash.
        points=told(ContactPoint, but=("value",)),
        flags=told(Flag),
        contacts=_by(contacts, "customer_id"),
        on_number=_by(on_number, "number_hash"),
        others=told(OtherContact, span=recent),
        others_on_number=_by(
            rows_in(OtherContact, "number_hash", numbers, span=recent), "number_hash"
        ),
        coverage=_by(rows_in(OtherPartyCoverage, "lender_id", lenders, span=covering), "lender_id"),
        requests=told(PersonRequest),
        consents=told(Consent),
        placements=told(Placement, through=("account_id", Account._meta.db_table)),
        releases=_by(_unused_releases(customers), "customer_id"),
    )


def _unused_releases(customers: set[int]) -> list[Release]:
    """With the decision each lets pass and who gave it: two queries more where one waits."""
    rows = rows_in(
        Release, "customer_id", customers, through=("decision_id", GateDecision._meta.db_table)
    )
    unused = [row for row in rows if row.used_by_id is None]
    prefetch_related_objects(unused, "decision", "released_by")
    return unused


def _by(rows: Iterable[Any], key: str | Callable[[Any], object]) -> dict:
    grouped: dict = defaultdict(list)
    read = key if callable(key) else lambda row: getattr(row, key)
    for row in rows:
        grouped[read(row)].append(row)
    return grouped


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
