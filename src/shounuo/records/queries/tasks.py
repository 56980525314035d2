"""What waits for a lead or for compliance: the tasks their codes address to them, and those nobody has."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Q, QuerySet

from shounuo.domain.disposition.catalogue import ReturnsTo
from shounuo.domain.disposition.task_outcomes import HEARD
from shounuo.records.models import Flag, FollowUp, Staff

OWN_PAGE = "promise_override"  # a promise beyond the limits is decided on its own page


def to_answer(staff: Staff) -> QuerySet[FollowUp]:
    """Open tasks, the earliest due first. Compliance: of every team. A lead: of their own team, with
    those that no collector has (a number to be checked in a team whose cases belong to nobody) and
    what inspection heard in their collectors' calls."""
    tasks = FollowUp.objects.filter(done_at=None).exclude(kind=OWN_PAGE)
    if staff.role == "compliance":
        mine = tasks.filter(details__to=ReturnsTo.COMPLIANCE)
    else:
        unheld = Q(staff=None, case__owner=None)
        of_team = tasks.filter(team=staff.team_id, team__isnull=False)
        heard = Q(kind__startswith=f"{HEARD}_")
        mine = of_team.filter(Q(details__to=ReturnsTo.LEAD) | unheld | heard)
        mine = mine.exclude(pk__in=of_team.filter(details__to=ReturnsTo.COMPLIANCE).values("pk"))
    related = ("case__customer", "case__lender", "case__team", "contact__actor")
    return mine.select_related(*related).order_by("due_at", "pk")


def standing_kinds(customer_ids: Sequence[int]) -> dict[int, list[str]]:
    """Customer -> the kinds of flag that stand, by name."""
    rows = Flag.objects.filter(customer__in=customer_ids, ended_at=None).order_by("kind")
    found: dict[int, list[str]] = {}
    for customer, kind in rows.values_list("customer", "kind"):
        found.setdefault(customer, []).append(kind)
    return found
