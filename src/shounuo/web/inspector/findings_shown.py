"""The findings of a call as their page shows them, with what the reader may do about each."""

from __future__ import annotations

from typing import Any

from shounuo.inspection.citations import cited
from shounuo.inspection.place import place_of
from shounuo.records.actions.who_decides import closed_to, seen
from shounuo.records.models import Appeal, FoundFault, Inspection, Staff
from shounuo.records.queries.standing import ACCEPTED


def findings_shown(
    inspection: Inspection, body: dict[str, Any], staff: Staff, *, deciding: bool, about: int | str
) -> list[FoundFault]:
    """In the call's order; to those who do not decide only what was accepted, or appealed by themselves.

    `body` is the call in the house form. Beside its columns each finding carries `cited`
    (the law of the call's place), `sure` (0…1), `t0`, `appeal_told`, `waits_for_own_word` (its
    collector has not both seen and appealed it), and for those who decide
    `asked` (something was just refused here), `acceptable`, `rejectable` and `closed` (why they may not decide).
    """
    faults = list(inspection.faults.prefetch_related("decisions__by").order_by("turn", "start"))
    appeals = {one.fault_id: one for one in Appeal.objects.filter(fault__in=faults)}
    if not deciding:
        faults = [
            one
            for one in faults
            if one.state in ACCEPTED or (one.pk in appeals and appeals[one.pk].by_id == staff.pk)
        ]
    starts = {turn["i"]: turn.get("t0") for turn in body["turns"]}
    place = place_of(body)
    for fault in faults:
        appeal = appeals.get(fault.pk)
        waiting = appeal is not None and appeal.decision_id is None
        for name, value in {
            "cited": cited(fault.citation, place),
            "sure": fault.confidence_bp / 10_000,
            "t0": starts.get(fault.turn),
            "appeal_told": appeal,
            "asked": about == fault.pk,
            "acceptable": waiting or fault.state in ("open", "rejected"),
            "rejectable": waiting or fault.state != "rejected",
            "waits_for_own_word": not (seen(fault) and appeal),
            "closed": closed_to(fault, staff, appeal) if deciding else None,
        }.items():
            setattr(fault, name, value)
    return faults
