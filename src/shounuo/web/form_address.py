"""A form's own address, read instead of sent: typed, reloaded, or come back to after signing in."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from shounuo.web.signed_in import View


def form_on(address_of: Callable[..., str]) -> Callable[[View], View]:
    """`address_of` takes what the address holds and gives that of the page the form stands on."""

    def wrap(view: View) -> View:
        @require_http_methods(["GET", "HEAD", "POST"])
        @wraps(view)
        def asked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method == "POST":
                return view(request, *args, **kwargs)
            return redirect(address_of(*args, **kwargs))

        return asked

    return wrap
