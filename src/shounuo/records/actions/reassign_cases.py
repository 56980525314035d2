"""A lead moves cases: to another collector, to another team, back to the pool; shift-end handover."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.actions._act import act
from shounuo.records.models import Case, FollowUp, Staff, Team


def reassign_cases(
    *,
    case_ids: Sequence[int],
    to: Staff | None,
    actor: Staff,
    recorded_at: datetime,
    team: Team | None = None,
) -> int:
    """Gives cases to a collector (`to`) or to the pool (None), optionally of another team.

    A case somebody is working stays with them until they release it; its owner changes at once.
    """
    with act(actor=actor, recorded_at=recorded_at) as writing:
        cases = Case.objects.select_for_update().filter(pk__in=case_ids).order_by("pk")
        moved = 0
        for case in cases.exclude(state="closed"):
            before = case.owner_id
            case.owner, case.team, case.kept = to, team or case.team, False
            case.save(update_fields=["owner", "team", "kept"])
            FollowUp.objects.filter(case=case, done_at=None).update(staff=to, team=case.team)
            payload = {"to": to.staff_no if to else None, "from": before, "team": case.team_id}
            writing.event(f"case:{case.pk}", "CaseReassigned", payload)
            writing.publish("case", case.pk)
            moved += 1
        return moved


def keep_case(*, case_id: int, staff: Staff, recorded_at: datetime, keep: bool) -> Case:
    """留案: a collector keeps a case for themselves, within the team's quota. Raises `Refused`."""
    with act(actor=staff, recorded_at=recorded_at) as writing:
        case = Case.objects.select_for_update().select_related("team").get(pk=case_id)
        quota = case.team.keep_quota if case.team else 0
        held = Case.objects.filter(owner=staff, kept=True).exclude(pk=case.pk)
        if keep and held.exclude(state="closed").count() >= quota:
            raise Refused(_quota_full(case, quota))
        case.kept, case.owner = keep, staff if keep else None
        case.save(update_fields=["kept", "owner"])
        writing.event(f"case:{case.pk}", "CaseKept" if keep else "CaseLetGo", {"quota": quota})
        return case


def _quota_full(case: Case, quota: int) -> Problem:
    return Problem(
        "keep_quota_full",
        Text("留案名额已满（{n} 件）", "Your quota of kept cases ({n}) is full").format(n=quota),
        record=f"case {case.pk}",
        next_step=Text("先放回一件留案", "Let one kept case go first"),
    )
