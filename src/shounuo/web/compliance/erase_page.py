"""Erasing a person: the case, the ground, then the case number once more; it cannot be undone."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from shounuo.access.permissions import Permission
from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.actions.erase_person import erase_person
from shounuo.records.models import Case
from shounuo.records.queries.erasure import erasures, kept_of
from shounuo.settings import clock
from shounuo.web.signed_in import needs, staff_of

KEPT = {
    "names_and_ids": Text("姓名、证件号、客户号", "name, id, customer number"),
    "numbers_and_addresses": Text("号码与地址", "numbers and addresses"),
    "account_references": Text("账号", "account numbers"),
    "notes": Text("通话备注", "notes of calls"),
    "transcripts": Text("通话文本", "transcripts"),
    "sealed_values": Text("留痕中的个人信息", "personal values behind the ledger"),
}


@require_http_methods(["GET", "POST"])
@needs(Permission.PERSON_ERASE)
def show(request: HttpRequest) -> HttpResponse:
    """First post: what would go, to be confirmed. Second post, with the case number typed: it goes."""
    if request.method == "GET":
        return _page(request)
    try:
        case = _case(request)
        if request.POST.get("step") != "erase":
            return _page(request, case=case)
        if request.POST.get("again", "").strip() != str(case.pk):
            raise Refused(_problem(Text("案件号不一致", "The case numbers differ"), str(case.pk)))
        erase_person(
            customer_id=case.customer_id,
            actor=staff_of(request),
            recorded_at=clock.now(),
            ground=request.POST.get("ground", "").strip()[:300],
        )
    except Refused as refused:
        return _page(request, problem=refused.problem)
    return redirect("erase-person")


def _case(request: HttpRequest) -> Case:
    """The case asked for, with a ground given; not one that was erased."""
    typed = request.POST.get("case", "").strip()
    rows = Case.objects.select_related("customer", "lender")
    case = rows.filter(pk=int(typed)).first() if typed.isdecimal() and len(typed) < 12 else None
    if case is None:
        raise Refused(_problem(Text("没有这个案件", "There is no such case"), typed))
    if case.customer.erased_at is not None:
        raise Refused(_problem(Text("此人已经删除", "This person was erased already"), typed))
    if not request.POST.get("ground", "").strip():
        raise Refused(_problem(Text("请写明依据", "Give the ground"), typed))
    return case


def _page(
    request: HttpRequest, *, case: Case | None = None, problem: Problem | None = None
) -> HttpResponse:
    kept = kept_of(case.customer) if case else {}
    told: dict[str, Any] = {
        "asked": case,
        "kept": [(KEPT[name], count) for name, count in kept.items()],
        "problem": problem,
        "given": request.POST if request.method == "POST" else request.GET,
        "erasures": list(erasures()),
    }
    return render(request, "compliance/erase.html", told, status=409 if problem else 200)


def _problem(said: Text, record: str) -> Problem:
    step = Text("改正后再提交", "Mend it and send it again")
    return Problem("not_erased", said, record=record, next_step=step)
