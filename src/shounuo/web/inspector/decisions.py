"""What an inspector does with a finding, a step or a call; each answers with the call's page."""

from __future__ import annotations

import json
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from shounuo.access.permissions import Permission
from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.actions.decide_fault import add_fault, close_inspection, decide_fault
from shounuo.records.actions.decide_step import decide_step
from shounuo.records.models import FoundFault, Inspection
from shounuo.records.queries.inspection import next_to_inspect, undecided_after
from shounuo.settings import clock
from shounuo.web.form_address import form_on
from shounuo.web.inspector.addresses import call_at, finding_at
from shounuo.web.inspector.call_page import page
from shounuo.web.signed_in import needs, staff_of
from shounuo.web.typed import whole


@needs(Permission.INSPECTION_DECIDE)
@form_on(finding_at)
def decide(request: HttpRequest, fault_id: int) -> HttpResponse:
    """Accept, reject or change, with a reason; then the next undecided finding of the call is at hand."""
    fault = get_object_or_404(FoundFault, pk=fault_id)
    try:
        decide_fault(
            fault_id=fault_id,
            staff=staff_of(request),
            decision=request.POST.get("decision", ""),
            reason=request.POST.get("reason", ""),
            code=request.POST.get("code", ""),
            recorded_at=clock.now(),
        )
    except Refused as refused:
        return page(request, fault.inspection_id, refused.problem, fault.pk)
    return redirect(call_at(fault.inspection_id, (undecided_after(fault) or fault).pk))


@needs(Permission.INSPECTION_DECIDE)
@form_on(partial(call_at, place="add"))
def add(request: HttpRequest, inspection_id: int) -> HttpResponse:
    """A finding the engine missed: the words given, or the whole turn when none are."""
    inspection = get_object_or_404(
        Inspection.objects.select_related("transcript"), pk=inspection_id
    )
    turns = {turn["i"]: turn["text"] for turn in json.loads(inspection.transcript.body)["turns"]}
    number, words = request.POST.get("turn", "").strip(), request.POST.get("quote", "").strip()
    turn = whole(number)
    text = turns.get(turn) if turn is not None else None
    if turn is None or text is None:
        return page(request, inspection_id, _no_turn(number, list(turns)), "add")
    start = text.find(words) if words else 0
    if start < 0:
        return page(request, inspection_id, _no_words(turn, words), "add")
    span = (start, start + len(words)) if words else (0, len(text))
    try:
        fault = add_fault(
            inspection_id=inspection_id,
            staff=staff_of(request),
            code=request.POST.get("code", ""),
            turn=turn,
            quote=text[span[0] : span[1]],
            reason=request.POST.get("reason", ""),
            span=span,
            recorded_at=clock.now(),
        )
    except Refused as refused:
        return page(request, inspection_id, refused.problem, "add")
    return redirect(call_at(inspection_id, fault.pk))


def _no_turn(number: str, turns: list[int]) -> Problem:
    first, last = (turns[0], turns[-1]) if turns else ("–", "–")
    said = Text(
        "这通电话没有第 {n} 句：句号从 {first} 到 {last}，点左边的数字即可选中",
        "There is no turn {n} in this call: they are numbered {first} to {last}. Press a number beside the words to choose one",
    )
    return Problem("turn_unknown", said.format(n=number or "“”", first=first, last=last))


def _no_words(turn: int, words: str) -> Problem:
    said = Text(
        "第 {n} 句里没有「{words}」：照抄原话，或留空取整句",
        "Turn {n} does not hold “{words}”: copy its words, or leave them out for the whole turn",
    )
    return Problem("words_not_in_turn", said.format(n=turn, words=words))


@needs(Permission.INSPECTION_DECIDE)
@form_on(partial(call_at, place="step"))
def correct_step(request: HttpRequest, inspection_id: int) -> HttpResponse:
    """A step was done in another turn, or not at all: no number."""
    inspection = get_object_or_404(
        Inspection.objects.select_related("transcript"), pk=inspection_id
    )
    number = request.POST.get("turn", "").strip()
    if number and whole(number) is None:
        turns = [turn["i"] for turn in json.loads(inspection.transcript.body)["turns"]]
        return page(request, inspection_id, _no_turn(number, turns), "step")
    try:
        decide_step(
            inspection_id=inspection_id,
            staff=staff_of(request),
            step=request.POST.get("step", ""),
            turn=whole(number),
            reason=request.POST.get("reason", ""),
            recorded_at=clock.now(),
        )
    except Refused as refused:
        return page(request, inspection_id, refused.problem, "step")
    return redirect(call_at(inspection_id, "steps"))


@needs(Permission.INSPECTION_DECIDE)
@form_on(call_at)
def close(request: HttpRequest, inspection_id: int) -> HttpResponse:
    """Done with this call; on to the next in the queue, to the queue itself when it is empty."""
    inspection = get_object_or_404(Inspection, pk=inspection_id)
    try:
        close_inspection(
            inspection_id=inspection_id, staff=staff_of(request), recorded_at=clock.now()
        )
    except Refused as refused:
        return page(request, inspection_id, refused.problem, "close")
    following = next_to_inspect(inspection)
    if following is None:
        return redirect("inspection")
    return redirect("inspection-call", inspection_id=following.pk)
