"""A person's role, team or password changes, or they leave; whoever leaves holds nothing any more."""

from __future__ import annotations

from datetime import datetime

from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.actions._act import act
from shounuo.records.actions.hand_over import hand_over
from shounuo.records.actions.hire_staff import refuse_place, refuse_weak
from shounuo.records.actions.reassign_cases import reassign_cases
from shounuo.records.models import Case, Staff


def change_staff(
    *,
    staff_id: int,
    role: str,
    team_id: int | None,
    active: bool,
    actor: Staff,
    recorded_at: datetime,
    password: str = "",
) -> Staff:
    """Cases held and owned go back to the pool when the person leaves or changes team.

    An empty `password` keeps the old one. Raises `Refused` when somebody would shut themselves out.
    """
    with act(actor=actor, recorded_at=recorded_at) as writing:
        staff = Staff.objects.select_for_update().get(pk=staff_id)
        refuse_place(staff.staff_no, role, team_id)
        if staff.pk == actor.pk and (not active or role != staff.role):
            raise Refused(_own_account(staff))
        if password:
            refuse_weak(staff.staff_no, password)
            staff.set_password(password)
        goes = (staff.is_active and not active) or staff.team_id != team_id
        staff.role, staff.team_id, staff.is_active = role, team_id, active
        staff.save(update_fields=["role", "team", "is_active", "password"])
        payload = {"role": role, "team": team_id, "active": active, "password": bool(password)}
        writing.event(f"staff:{staff.pk}", "StaffChanged", payload)
        if goes:
            _give_back(staff, actor, recorded_at)
        return staff


def _give_back(staff: Staff, actor: Staff, at: datetime) -> None:
    hand_over(leaving=staff, to=None, actor=actor, recorded_at=at)
    owned = Case.objects.filter(owner=staff).exclude(state="closed").values_list("pk", flat=True)
    reassign_cases(case_ids=list(owned), to=None, actor=actor, recorded_at=at)


def _own_account(staff: Staff) -> Problem:
    return Problem(
        "own_account",
        Text(
            "不能停用自己的账号或改自己的角色",
            "Nobody shuts their own account or changes their own role",
        ),
        record=staff.staff_no,
        next_step=Text("请另一位管理员来做", "Let another administrator do it"),
    )
