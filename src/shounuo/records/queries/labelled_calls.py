"""Calls that people have been through, labelled by their decisions, to learn and to measure from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from shounuo.records.models import FaultDecision, Inspection
from shounuo.records.queries.inspection import GRAVE
from shounuo.records.queries.standing import ACCEPTED, steps_told


def labelled_calls() -> Iterator[dict[str, Any]]:
    """Every call a person has been through, in the house form, labelled by the decisions.

    `gold` is what stands; `decisions` is every word of a person on a finding or step, in order, so
    that what was rejected or changed, and why, teaches as well; `undecided` is what nobody judged.
    A call whose words were erased is no case any more.
    """
    done = Inspection.objects.exclude(done_at=None).select_related("transcript")
    for row in done.order_by("pk").iterator():
        body: dict[str, Any] = json.loads(row.transcript.body)
        if not body["turns"]:
            continue
        faults = [fault for fault in row.faults.all() if fault.state in ACCEPTED]
        gold = body.get("gold") or {}
        body["gold"] = {
            "steps": steps_told(row),
            "findings": [
                {"code": f.code, "turn": f.turn, "quote": f.quote, "severity": f.severity}
                for f in faults
            ],
            "clean": not any(f.severity in GRAVE for f in faults),
            "promise": row.promise,
            "disposition": row.disposition or None,
            "recorded_disposition": gold.get("recorded_disposition"),
            "recorded_promise": gold.get("recorded_promise"),
        }
        body["decisions"] = _decisions_on(row)
        body["undecided"] = [
            {"code": f.code, "turn": f.turn} for f in row.faults.all() if f.state == "open"
        ]
        yield body


def _decisions_on(row: Inspection) -> list[dict[str, Any]]:
    """What people said of this call's findings and steps, oldest first; who it was stays in the house."""
    on_faults = FaultDecision.objects.filter(fault__inspection=row).select_related("fault")
    told: list[tuple[datetime, dict[str, Any]]] = [
        (
            said.at,
            {
                "turn": said.fault.turn,
                "quote": said.fault.quote,
                "found_by": said.fault.source,
                "code": said.was or said.fault.code,
                "decision": said.decision,
                "to": said.code,
                "reason": said.reason,
                "on_appeal": said.on_appeal,
            },
        )
        for said in on_faults
    ]
    told += [
        (said.at, {"step": said.step, "turn": said.turn, "reason": said.reason})
        for said in row.step_decisions.all()
    ]
    return [one for _, one in sorted(told, key=lambda pair: pair[0])]
