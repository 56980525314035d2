"""What the page of one case shows above the timeline: figures, what paying them does, ways to reach people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from shounuo.domain.account import Position
from shounuo.domain.effect_text import say_effect
from shounuo.domain.payment_effect import effect_of
from shounuo.domain.spoken_amount import SpokenAmount, spoken_amount
from shounuo.kernel.money import Money
from shounuo.kernel.text import Text
from shounuo.records.models import Account, Case, ContactPoint, Flag, Staff
from shounuo.records.queries.asked import Asked
from shounuo.records.queries.gate import Reach, ask_gate
from shounuo.records.queries.position import position_of
from shounuo.rules.counters import Counter, counters
from shounuo.rules.proposed import Channel
from shounuo.rules.what_closes import what_closes_next

LOOK_AHEAD = timedelta(hours=15)


@dataclass(frozen=True, slots=True)
class Figure:
    """DUE or PD: minor units, the effect of paying it, how it is said."""

    basis: str
    minor: int
    effect: Text
    said: SpokenAmount


@dataclass(frozen=True, slots=True)
class Way:
    """A number with the gate's answer for a call now. `closes_at`: when an open one closes."""

    point: ContactPoint
    reach: Reach
    counters: tuple[Counter, ...]

    @property
    def is_customer(self) -> bool:
        return bool(self.point.role == "customer")


def accounts_of(case: Case) -> list[Account]:
    """The case's accounts, worst first; those in the lender's currency before others."""
    rows = Account.objects.filter(customer=case.customer_id)
    return sorted(rows, key=lambda a: (a.currency != case.currency, -(a.days_past_due or 0), a.pk))


def figures_of(case: Case, accounts: Sequence[Account], at: datetime) -> list[Figure]:
    """DUE and PD over the accounts in the case's currency; one figure when they are the same."""
    whole = position_together(case, accounts, at)
    owed = Money(max(whole.total_minor, whole.due_minor), case.currency)
    found = [("due", whole.due_minor), ("pd", whole.past_due_minor)]
    if whole.due_minor == whole.past_due_minor:
        found = found[:1]
    policy = case.lender.settings()
    language = case.customer.language
    return [
        Figure(
            basis,
            minor,
            say_effect(effect_of(whole, minor, policy), case.currency),
            spoken_amount(Money(minor, case.currency), owed=owed, language=language),
        )
        for basis, minor in found
        if minor > 0
    ]


def position_together(case: Case, accounts: Sequence[Account], at: datetime) -> Position:
    """The position of all accounts as one: sums, and the days of the worst."""
    policy, day = case.lender.settings(), at.astimezone(ZoneInfo(case.lender.zone)).date()
    own = [position_of(row, policy, day) for row in accounts if row.currency == case.currency]
    worst = max(own, key=lambda p: p.days_past_due, default=None)
    return Position(
        due_minor=sum(p.due_minor for p in own),
        past_due_minor=sum(p.past_due_minor for p in own),
        total_minor=sum(p.total_minor for p in own),
        days_past_due=worst.days_past_due if worst else 0,
        bucket=worst.bucket if worst else 0,
        bucket_name=worst.bucket_name if worst else "M0",
    )


def ways_to_reach(case: Case, staff: Staff, at: datetime) -> list[Way]:
    """Every phone number with the gate's answer now, the customer's own first, open ones first."""
    rows = ContactPoint.objects.filter(customer=case.customer_id, kind="phone")
    points = sorted(rows, key=lambda p: (p.role != "customer", p.status in ("dead", "wrong"), p.pk))
    asked = [Asked(case, point, Channel.CALL, staff, staff.team or case.team) for point in points]
    ways = [
        Way(point, reach, counters(reach.facts))
        for point, reach in zip(points, ask_gate(asked, at), strict=True)
    ]
    return sorted(ways, key=lambda way: (not way.is_customer, not way.reach.allowed))


def closes_at(way: Way) -> datetime | None:
    """When an open way closes next, within the coming hours; None when nothing closes it."""
    if not way.reach.allowed:
        return None
    changes = what_closes_next(way.reach.facts, LOOK_AHEAD)
    return next((change.at for change in changes if change.closes), None)


def standing_flags(case: Case) -> list[Flag]:
    """The flags true now, newest first."""
    return list(Flag.objects.filter(customer=case.customer_id, ended_at=None).order_by("-pk"))
