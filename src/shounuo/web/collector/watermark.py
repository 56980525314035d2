"""The staff number, faint, to be laid over personal data: a photograph of the screen tells whose it was."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.html import escape
from django.views.decorators.cache import cache_control
from django.views.decorators.vary import vary_on_cookie

from shounuo.access.permissions import Permission
from shounuo.web.signed_in import needs, staff_of

SVG = """<svg xmlns="http://www.w3.org/2000/svg" width="220" height="130"><text x="20" y="90"
 transform="rotate(-24 110 65)" font-family="sans-serif" font-size="15" fill="#7a8587"
 fill-opacity=".13">{mark}</text></svg>"""


@vary_on_cookie
@cache_control(private=True, max_age=600)
@needs(Permission.CASE_VIEW)
def show(request: HttpRequest) -> HttpResponse:
    """A tile that repeats; grey at thirteen hundredths, legible on light and dark."""
    return HttpResponse(
        SVG.format(mark=escape(staff_of(request).staff_no)), content_type="image/svg+xml"
    )
