"""The history of verdicts, rebuilt from the recorded facts in the order in which they became known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from shounuo.domain.promise.allocation import obligations
from shounuo.domain.promise.balance_fall import Snapshot
from shounuo.domain.promise.coverage import BusinessDays, Coverage
from shounuo.domain.promise.entries import Entry
from shounuo.domain.promise.policy import SettlementPolicy
from shounuo.domain.promise.settlement import settle
from shounuo.domain.promise.terms import Promise
from shounuo.domain.promise.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Book:
    """Everything ever recorded for one customer at one lender. The order inside does not matter."""

    promises: tuple[Promise, ...] = ()
    entries: tuple[Entry, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    snapshots: tuple[Snapshot, ...] = ()
    card_order: tuple[str, ...] = ()

    def settle(
        self, policy: SettlementPolicy, as_of: datetime, calendar: BusinessDays | None = None
    ) -> list[Verdict]:
        return settle(
            self.promises,
            self.entries,
            self.coverage,
            policy,
            as_of,
            snapshots=self.snapshots,
            card_order=self.card_order,
            calendar=calendar,
        )


def moments(book: Book, policy: SettlementPolicy) -> list[datetime]:
    """The moments at which a verdict can change: something became known, or a day was over."""
    zone = policy.zone
    found = {p.recorded_at for p in book.promises}
    found |= {p.ending.recorded_at for p in book.promises if p.ending}
    found |= {e.known_at(zone) for e in book.entries}
    found |= {c.recorded_at for c in book.coverage} | {s.recorded_at for s in book.snapshots}
    for promise in book.promises:
        for o in obligations(promise, zone):
            over = datetime.combine(o.last_day + timedelta(days=1), time(), zone)
            found.add(over)
    return sorted(found)


def replay(
    book: Book,
    policy: SettlementPolicy,
    until: datetime,
    calendar: BusinessDays | None = None,
) -> list[Verdict]:
    """Each verdict that differed from the one before it, with `decided_at`, oldest first."""
    history: list[Verdict] = []
    last: dict[str, Verdict] = {}
    for moment in moments(book, policy):
        if moment > until:
            break
        history += changed(last, book.settle(policy, moment, calendar))
    return history


def changed(last: dict[str, Verdict], verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts that say something new; `last` (by promise id) is brought up to date."""
    new = [v for v in verdicts if last.get(v.promise_id) != v]
    last.update({v.promise_id: v for v in new})
    return new
