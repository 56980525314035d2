"""Reading guides: the list, one guide with its picture and a preview on a case, two versions compared."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.safestring import mark_safe

from shounuo.access.masking import mask_name
from shounuo.access.permissions import Permission
from shounuo.guides.case import GuideCase
from shounuo.guides.choosing import fits
from shounuo.guides.diff import diff
from shounuo.guides.lint.samples import sample_cases
from shounuo.guides.model import Guide
from shounuo.guides.picture import svg
from shounuo.guides.placeholders import PRODUCT_NAMES
from shounuo.guides.render import render as fill_in
from shounuo.kernel.text import Text
from shounuo.records.models import Case, Contact, GuideVersion
from shounuo.records.queries.guide_case import case_for_preview
from shounuo.records.queries.guides import by_ref, in_use, published
from shounuo.settings import clock
from shounuo.web.collector.words import ROLES
from shounuo.web.signed_in import allowed, needs, staff_of

LANGUAGES = {"zh": Text("中文", "Chinese"), "en": Text("英文", "English")}


def language() -> str:
    return "en" if (translation.get_language() or "zh").startswith("en") else "zh"


@needs(Permission.GUIDE_READ)
def index(request: HttpRequest) -> HttpResponse:
    """Every guide in use today, and versions on their way."""
    guides = sorted(in_use(clock.now().date()), key=lambda guide: guide.id)
    context = {
        "guides": [(guide, _meant_for(guide)) for guide in guides],
        "waiting": GuideVersion.objects.filter(state__in=["draft", "submitted"]),
        "may_edit": bool(allowed(request, Permission.GUIDE_EDIT)),
    }
    return render(request, "guide_desk/index.html", context)


@needs(Permission.GUIDE_READ)
def show(request: HttpRequest, guide_id: str) -> HttpResponse:
    """One guide: its picture, its steps filled in for an invented case, its versions."""
    guide = _guide(guide_id, request.GET.get("ref", ""))
    real = _case_asked(request)
    sample = _facts(request, real) if real else next(iter(sample_cases(guide)))
    rendered = fill_in(guide, sample, language() if language() in guide.languages else "zh")
    steps = [(name, rendered.steps[name]) for name in in_talking_order(guide)]
    context = {
        "guide": guide,
        "steps": steps,
        "picture": mark_safe(svg(guide, language())),  # noqa: S308 - drawn by us, text escaped
        "rendered": rendered,
        "case": real,
        "case_asked": request.GET.get("case", ""),
        "cases": _some_cases(request),
        "would_lead": real is None or fits(guide, sample, guide.kind),
        "versions": GuideVersion.objects.filter(guide_id=guide_id).order_by("-version"),
        "calls": Contact.objects.filter(guide_version=guide.ref).count(),
        "may_edit": bool(allowed(request, Permission.GUIDE_EDIT)),
        "may_approve": bool(allowed(request, Permission.GUIDE_APPROVE)),
    }
    return render(request, "guide_desk/show.html", context)


def _meant_for(guide: Guide) -> dict[str, list[Text]]:
    """Whom and what a guide is for, in the reader's words and in a standing order."""
    scope = guide.scope
    return {
        "parties": [words for role, words in ROLES.items() if role in scope.parties],
        "products": [words for name, words in PRODUCT_NAMES.items() if name in scope.products],
        "stages": [Text(stage, stage) for stage in sorted(scope.stages)],
        "languages": [LANGUAGES.get(name, Text(name, name)) for name in guide.languages],
    }


def _some_cases(request: HttpRequest) -> list[Case]:
    """The newest open cases that this person may see."""
    rows = Case.objects.filter(closed_at=None).select_related("customer", "lender", "team")
    seen = (row for row in rows.order_by("-pk")[:60] if allowed(request, Permission.CASE_VIEW, row))
    return list(islice(seen, 20))


def _case_asked(request: HttpRequest) -> Case | None:
    number = request.GET.get("case", "")
    if not number.isdigit():
        return None
    rows = Case.objects.select_related("customer", "lender", "team")
    case = rows.filter(pk=number).first()
    return case if case and allowed(request, Permission.CASE_VIEW, case) else None


def _facts(request: HttpRequest, case: Case) -> GuideCase:
    """The case as its customer would hear it; the name and the card stay masked for the reader."""
    name = mask_name(case.customer.name)
    return replace(case_for_preview(case, staff_of(request), clock.now(), name), card_tail="****")


def in_talking_order(guide: Guide) -> list[str]:
    """Step names as a call meets them: from the start, nearest first."""
    found, front = [guide.start], [guide.start]
    while front:
        reached = [to for name in front for to in guide.targets(guide.steps[name])]
        front = [to for to in dict.fromkeys(reached) if to not in found and to in guide.steps]
        found += front
    return found + [name for name in guide.steps if name not in found]


def _guide(guide_id: str, ref: str) -> Guide:
    if ref:
        found = by_ref(ref)
    else:
        today = clock.now().date()
        found = next((one for one in in_use(today) if one.id == guide_id), None)
    if found is None or found.id != guide_id:
        raise Http404(guide_id)
    return found


@needs(Permission.GUIDE_READ)
def compare(request: HttpRequest, guide_id: str) -> HttpResponse:
    """Two versions, sentence by sentence."""
    refs = sorted({one.ref for one in published() if one.id == guide_id})
    rows = GuideVersion.objects.filter(guide_id=guide_id)
    refs = sorted({*refs, *(f"{row.guide_id}@{row.version}" for row in rows)})
    old, new = request.GET.get("old", refs[0] if refs else ""), request.GET.get("new", "")
    new = new or (refs[-1] if refs else "")
    first, second = by_ref(old), by_ref(new)
    changes = diff(first, second) if first and second else []
    context = {"guide_id": guide_id, "refs": refs, "old": old, "new": new, "changes": changes}
    return render(request, "guide_desk/diff.html", context)
