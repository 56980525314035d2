"""A lender's own rules: its pack and date, numbers stricter than the rules', and what it told about itself."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from shounuo.access.permissions import Permission
from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.actions.set_contact_settings import set_contact_settings
from shounuo.records.actions.set_lender_rules import set_lender_rules
from shounuo.records.models import Lender
from shounuo.records.queries.facts import CALL_SECONDS, RECORDING_CHECK_HOURS
from shounuo.rules.pack import load_pack, pack_names
from shounuo.rules.verdict import Fact
from shounuo.settings import clock
from shounuo.web.signed_in import needs, staff_of
from shounuo.web.typed import MOST_DIGITS


@require_http_methods(["GET", "POST"])
@needs(Permission.LENDER_SETTINGS)
def show(request: HttpRequest, lender_id: int) -> HttpResponse:
    """The forms; a refused one comes back with what was typed and the reason."""
    lender = get_object_or_404(Lender, pk=lender_id)
    if request.method == "GET":
        return _page(request, lender)
    try:
        change = _settings if request.POST.get("form") == "settings" else _rules
        change(request, lender)
    except Refused as refused:
        return _page(request, lender, refused.problem, status=409)
    return redirect("lender-rules", lender_id)


def _page(
    request: HttpRequest, lender: Lender, problem: Problem | None = None, status: int = 200
) -> HttpResponse:
    told = lender.contact_settings
    parties = told.get("collecting_parties")
    context = {
        "lender": lender,
        "lenders": Lender.objects.order_by("pk"),
        "packs": [name for name in pack_names() if name != "house"],
        "numbers": _numbers(lender, request.POST),
        "parties": None if parties is None else "\n".join(parties),
        "agencies": "\n".join(lender.approved_agencies),
        "call_seconds": told.get("expected_call_seconds", CALL_SECONDS),
        "check_hours": told.get("recording_check_hours", RECORDING_CHECK_HOURS),
        "problem": problem,
        "given": request.POST,
    }
    return render(request, "compliance/lender.html", context, status=status)


def _numbers(lender: Lender, given: QueryDict) -> list[dict[str, Any]]:
    """The pack's numbers in force, each with the lender's own beside it."""
    own, today = lender.contact_settings.get("stricter", {}), clock.now().date()
    found = []
    for key, number in load_pack(lender.rule_pack).parameters.items():
        use, named = number.on(today), f"{lender.rule_pack}.{key}"
        if use is not None:
            value = given.get(f"own-{named}", own.get(named, ""))
            found.append({"name": named, "number": number, "law": use.value, "own": value})
    return found


def _rules(request: HttpRequest, lender: Lender) -> None:
    given = request.POST
    pack = given.get("pack", "")
    # Numbers of another pack say nothing once the pack changes.
    kept = lender.rule_pack == pack
    stricter = {
        row["name"]: _as(row["law"], str(row["own"]).strip())
        for row in _numbers(lender, given)
        if kept and str(row["own"]).strip()
    }
    set_lender_rules(
        lender_id=lender.pk, pack=pack, pack_date=_day(given.get("date", "")), stricter=stricter,
        actor=staff_of(request), recorded_at=clock.now(),
    )  # fmt: skip


def _as(law: Fact, text: str) -> Fact:
    """The text as a value of the rule's own form: yes or no, a whole number, a time."""
    if isinstance(law, bool):
        answers = {"true": True, "yes": True, "是": True, "false": False, "no": False, "否": False}
        if text.casefold() not in answers:
            raise Refused(_unreadable(text, Text("请答是或否", "Answer yes or no")))
        return answers[text.casefold()]
    if isinstance(law, int):
        return _number(text)
    return text


def _settings(request: HttpRequest, lender: Lender) -> None:
    given = request.POST
    said = given.get("said") == "yes"
    set_contact_settings(
        lender_id=lender.pk,
        collecting_parties=given.get("parties", "").splitlines() if said else None,
        approved_agencies=given.get("agencies", "").splitlines(),
        expected_call_seconds=_number(given.get("call_seconds", "")),
        recording_check_hours=_number(given.get("check_hours", "")),
        evidence=given.get("evidence", ""),
        actor=staff_of(request),
        recorded_at=clock.now(),
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise Refused(_unreadable(text, Text("请填写日期", "Give a date"))) from None


def _number(text: str) -> int:
    if not text.strip().isdecimal() or len(text.strip()) > MOST_DIGITS:
        raise Refused(_unreadable(text, Text("请填写整数", "Give a whole number")))
    return int(text)


def _unreadable(text: str, said: Text) -> Problem:
    return Problem("not_readable", said, record=text, next_step=Text("改正后再登记", "Mend it"))
