"""`settle`: every promise of one customer at one lender, decided from what was known at a moment.

Pure: the same facts give the same verdicts in whatever order they came. The caller keeps the earlier
verdicts; a verdict that differs from the last one is a new one.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from shounuo.domain.promise.allocation import Allocation, Money, allocate, obligations
from shounuo.domain.promise.balance_fall import Snapshot, falls
from shounuo.domain.promise.coverage import (
    AwaitedFile,
    BusinessDays,
    Coverage,
    EveryDay,
    awaited_file,
)
from shounuo.domain.promise.entries import CREDITS, Entry
from shounuo.domain.promise.fold import fold, part_verdict
from shounuo.domain.promise.known import Known, cut_off, known_at
from shounuo.domain.promise.policy import SettlementPolicy
from shounuo.domain.promise.reversals import standing
from shounuo.domain.promise.terms import Promise
from shounuo.domain.promise.verdict import FAILED, Counted, PartVerdict, State, Verdict


def settle(
    promises: Sequence[Promise],
    payments: Sequence[Entry],
    coverage: Sequence[Coverage],
    policy: SettlementPolicy,
    as_of: datetime,
    *,
    snapshots: Sequence[Snapshot] = (),
    card_order: Sequence[str] = (),
    calendar: BusinessDays | None = None,
) -> list[Verdict]:
    """One verdict per promise known at `as_of` (aware), in the order of promise id.

    `payments` are all entries of the customer at this lender, credits and reversals included.
    """
    known = known_at(as_of, policy, promises, payments, coverage, snapshots=snapshots)
    counted = _allocation(known, card_order)
    return [_verdict(p, known, counted, calendar or EveryDay()) for p in known.promises]


def _allocation(known: Known, card_order: Sequence[str]) -> Allocation:
    zone = known.policy.zone
    waiting = [o for p in known.promises if not known.ending(p) for o in obligations(p, zone)]
    if not waiting:
        return {}
    left = standing(known.entries, zone).left
    money = [Money.of_entry(e, left[e.id], zone) for e in known.entries if left.get(e.id, 0)]
    first = min(o.made_on for o in waiting)
    stand_ins = falls(known.snapshots, known.entries, first, known.files_reach(), zone)
    money += [Money.of_fall(fall) for fall in stand_ins]
    return allocate(waiting, money, known.policy.late_days, card_order)


def _verdict(
    promise: Promise, known: Known, allocation: Allocation, calendar: BusinessDays
) -> Verdict:
    covered = known.covered(promise)
    own = obligations(promise, known.policy.zone)
    counted = [allocation.get((promise.id, o.part), []) for o in own]
    parts = tuple(
        part_verdict(o, c, covered, known.today) for o, c in zip(own, counted, strict=True)
    )
    used = tuple(c for row in counted for c in row)
    ending = known.ending(promise)
    state = State(ending.kind.value) if ending else fold(parts)
    return Verdict(
        promise_id=promise.id,
        state=state,
        currency=promise.currency,
        promised_minor=promise.recorded_minor,
        in_time_minor=sum(part.in_time_minor for part in parts),
        late_minor=sum(part.late_minor for part in parts),
        payments=used,
        parts=parts,
        cut_off=cut_off(promise, known.policy),
        covered_through=_relevant(covered, state, own[-1].last_day),
        awaiting=_awaiting(state, parts, known, calendar),
        credits_seen=_credits_seen(promise, own[0].made_on, own[-1].last_day, known),
        provisional=_is_provisional(state, parts, used, known, covered),
        calendar=calendar.name,
        decided_at=known.as_of,
    )


def _relevant(covered: date | None, state: State, last_day: date) -> date | None:
    """Coverage where it decides; an open or kept promise, and later files, need none of it."""
    if state in (State.OPEN, State.KEPT, State.CANCELLED, State.VOID) or covered is None:
        return None
    return min(covered, last_day)


def _awaiting(
    state: State, parts: Sequence[PartVerdict], known: Known, calendar: BusinessDays
) -> tuple[AwaitedFile, ...]:
    if state is not State.AWAITING_FILE:
        return ()
    last_day = min(p.last_day for p in parts if p.state is State.AWAITING_FILE)
    policy = known.policy
    return tuple(
        awaited_file(policy.timetable(source), last_day, calendar, policy.zone)
        for source in known.sources
        if known.reach.get(source, date.min) < last_day
    )


def _credits_seen(promise: Promise, first: date, last: date, known: Known) -> tuple[str, ...]:
    """Credits dated in the promise's days on its cards, which look like money and are not."""
    return tuple(
        sorted(
            e.id
            for e in known.entries
            if e.kind in CREDITS
            and e.currency == promise.currency
            and (not promise.accounts or not e.account or e.account in promise.accounts)
            and first <= e.day(known.policy.zone) <= last
        )
    )


def _is_provisional(
    state: State,
    parts: Sequence[PartVerdict],
    used: Sequence[Counted],
    known: Known,
    covered: date | None,
) -> bool:
    """Decided from balances alone, or late where a file still to come may show money in time."""
    if state in (State.CANCELLED, State.VOID):
        return False
    if any(c.from_balance for c in used) or (state in FAILED and not known.sources):
        return True
    late = [p for p in parts if p.state is State.KEPT_LATE]
    return any(covered is None or covered < p.last_day for p in late)
