"""Somebody begins to work here: a staff number, a name, one role, maybe a team."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from shounuo.access.roles import Role
from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.actions._act import Actor, act
from shounuo.records.models import Staff

LANGUAGES = ("zh-hans", "en")
# These work cases of one lender: without a team they would see nothing.
IN_A_TEAM = frozenset({Role.COLLECTOR, Role.FIELD, Role.LEAD})


def hire_staff(
    *,
    staff_no: str,
    name: str,
    role: str,
    team_id: int | None,
    password: str,
    actor: Actor,
    recorded_at: datetime,
    language: str = "zh-hans",
) -> Staff:
    """Makes the account. Raises `Refused` for a number in use, a role without its team, a weak password."""
    staff_no, name = staff_no.strip(), name.strip()
    if not staff_no or not name:
        raise Refused(_nameless(staff_no))
    refuse_place(staff_no, role, team_id)
    refuse_weak(staff_no, password)
    with act(actor=actor, recorded_at=recorded_at) as writing:
        if Staff.objects.filter(staff_no=staff_no).exists():
            raise Refused(_taken(staff_no))
        staff = Staff.objects.create_staff(
            staff_no,
            password,
            name=name,
            role=role,
            team_id=team_id,
            language=language if language in LANGUAGES else LANGUAGES[0],
        )
        payload = {"staff_no": staff_no, "role": role, "team": team_id}
        writing.event(f"staff:{staff.pk}", "StaffHired", payload)
        return staff


def refuse_place(staff_no: str, role: str, team_id: int | None) -> None:
    """A role is one of the house's, and who works cases belongs to a team."""
    if role not in set(Role):
        raise Refused(_unknown_role(staff_no, role))
    if Role(role) in IN_A_TEAM and team_id is None:
        raise Refused(_no_team(staff_no))


def refuse_weak(staff_no: str, password: str) -> None:
    """The house's rules for passwords (`settings.security`)."""
    try:
        validate_password(password)
    except ValidationError as fault:
        said = " ".join(fault.messages)
        raise Refused(
            Problem(
                "weak_password",
                Text(f"密码不合要求：{said}", f"The password will not do: {said}"),
                record=staff_no,
                next_step=Text("换一个更长的密码", "Choose a longer one"),
            )
        ) from fault


def _nameless(staff_no: str) -> Problem:
    return Problem(
        "nameless",
        Text("工号和姓名都要填写", "A staff number and a name are needed"),
        record=staff_no,
        next_step=Text("补全后再保存", "Fill both in and save again"),
    )


def _taken(staff_no: str) -> Problem:
    return Problem(
        "staff_no_taken",
        Text("这个工号已有人使用", "Somebody has this staff number"),
        record=staff_no,
        next_step=Text(
            "换一个工号，离职者的工号不再发放", "Take another; a number is never given twice"
        ),
    )


def _unknown_role(staff_no: str, role: str) -> Problem:
    known = ", ".join(Role)
    return Problem(
        "unknown_role",
        Text(f"没有“{role}”这个角色", f"There is no role {role!r}"),
        record=staff_no,
        next_step=Text(f"可选：{known}", f"One of: {known}"),
    )


def _no_team(staff_no: str) -> Problem:
    return Problem(
        "no_team",
        Text(
            "催收员、外访和主管必须属于一个小组",
            "Collectors, field collectors and leads belong to a team",
        ),
        record=staff_no,
        next_step=Text("先选小组；没有时先建小组", "Choose a team, or open one first"),
    )
