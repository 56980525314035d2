"""What came in while somebody listens: calls with critical findings, told within the minute."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from shounuo.access.permissions import Permission
from shounuo.records.queries.inspection import arrived_since
from shounuo.web.signed_in import needs
from shounuo.web.typed import whole


@needs(Permission.INSPECTION_DECIDE)
def arrived(request: HttpRequest) -> HttpResponse:
    """Asked every fifteen seconds by the open page; nothing new leaves the page as it is."""
    since = whole(request.GET.get("since", ""))
    found = arrived_since(since) if since is not None else []
    if not found:
        return HttpResponse(status=204)
    return render(request, "inspector/arrived.html", {"arrived": found, "newest": since})
