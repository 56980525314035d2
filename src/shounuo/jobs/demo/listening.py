"""The demo's inspectors: they have been through every call in Chinese but those of the last two days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from shounuo.records.actions.decide_fault import (
    acknowledge_fault,
    appeal_fault,
    close_inspection,
    decide_fault,
)
from shounuo.records.models import FoundFault, Inspection, Staff

HEARD_AFTER = timedelta(hours=20)
STILL_TO_HEAR = timedelta(days=2)
REJECTED_ONE_IN = 6
NOT_SO = "听了录音，语气平和，不构成问题"
APPEAL = "前面客户一直在笑着聊，我说的不是这个意思，请把前后文一起再听一遍"


def listen(now: datetime) -> int:
    """Decides the older findings, two inspectors in turn; returns how many calls they went through."""
    inspectors = list(
        Staff.objects.filter(role="inspector", language="zh-hans").order_by("staff_no")
    )
    older = Inspection.objects.filter(
        done_at=None, transcript__called_at__lt=now - STILL_TO_HEAR, transcript__language="zh"
    )
    heard = list(older.select_related("transcript__collector").order_by("transcript__called_at"))
    for number, inspection in enumerate(heard):
        _go_through(inspection, inspectors[number % len(inspectors)])
    _answer([inspection.pk for inspection in heard], now)
    return len(heard)


def _go_through(inspection: Inspection, inspector: Staff) -> None:
    at = inspection.transcript.called_at + HEARD_AFTER
    for fault in inspection.faults.filter(state="open").order_by("pk"):
        rejected = fault.pk % REJECTED_ONE_IN == 0
        decide_fault(
            fault_id=fault.pk,
            staff=inspector,
            decision="reject" if rejected else "accept",
            reason=NOT_SO if rejected else "",
            recorded_at=at,
        )
    close_inspection(inspection_id=inspection.pk, staff=inspector, recorded_at=at)


def _answer(inspections: Sequence[int], now: datetime) -> None:
    """Collectors have seen all but the newest grave finding; that one is disputed."""
    accepted = FoundFault.objects.filter(
        inspection__in=inspections, state="accepted", severity__in=("critical", "major")
    )
    seen = accepted.select_related("inspection__transcript__collector")
    *older, newest = list(seen.order_by("inspection__transcript__called_at", "pk")) or [None]
    for fault in older:
        collector = fault.inspection.transcript.collector
        at = fault.inspection.transcript.called_at + 2 * HEARD_AFTER
        acknowledge_fault(fault_id=fault.pk, staff=collector, recorded_at=at)
    if newest is not None:
        collector = newest.inspection.transcript.collector
        at = now - timedelta(hours=1)
        appeal_fault(fault_id=newest.pk, staff=collector, words=APPEAL, recorded_at=at)
