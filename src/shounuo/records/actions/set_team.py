"""A team: whose cases it works, how cases are released, from which line it calls."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.actions._act import Actor, act
from shounuo.records.models import Lender, Team

MODES = ("pool", "owned")


@dataclass(frozen=True, slots=True)
class TeamTerms:
    """`organisation`: the agency by name, empty for the lender's own staff; it decides which law applies.

    `line_approved`: None while nobody has said so, and then no call leaves from it. Percents of KP are a band.
    """

    name: str
    name_en: str = ""
    organisation: str = ""
    release_mode: str = "pool"
    keep_quota: int = 0
    lease_minutes: int = 20
    return_days: int = 3
    kp_target_low: int = 55
    kp_target_high: int = 80
    line: str = ""
    line_approved: bool | None = None


def set_team(
    *, code: str, lender_id: int, terms: TeamTerms, actor: Actor, recorded_at: datetime
) -> Team:
    """Opens the team named `code`, or changes its terms. Raises `Refused` for terms that cannot hold.

    Another line than before has to prove again that recording works.
    """
    _refuse(code, terms)
    with act(actor=actor, recorded_at=recorded_at) as writing:
        team = Team.objects.select_for_update().filter(code=code).first()
        if team is not None and team.lender_id != lender_id:
            raise Refused(_of_another_lender(code))
        fresh = team is None
        team = team or Team(code=code, lender=Lender.objects.get(pk=lender_id))
        if not fresh and team.line != terms.line:
            team.recording_works, team.recording_checked_at = None, None
        for name, value in asdict(terms).items():
            setattr(team, name, value)
        team.save()
        payload = {"code": code, "lender": lender_id, **asdict(terms)}
        writing.event(f"team:{team.pk}", "TeamOpened" if fresh else "TeamChanged", payload)
        return team


def _refuse(code: str, terms: TeamTerms) -> None:
    whole = [terms.keep_quota, terms.lease_minutes, terms.return_days, terms.kp_target_low]
    if not code or not terms.name.strip():
        raise Refused(_bad(code, Text("编号和名称都要填写", "A code and a name are needed")))
    if terms.release_mode not in MODES:
        raise Refused(
            _bad(code, Text("释放方式是跳案或分案", "Cases are released by pool or owner"))
        )
    if min(whole) < 0 or terms.lease_minutes < 1:
        raise Refused(
            _bad(
                code,
                Text(
                    "数字不能为负，领取时长至少一分钟", "No negatives; a lease is a minute or more"
                ),
            )
        )
    if not terms.kp_target_low <= terms.kp_target_high <= 100:
        raise Refused(
            _bad(
                code,
                Text(
                    "兑现率目标应由低到高，不超过 100%",
                    "The KP band runs from low to high, 100% at most",
                ),
            )
        )


def _bad(code: str, what: Text) -> Problem:
    return Problem(
        "team_terms", what, record=code, next_step=Text("改正后再保存", "Mend it and save again")
    )


def _of_another_lender(code: str) -> Problem:
    return Problem(
        "team_of_another_lender",
        Text("这个小组属于另一家机构", "This team belongs to another lender"),
        record=code,
        next_step=Text("换一个编号", "Choose another code"),
    )
