"""The team's cases: filter, look, move in bulk."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from shounuo.access.masking import mask_name
from shounuo.access.permissions import Permission
from shounuo.records.actions.reassign_cases import reassign_cases
from shounuo.records.models import Case, Staff
from shounuo.records.queries.nights import order_in_force
from shounuo.records.queries.timeline import FLAGS
from shounuo.settings import clock
from shounuo.web.signed_in import needs, staff_of
from shounuo.web.typed import row_number

PAGE = 50
SORTS = {"due": "-due_cents", "days": "-days_past_due"}
STATES = ("queued", "claimed", "waiting", "held", "closed")


@needs(Permission.CASE_REASSIGN)
def show(request: HttpRequest) -> HttpResponse:
    """Fifty at a time, filtered by state, owner and bucket, sorted as asked."""
    lead = staff_of(request)
    cases = Case.objects.filter(team=lead.team).select_related("customer", "owner", "holder")
    state, owner = request.GET.get("state", ""), request.GET.get("owner", "")
    bucket, sort = request.GET.get("bucket", ""), request.GET.get("sort", "rank")
    cases = cases.filter(state=state) if state in STATES else cases.exclude(state="closed")
    if owner:
        cases = cases.filter(owner=row_number(owner))
    if bucket:
        cases = cases.filter(bucket=bucket)
    ordered = cases.order_by(SORTS.get(sort) or order_in_force(lead.team_id), "pk")
    page = Paginator(ordered, PAGE).get_page(request.GET.get("page"))
    for case in page:
        case.masked = mask_name(case.customer.name)  # type: ignore[attr-defined]
        case.why_held = FLAGS.get(case.held_reason)  # type: ignore[attr-defined]
    return render(
        request,
        "lead/cases.html",
        {
            "page": page,
            "states": STATES,
            "collectors": _collectors(lead),
            "asked": {"state": state, "owner": owner, "bucket": bucket, "sort": sort},
        },
    )


def _collectors(lead: Staff) -> list[Staff]:
    return list(Staff.objects.filter(team=lead.team, role="collector", is_active=True))


@require_POST
@needs(Permission.CASE_REASSIGN)
def reassign(request: HttpRequest) -> HttpResponse:
    """Moves the ticked cases of the lead's own team to a collector or to the pool."""
    lead = staff_of(request)
    ticked = [row_number(pk) for pk in request.POST.getlist("case")]
    own = list(Case.objects.filter(team=lead.team, pk__in=ticked).values_list("pk", flat=True))
    to = Staff.objects.filter(pk=row_number(request.POST.get("to")), team=lead.team).first()
    reassign_cases(case_ids=own, to=to, actor=lead, recorded_at=clock.now())
    return redirect("team-cases")
