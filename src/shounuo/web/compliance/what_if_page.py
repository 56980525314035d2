"""What if a number were another: last month's contacts through the changed pack, before it goes live."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from shounuo.access.permissions import Permission
from shounuo.kernel.text import Text
from shounuo.records.models import Contact
from shounuo.records.queries.gate_day import facts_of_past
from shounuo.rules.pack import BoundPack, load_pack, pack_names
from shounuo.rules.pack_diff import what_if, with_number
from shounuo.rules.parameters import Parameter
from shounuo.rules.verdict import Fact
from shounuo.settings import clock
from shounuo.web.signed_in import needs

DAYS = 31
MOST = 5000
BAD_NUMBER = Text("“{value}”不是整数，请填整数", '"{value}" is not a whole number; give one')


@needs(Permission.RULES_PUBLISH)
def show(request: HttpRequest) -> HttpResponse:
    """The form, and the outcome when a number was given. Nothing is changed by asking."""
    choices = {f"{pack}.{key}": number for pack in pack_names() for key, number in _numbers(pack)}
    key, value = request.GET.get("number", ""), request.GET.get("value", "").strip()
    context: dict[str, object] = {"choices": choices, "asked": key, "value": value, "days": DAYS}
    if key in choices and value:
        if not value.lstrip("-").isdecimal():
            context["problem"] = BAD_NUMBER.format(value=value)
        else:
            context["result"], context["contacts"] = _run(key, int(value))
    return render(request, "compliance/what_if.html", context)


def _numbers(pack: str) -> list[tuple[str, Parameter]]:
    """The numbers that are whole and in force: those a person can try another value for."""
    today = clock.now().date()
    rows = load_pack(pack).parameters.items()
    in_force = [(key, number, number.on(today)) for key, number in rows]
    return [
        (key, number)
        for key, number, use in in_force
        if use is not None and isinstance(use.value, int) and not isinstance(use.value, bool)
    ]


def _run(key: str, value: int) -> tuple[object, int]:
    now = clock.now()
    contacts = list(
        Contact.objects.filter(opened_at__gte=now - timedelta(days=DAYS), direction="outbound")
        .select_related("case__lender", "case__customer", "case__team", "point", "actor__team")
        .order_by("-opened_at")[:MOST]
    )
    owner, _, bare = key.partition(".")

    def change(bound: BoundPack) -> BoundPack:
        applies = bound.pack.name == owner and bound.numbers.uses.get(bare) is not None
        return with_number(bound, bare, _as_fact(value)) if applies else bound

    return what_if(facts_of_past(contacts, now), change), len(contacts)


def _as_fact(value: int) -> Fact:
    return value
