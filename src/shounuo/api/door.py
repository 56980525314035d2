"""The door for other programs: who may knock, how faults are told. Routers bring the rest."""

from __future__ import annotations

import hmac

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.security import HttpBearer

from shounuo.api.live import router as live
from shounuo.kernel.errors import Refused


class HouseKey(HttpBearer):
    """`Authorization: Bearer …` with the key `live` of the house (`SHOUNUO_LIVE_KEY` or its key file)."""

    def authenticate(self, request: HttpRequest, token: str) -> str | None:
        right = hmac.compare_digest(token.encode(), settings.SHOUNUO_LIVE_KEY.encode())
        return "recogniser" if right else None


# No interactive page: it would load scripts of others.
door = NinjaAPI(title="Shounuo", version="1", docs_url=None, auth=HouseKey())
door.add_router("/live", live)


@door.exception_handler(Refused)
def refused(request: HttpRequest, fault: Refused) -> HttpResponse:
    """409, with the problem in both languages."""
    problem = fault.problem
    told = {
        "code": problem.code,
        "record": problem.record,
        "zh": problem.line("zh"),
        "en": problem.line("en"),
    }
    return door.create_response(request, told, status=409)
