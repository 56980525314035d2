"""The collector presses *next*: exactly one case, one winner, held on a lease.

Decides who gets a case. Whether its customer may be reached now is the gate's word, asked here for
each candidate: a blocked one is put aside until the gate's own earliest next time, with the decision
logged, so that it is not asked again at every press.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from shounuo.domain.disposition.catalogue import ReturnsTo
from shounuo.records.actions._act import Writing, act
from shounuo.records.actions._gate_log import log_decision
from shounuo.records.actions._one_in_hand import lock_hands
from shounuo.records.models import Case, FollowUp, Staff
from shounuo.records.queries.gate import Reach, best_reach
from shounuo.records.queries.nights import order_in_force

CANDIDATES = 8
ASK_AGAIN = timedelta(minutes=15)


def claim_next_case(*, staff: Staff, recorded_at: datetime) -> Case | None:
    """The next lawful case of the collector's team, or the one already held; None when none is left."""
    while True:
        with act(actor=staff, recorded_at=recorded_at) as writing:
            held = lock_hands(staff)
            if held is not None:
                return extend_lease(held, staff, recorded_at)
            candidates = list(_queue(staff, recorded_at))
            for case, reach in _asked(candidates, staff, recorded_at):
                if reach.allowed:
                    return _claim(writing, case, staff, recorded_at)
                _put_aside(writing, case, reach, recorded_at)
            if not candidates:
                return None


def extend_lease(case: Case, staff: Staff, recorded_at: datetime) -> Case:
    """Keeps a held case for another lease; silent, since nothing changes hands."""
    case.lease_until = recorded_at + lease_of(staff)
    case.save(update_fields=["lease_until"])
    return case


def _queue(staff: Staff, at: datetime) -> QuerySet[Case]:
    """The front of the team's queue that nobody else is looking at."""
    mine = Q(owner=None) | Q(owner=staff)
    open_now = Q(blocked_until=None) | Q(blocked_until__lte=at)
    # Somebody else decides first: a customer in care is not called again until the lead has seen to it.
    elsewhere = FollowUp.objects.filter(
        case=OuterRef("pk"), done_at=None, details__to__in=[ReturnsTo.LEAD, ReturnsTo.COMPLIANCE]
    )
    queue = Case.objects.filter(mine, open_now, ~Exists(elsewhere), team=staff.team, state="queued")
    locked = queue.select_for_update(skip_locked=True, of=("self",))
    return locked.order_by(order_in_force(staff.team_id), "id")[:CANDIDATES]


def _asked(candidates: list[Case], staff: Staff, at: datetime) -> Iterator[tuple[Case, Reach]]:
    for case in candidates:
        yield case, best_reach(case, staff=staff, as_of=at)


def _claim(writing: Writing, case: Case, staff: Staff, at: datetime) -> Case:
    case.state, case.holder, case.claimed_at = "claimed", staff, at
    case.source, case.lease_until = "pull", at + lease_of(staff)
    case.save(update_fields=["state", "holder", "claimed_at", "source", "lease_until"])
    writing.event(f"case:{case.pk}", "CaseClaimed", {"staff": staff.staff_no})
    writing.publish("case", case.pk)
    return case


def _put_aside(writing: Writing, case: Case, reach: Reach, at: datetime) -> None:
    case.blocked_until = max(reach.earliest_next or at + ASK_AGAIN, at + timedelta(minutes=1))
    case.save(update_fields=["blocked_until"])
    log_decision(writing, case, reach, asked_by="next_case")


def lease_of(staff: Staff) -> timedelta:
    """How long a case stays with somebody whose page says nothing."""
    return timedelta(minutes=staff.team.lease_minutes if staff.team else 20)


def claim_case(*, case_id: int, staff: Staff, recorded_at: datetime) -> Case | None:
    """Claims one named case (from the inbox); None when it is held, in other hands, or they hold another."""
    with act(actor=staff, recorded_at=recorded_at) as writing:
        held = lock_hands(staff)
        if held is not None and held.pk != case_id:
            return None
        free = Case.objects.filter(pk=case_id, state__in=["queued", "waiting"], held_reason="")
        won = free.update(state="claimed", holder=staff)
        case = Case.objects.filter(pk=case_id, holder=staff, state="claimed").first()
        return _claim(writing, case, staff, recorded_at) if won and case else case
