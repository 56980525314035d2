"""A lender's file tells accounts: a batch of parsed rows becomes customers, accounts and cases.

One short transaction a batch, so that a long file never starves the floor. A later as-of date is an
update, the same day with the same figures changes nothing, the same day with other figures is a
conflict and is handed back, an earlier day goes to the history only.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from shounuo.records.actions._accounts_store import Store
from shounuo.records.actions._act import Actor, act
from shounuo.records.actions._cases import refresh_cases
from shounuo.records.actions._people_store import keyed
from shounuo.records.actions.account_rows import AccountRow, Taken
from shounuo.records.actions.settle_customer import settle_within
from shounuo.records.models import ImportRun, Lender, Promise


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
