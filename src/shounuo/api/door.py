"""The door for other programs: who may knock, how faults are told. Routers bring the rest."""

from __future__ import annotations

import hmac

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.security import HttpBearer

from shounuo.api.dialler import router as dialler
from shounuo.api.faults import NO_KEY, NOT_JSON, NOT_TAKEN, told, unfit
from shounuo.api.live import router as live
from shounuo.api.ratings import router as ratings
from shounuo.kernel.errors import Refused


class HouseKey(HttpBearer):
    """`Authorization: Bearer …` with one key of the house: a setting, else its key file."""

    def __init__(self, setting: str) -> None:
        super().__init__()
        self.setting = setting

    def authenticate(self, request: HttpRequest, token: str) -> str | None:
        right = hmac.compare_digest(token.encode(), getattr(settings, self.setting).encode())
        return self.setting if right else None


# No interactive page: it would load scripts of others.
door = NinjaAPI(title="Shounuo", version="1", docs_url=None)
door.add_router("/live", live, auth=HouseKey("SHOUNUO_LIVE_KEY"))
door.add_router("/dialler", dialler, auth=HouseKey("SHOUNUO_DIALLER_KEY"))
door.add_router("/ratings", ratings, auth=HouseKey("SHOUNUO_RATING_KEY"))


@door.exception_handler(Refused)
def refused(request: HttpRequest, fault: Refused) -> HttpResponse:
    """409, with the problem in both languages."""
    return door.create_response(request, told(fault.problem), status=409)


@door.exception_handler(ValidationError)
def unfit_fields(request: HttpRequest, fault: ValidationError) -> HttpResponse:
    """422; `detail` names them for a program."""
    answer = {**told(unfit(fault.errors)), "detail": fault.errors}
    return door.create_response(request, answer, status=422)


@door.exception_handler(HttpError)
def not_let_in(request: HttpRequest, fault: HttpError) -> HttpResponse:
    """401 without the right key, 400 for what cannot be read."""
    problem = {401: NO_KEY, 400: NOT_JSON}.get(fault.status_code, NOT_TAKEN)
    return door.create_response(request, told(problem), status=fault.status_code)
