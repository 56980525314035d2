"""The days and the team a lead's page is about, from the address; bad input falls back to today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from django.http import HttpRequest

from shounuo.access.may import Scope, widest
from shounuo.access.permissions import Permission
from shounuo.records.models import Team
from shounuo.settings import clock
from shounuo.web.signed_in import actor_of, staff_of

LONGEST_DAYS = 92


@dataclass(frozen=True, slots=True)
class Span:
    team: Team
    teams: list[Team]
    first: date
    last: date

    @property
    def query(self) -> str:
        return f"team={self.team.pk}&first={self.first}&last={self.last}"


def span_of(request: HttpRequest, days: int = 14) -> Span | None:
    """What the address asks for, as far as this person may see; None when there is no team."""
    teams = _teams(request)
    if not teams:
        return None
    wanted = request.GET.get("team", "")
    team = next((one for one in teams if str(one.pk) == wanted), teams[0])
    today = clock.now().astimezone(ZoneInfo(team.lender.zone)).date()
    last = _day(request.GET.get("last")) or today
    first = _day(request.GET.get("first")) or last - timedelta(days=days - 1)
    first = max(min(first, last), last - timedelta(days=LONGEST_DAYS - 1))
    return Span(team, teams, first, last)


def own_team(request: HttpRequest) -> Team | None:
    """The person's team; of somebody who sits in none and may see every team, the first."""
    return staff_of(request).team or next(iter(_teams(request)), None)


def _teams(request: HttpRequest) -> list[Team]:
    staff = staff_of(request)
    everywhere = widest(actor_of(staff), Permission.BOARD_ALL) is Scope.ALL
    teams = Team.objects.select_related("lender").order_by("code")
    return list(teams if everywhere else teams.filter(pk=staff.team_id))


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None
