"""One call: the words with their findings lit, the steps, the measures, the sound beside them."""

from __future__ import annotations

import json
import mimetypes
from typing import Any

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from shounuo.access.may import may
from shounuo.access.permissions import Permission
from shounuo.feeds.transcripts.checks import PARTED
from shounuo.inspection.codes import BY_SEVERITY, NAMES
from shounuo.inspection.parting import SURE
from shounuo.kernel.errors import Problem
from shounuo.kernel.text import Text
from shounuo.records.models import Inspection, Transcript
from shounuo.records.queries.call_clock import READ_BESIDE
from shounuo.records.queries.inspection import newest_inspection, undecided_grave
from shounuo.records.queries.ratings import rating_of
from shounuo.records.queries.standing import standing
from shounuo.web.inspector.addresses import call_at
from shounuo.web.inspector.findings_shown import findings_shown
from shounuo.web.inspector.length import length_of
from shounuo.web.inspector.lit import pieces
from shounuo.web.inspector.shown import (
    DECISIONS,
    NOT_YET,
    SEVERITIES,
    assumed_place,
    measures_of,
    subject_of,
    told,
)
from shounuo.web.inspector.stars import drawn
from shounuo.web.inspector.steps_shown import steps_shown
from shounuo.web.signed_in import actor_of, allowed, needs, refusal, staff_of


@needs(Permission.INSPECTION_VIEW)
def show(request: HttpRequest, inspection_id: int) -> HttpResponse:
    """The call as read by one engine and card; earlier readings are linked side by side."""
    return page(request, inspection_id)


def page(
    request: HttpRequest,
    inspection_id: int,
    problem: Problem | None = None,
    about: int | str = "",
) -> HttpResponse:
    """The call's page; what was refused stands beside its form: a finding's number, `add`, `step`, `close`."""
    inspection = get_object_or_404(
        Inspection.objects.select_related("transcript__collector", "done_by", *READ_BESIDE),
        pk=inspection_id,
    )
    transcript = inspection.transcript
    staff = staff_of(request)
    seen = may(actor_of(staff), Permission.INSPECTION_VIEW, subject_of(transcript))
    if not seen:
        return refusal(request, seen)
    deciding = bool(allowed(request, Permission.INSPECTION_DECIDE))
    body = json.loads(transcript.body)
    faults = findings_shown(inspection, body, staff, deciding=deciding, about=about)
    if not deciding and not told(inspection, faults):
        return refusal(request, NOT_YET)
    stands = standing(inspection)
    scored = deciding or inspection.done_at is not None
    rating = rating_of(transcript.contact_id) if scored else None
    context = {
        "inspection": inspection,
        "transcript": transcript,
        "turns": [_turn(turn, faults) for turn in body["turns"]],
        "length": length_of(body["turns"], sound=bool(transcript.audio)),
        "notes": [
            note for note in transcript.notes if PARTED not in note
        ],  # the page says that itself
        "assumed_place": assumed_place(body),
        "parted": any(turn.get("sure") is not None for turn in body["turns"]),
        "faults": faults,
        "names": NAMES,
        "by_severity": BY_SEVERITY,
        "severities": SEVERITIES,
        "steps": steps_shown(inspection, stands, body),
        "measures": measures_of(inspection),
        "decisions": DECISIONS,
        "deciding": deciding,
        "own": transcript.collector_id == staff.pk,
        "scored": scored,
        "stands": stands,
        "decided": any(fault.state != "open" for fault in faults),
        # What the engine read names findings that nobody accepted: for those who decide.
        "summary": Text(inspection.summary_zh, inspection.summary_en)
        if deciding
        else stands.summary,
        "rating": rating,
        "stars_shown": drawn(rating.stars) if rating else "",
        "others": transcript.inspections.exclude(pk=inspection.pk),
        "undecided": list(undecided_grave(inspection)) if deciding else [],
        "problem": problem,
        "about": about,
        "address": call_at(inspection_id, "" if about == "close" else about) if problem else None,
        "picked": (request.POST if about == "add" else request.GET).get("turn"),
        "newest": newest_inspection(),
    }
    return render(request, "inspector/call.html", context, status=409 if problem else 200)


def _turn(turn: dict[str, Any], faults: list[Any]) -> dict[str, Any]:
    own = [fault for fault in faults if fault.turn == turn["i"]]
    sure = turn.get("sure")
    unsure = None if sure is None or sure >= SURE else round(100 * sure)
    return {**turn, "pieces": pieces(turn["text"], own), "unsure": unsure}


@needs(Permission.CALL_LISTEN)
def audio(request: HttpRequest, transcript_id: int) -> FileResponse | HttpResponse:
    """The recording, to those who may listen to this person's calls."""
    transcript = get_object_or_404(Transcript.objects.select_related("collector"), pk=transcript_id)
    who = actor_of(staff_of(request))
    seen = may(who, Permission.CALL_LISTEN, subject_of(transcript))
    if not seen:
        return refusal(request, seen)
    folder = (settings.MEDIA_ROOT / "recordings").resolve()
    path = (folder / transcript.audio).resolve()
    if not transcript.audio or not path.is_relative_to(folder) or not path.exists():
        raise Http404("no recording")
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return FileResponse(path.open("rb"), content_type=kind)
