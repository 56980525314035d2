"""The collectors of a measured floor, and what they promise."""

from __future__ import annotations

from shounuo.bench.portfolio_file import NOON
from shounuo.records.actions.check_recording import check_recording
from shounuo.records.models import Staff, Team


def open_floor(people: int) -> list[Staff]:
    """So many collectors of the bench's team, its recording checked."""
    team = Team.objects.get(code="bench")
    Staff.objects.bulk_create(
        Staff(staff_no=f"B{n:05}", name=f"B{n}", role="collector", team=team) for n in range(people)
    )
    staff = list(Staff.objects.filter(team=team).order_by("pk"))
    check_recording(team_id=team.pk, works=True, staff=staff[0], recorded_at=NOON)
    return list(Staff.objects.filter(team=team).select_related("team").order_by("pk"))
