"""The gate's day as a compliance officer reads it: blocks, reviews, who is near a limit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Count

from shounuo.records.models import Case, Contact, GateDecision
from shounuo.records.queries.asked import Asked
from shounuo.records.queries.background import LOOK_BACK, as_known, load_background
from shounuo.records.queries.facts import facts_of
from shounuo.records.queries.gate import ask_gate
from shounuo.rules.counters import Counter as Used
from shounuo.rules.counters import counters
from shounuo.rules.facts import Facts
from shounuo.rules.proposed import Channel

NEAR_ASKED = 300
ZONE = ZoneInfo("Asia/Shanghai")


@dataclass(frozen=True, slots=True)
class Near:
    """A customer whose next contact is the last, or already closed, by some counter."""

    case: Case
    used: tuple[Used, ...]


def today_from(as_of: datetime, zone: ZoneInfo = ZONE) -> datetime:
    """The instant of the local midnight before `as_of`."""
    return datetime.combine(as_of.astimezone(zone).date(), time(), zone).astimezone(UTC)


def decisions_today(as_of: datetime) -> dict[str, int]:
    """How often the gate said what today: outcome -> count."""
    rows = GateDecision.objects.filter(at__gte=today_from(as_of), at__lte=as_of)
    counted = rows.values("outcome").annotate(n=Count("pk")).values_list("outcome", "n")
    return dict(counted)


def blocks_by_rule(as_of: datetime) -> list[tuple[dict[str, Any], int]]:
    """The deciding reasons of today's blocks, most frequent first."""
    rows = GateDecision.objects.filter(at__gte=today_from(as_of), at__lte=as_of)
    told: dict[str, dict[str, Any]] = {}
    counted: Counter[str] = Counter()
    for verdict in rows.exclude(outcome="allow").values_list("verdict", flat=True):
        for reason in verdict["reasons"]:
            if reason["outcome"] != "allow":
                told.setdefault(reason["check"], reason)
                counted[reason["check"]] += 1
                break
    return [(told[check], n) for check, n in counted.most_common()]


def reviews_waiting(as_of: datetime) -> Sequence[GateDecision]:
    """Contacts under review that nobody has released, of the last two days."""
    since = as_of - timedelta(days=2)
    rows = GateDecision.objects.filter(outcome="needs_review", at__gte=since, release=None)
    return list(rows.select_related("case__customer", "point", "actor").order_by("-at")[:100])


def near_limits(as_of: datetime) -> list[Near]:
    """Customers contacted today for whom one more contact closes a counter, or it is closed."""
    today = Contact.objects.filter(opened_at__gte=today_from(as_of), opened_at__lte=as_of)
    latest: dict[int, Contact] = {}
    rows = today.select_related("case__lender", "case__customer", "case__team", "point", "actor")
    for contact in rows.order_by("opened_at"):
        if contact.point is not None:
            latest[contact.customer_id] = contact
    chosen = list(latest.values())[-NEAR_ASKED:]
    asked = [_asked(contact) for contact in chosen]
    found = []
    for contact, reach in zip(chosen, ask_gate(asked, as_of), strict=True):
        used = tuple(one for one in counters(reach.facts) if one.is_near)
        if used:
            found.append(Near(contact.case, used))
    return found


def _asked(contact: Contact) -> Asked:
    assert contact.point is not None
    team = contact.actor.team if contact.actor else contact.case.team
    return Asked(contact.case, contact.point, Channel(contact.channel), contact.actor, team)


def facts_of_past(contacts: Sequence[Contact], as_of: datetime) -> list[Facts]:
    """Each contact's facts as they were recorded when it began: for "what if".

    The team's line and recording are taken as they are now: their past is in the events only.
    """
    rows = [contact for contact in contacts if contact.point is not None]
    if not rows:
        return []
    span = as_of - min(row.opened_at for row in rows)
    background = load_background(
        (row.customer_id for row in rows),
        (row.case.lender_id for row in rows),
        (row.number_hash for row in rows),
        as_of,
        look_back=span + LOOK_BACK,
    )
    found = []
    for row in rows:
        then = as_known(background, row.customer_id, row.number_hash, row.opened_at)
        found.append(facts_of(_asked(row), then, row.opened_at))
    return found
