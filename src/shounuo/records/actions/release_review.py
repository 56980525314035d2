"""Somebody entitled lets one contact pass that the gate sent to review. A denial is never released."""

from __future__ import annotations

from datetime import datetime

from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.actions._act import act
from shounuo.records.models import GateDecision, Release, Staff


def release_review(
    *, decision_id: int, staff: Staff, recorded_at: datetime, reason: str
) -> Release:
    """Releases the one contact the decision was about. Raises `Refused` for a denial or no reason."""
    with act(actor=staff, recorded_at=recorded_at) as writing:
        decision = GateDecision.objects.select_for_update().get(pk=decision_id)
        if decision.outcome != "needs_review" or not reason.strip():
            raise Refused(_not_releasable(decision))
        release, new = Release.objects.get_or_create(
            decision=decision, defaults={"released_by": staff, "at": recorded_at, "reason": reason}
        )
        if new:
            payload = {"decision": decision.pk, "rules": decision.rules, "reason": reason}
            writing.event(f"case:{decision.case_id}", "ContactReleased", payload)
            writing.publish("case", decision.case_id)
        return release


def _not_releasable(decision: GateDecision) -> Problem:
    return Problem(
        "not_releasable",
        Text(
            "只有“待复核”的联系可以放行，并要写明理由",
            "Only a contact under review can be released, with a reason",
        ),
        record=f"decision {decision.pk}: {decision.outcome}",
        rule=", ".join(decision.rules[:2]),
        next_step=Text(
            "被禁止的联系不能放行；请看允许的时间", "A denial is never released; see when it opens"
        ),
    )
