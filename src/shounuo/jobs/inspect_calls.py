"""Reads every call that the current engine and card have not read yet."""

from __future__ import annotations

import json
from datetime import datetime

import structlog

from shounuo.inspection.as_json import report_json
from shounuo.inspection.house_form import call_from
from shounuo.inspection.report import ENGINE, inspect_call
from shounuo.inspection.score import CURRENT_CARD
from shounuo.records.actions.store_inspection import store_inspection
from shounuo.records.models import Inspection, Transcript

NAME = "inspect_calls"
EVERY_SECONDS = 10
MOST = 500
log = structlog.get_logger(__name__)


def run(as_of: datetime) -> int:
    """Inspects calls that were never read, oldest first; a call that fails stops no other."""
    waiting = Transcript.objects.filter(inspections=None).order_by("called_at")[:MOST]
    return sum(_inspect(row, as_of) for row in waiting)


def read_again(as_of: datetime) -> int:
    """Re-reads, on request, calls that an older engine read: side by side, the old scores stay."""
    read = Inspection.objects.filter(engine=ENGINE, card=CURRENT_CARD).values("transcript")
    older = Transcript.objects.exclude(pk__in=read).order_by("called_at")
    return sum(_inspect(row, as_of) for row in older.iterator())


def _inspect(row: Transcript, as_of: datetime) -> bool:
    try:
        report = inspect_call(call_from(json.loads(row.body)))
    except (ValueError, KeyError, TypeError):
        log.exception("call could not be inspected", transcript=row.pk)
        return False
    store_inspection(transcript_id=row.pk, told=report_json(report), actor=NAME, recorded_at=as_of)
    return True
