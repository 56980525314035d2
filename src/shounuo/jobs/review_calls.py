"""Lets the reviewer, where one is set, read the calls that the engine has read; it only proposes."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

import structlog

from shounuo.feeds.reviewer import Reviewer, propose, reviewer
from shounuo.inspection.as_json import finding_json
from shounuo.inspection.house_form import call_from
from shounuo.records.actions.store_proposals import PROPOSED, store_proposals
from shounuo.records.models import Inspection

NAME = "review_calls"
EVERY_SECONDS = 30
MOST = 20  # calls a turn: the reviewer is slow, other work waits behind it
WITHIN = timedelta(days=2)
log = structlog.get_logger(__name__)


def run(as_of: datetime) -> int:
    """Recent calls that nobody has been through and no reviewer was asked about; each is asked about once."""
    who = reviewer()
    if who is None:
        return 0
    waiting = (
        Inspection.objects.filter(done_at=None, at__gte=as_of - WITHIN)
        .exclude(measures__has_key=PROPOSED)
        .select_related("transcript")
        .order_by("-urgency", "pk")[:MOST]
    )
    return sum(_review(who, row, as_of) for row in waiting)


def _review(who: Reviewer, row: Inspection, as_of: datetime) -> bool:
    found, problem = propose(who, call_from(json.loads(row.transcript.body)))
    if problem:
        log.warning("reviewer gave no answer", inspection=row.pk, problem=problem.code)
    store_proposals(
        inspection_id=row.pk,
        model=who.model,
        found=None if problem else [finding_json(one) for one in found],
        actor=NAME,
        recorded_at=as_of,
    )
    return problem is None
