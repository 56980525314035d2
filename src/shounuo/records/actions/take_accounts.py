"""A lender's file tells accounts: a batch of parsed rows becomes customers, accounts and cases.

One short transaction a batch, so that a long file never starves the floor. A later as-of date is an
update, the same day with the same figures changes nothing, the same day with other figures is a
conflict and is handed back, an earlier day goes to the history only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from shounuo.records.actions._accounts_store import Store
from shounuo.records.actions._act import Actor, act
from shounuo.records.actions._cases import refresh_cases
from shounuo.records.actions._people_store import keyed
from shounuo.records.actions.settle_customer import settle_within
from shounuo.records.models import ImportRun, Lender, Promise


@dataclass(frozen=True, slots=True)
class PointRow:
    """A way to reach somebody, as a file tells it."""

    value: str
    kind: str = "phone"
    role: str = "customer"
    relation: str = ""
    person: str = ""
    place: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class PastFigures:
    """What a row tells of an earlier day, which was derived and not told."""

    as_of: date
    figures: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One account of one file, parsed. `figures` holds the columns of `models.account.Figures`."""

    row_no: int
    customer_ref: str
    account_ref: str
    as_of: date
    currency: str
    figures: Mapping[str, Any]
    name: str = ""
    id_no: str = ""
    title: str = ""
    zone: str = ""
    place: str = ""
    language: str = ""
    product: str = "credit_card"
    debt_kind: str = "consumer"
    opened_on: date | None = None
    tail: str = ""
    times_in_collection: int | None = None
    worst_bucket: str = ""
    points: Sequence[PointRow] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    invented: Sequence[str] = ()
    history: Sequence[PastFigures] = ()


@dataclass
class Taken:
    """What a batch did. Rows are named by their number in the file."""

    new: int = 0
    updated: int = 0
    unchanged: int = 0
    older: int = 0
    conflicts: list[tuple[AccountRow, dict[str, Any]]] = field(default_factory=list)
    cases_opened: int = 0
    cases_closed: int = 0
    settled: int = 0

    @property
    def changed(self) -> int:
        return self.new + self.updated + self.older


def take_accounts(
    *,
    lender: Lender,
    rows: Sequence[AccountRow],
    actor: Actor,
    recorded_at: datetime,
    run: ImportRun | None = None,
    overrule: bool = False,
) -> Taken:
    """Stores one batch (hundreds of rows) atomically, refreshes its cases, settles its promises.

    `overrule`: where the same day already says something else, a person decided that these rows are
    right; the event then says that figures were replaced.
    """
    told = keyed(rows)  # before the lock: collectors wait for everything after it
    with act(actor=actor, recorded_at=recorded_at) as writing:
        store = Store(lender, told, recorded_at, run, overrule)
        taken = store.take()
        if taken.changed:
            opened, closed = refresh_cases(writing, lender, store.touched_customers, store.accounts)
            taken.cases_opened, taken.cases_closed = opened, closed
            taken.settled = _settle(writing, lender, store.touched_customers)
            payload = {
                "run": run.pk if run else None,
                "new": taken.new,
                "updated": taken.updated,
                "conflicts": len(taken.conflicts),
                "accounts": store.digest(),
            }
            payload |= {"people": store.people_changed} if store.people_changed else {}
            payload |= {"replaced": store.replaced} if store.replaced else {}
            writing.event(f"lender:{lender.pk}", "AccountsTaken", payload)
            writing.publish("queue", lender.pk)
        return taken


def _settle(writing: Any, lender: Lender, customer_ids: set[int]) -> int:
    promised = Promise.objects.filter(customer__in=customer_ids).values_list("customer", flat=True)
    with_promises = sorted(set(promised))
    return settle_within(writing, with_promises, lender) if with_promises else 0
