"""What to listen to first: the worst per minute; appeals that wait for a second inspector."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from shounuo.access.permissions import Permission
from shounuo.inspection.codes import NAMES
from shounuo.records.queries.inspection import appeals_waiting, newest_inspection, to_inspect
from shounuo.records.queries.inspection_figures import yield_per_minute
from shounuo.web.signed_in import needs

PAGE = 40


@needs(Permission.INSPECTION_DECIDE)
def show(request: HttpRequest) -> HttpResponse:
    """The queue, its order proven by what earlier listening found."""
    page = Paginator(to_inspect().prefetch_related("faults"), PAGE).get_page(
        request.GET.get("page")
    )
    context = {
        "page": page,
        "appeals": appeals_waiting(),
        "yields": yield_per_minute(),
        "names": NAMES,
        "newest": newest_inspection(),
    }
    return render(request, "inspector/queue.html", context)
