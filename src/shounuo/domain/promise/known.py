"""The facts of one customer that were known at a moment, and what follows from them at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from shounuo.domain.promise.allocation import obligations
from shounuo.domain.promise.balance_fall import Snapshot
from shounuo.domain.promise.coverage import Coverage, reach_by_source
from shounuo.domain.promise.entries import Entry
from shounuo.domain.promise.policy import SettlementPolicy
from shounuo.domain.promise.terms import Ending, EndKind, Promise


@dataclass(frozen=True, slots=True)
class Known:
    """Facts known at `as_of`; `reach` is the furthest declared day per source."""

    policy: SettlementPolicy
    as_of: datetime
    promises: tuple[Promise, ...]
    entries: tuple[Entry, ...]
    reach: dict[str, date]
    snapshots: tuple[Snapshot, ...]

    @property
    def today(self) -> date:
        """The civil day at the lender."""
        return self.as_of.astimezone(self.policy.zone).date()

    @property
    def sources(self) -> tuple[str, ...]:
        """The payment files that must speak: those the lender names, else those seen so far."""
        if self.policy.expected_sources:
            return self.policy.expected_sources
        return tuple(sorted(set(self.reach) | {e.source for e in self.entries if e.source}))

    def files_reach(self) -> date | None:
        """The day through which every expected source has spoken."""
        if not self.sources or any(source not in self.reach for source in self.sources):
            return None
        return min(self.reach[source] for source in self.sources)

    def covered(self, promise: Promise) -> date | None:
        """The day through which this promise's money is known: by files, else by snapshots."""
        if self.sources:
            return self.files_reach()
        days: dict[str, date] = {}
        for snap in self.snapshots:
            if snap.currency == promise.currency:
                days[snap.account] = max(snap.day, days.get(snap.account, snap.day))
        accounts = promise.accounts or tuple(days)
        if not accounts or any(account not in days for account in accounts):
            return None
        return min(days[account] for account in accounts)

    def ending(self, promise: Promise) -> Ending | None:
        """The ending that counts: a void always, a cancellation only from before the due day's end."""
        ending = promise.ending
        if ending is None or ending.recorded_at > self.as_of:
            return None
        late = ending.effective_at >= cut_off(promise, self.policy)
        return None if late and ending.kind is EndKind.CANCELLED else ending


def cut_off(promise: Promise, policy: SettlementPolicy) -> datetime:
    """The first instant after the promise's last day, at the lender."""
    last_day = obligations(promise, policy.zone)[-1].last_day
    return datetime.combine(last_day + timedelta(days=1), time(), policy.zone)


def known_at(
    as_of: datetime,
    policy: SettlementPolicy,
    promises: Sequence[Promise],
    entries: Sequence[Entry],
    coverage: Sequence[Coverage],
    *,
    snapshots: Sequence[Snapshot] = (),
) -> Known:
    """The part of the record that the house had at `as_of`. A line delivered twice counts once."""
    if as_of.tzinfo is None:
        raise ValueError("as_of needs a zone")
    lines = {e.id: e for e in sorted(entries, key=lambda e: e.recorded_at, reverse=True)}
    return Known(
        policy,
        as_of,
        tuple(sorted((p for p in promises if p.recorded_at <= as_of), key=lambda p: p.id)),
        tuple(e for e in lines.values() if e.known_at(policy.zone) <= as_of),
        reach_by_source([c for c in coverage if c.recorded_at <= as_of]),
        tuple(s for s in snapshots if s.recorded_at <= as_of),
    )
