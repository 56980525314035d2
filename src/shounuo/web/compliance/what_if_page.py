"""What if a number were another: last month's contacts through the changed pack, before it goes live."""

from __future__ import annotations

import re
from dataclasses import dataclass
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
from shounuo.rules.rule_page import rule_pages
from shounuo.rules.verdict import Fact
from shounuo.settings import clock
from shounuo.web.signed_in import needs

DAYS = 31
MOST = 5000
CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
BAD_NUMBER = Text(
    "“{value}”不是整数，也不是这里要的时刻（如 21:00）",
    '"{value}" is neither a whole number nor, where one is asked for, a time such as 21:00',
)
TIME = "local_time"


@dataclass(frozen=True, slots=True)
class Choice:
    """A number somebody can try another value for, and its value today."""

    number: Parameter
    now: object


@needs(Permission.RULES_PUBLISH)
def show(request: HttpRequest) -> HttpResponse:
    """The form, and the outcome when a number was given. Nothing is changed by asking."""
    choices = {f"{pack}.{key}": one for pack in pack_names() for key, one in _numbers(pack)}
    key, value = request.GET.get("number", ""), request.GET.get("value", "").strip()
    context: dict[str, object] = {
        "groups": [
            (pack, [(name, one) for name, one in choices.items() if name.startswith(f"{pack}.")])
            for pack in pack_names()
        ],
        "asked": key, "value": value, "days": DAYS,
    }  # fmt: skip
    if key in choices and value:
        tried = _value(choices[key].number, value)
        if tried is None:
            context["problem"] = BAD_NUMBER.format(value=value)
        else:
            context["result"], context["contacts"] = _run(key, tried)
    return render(request, "compliance/what_if.html", context)


def _value(number: Parameter, text: str) -> Fact:
    """The text as a value of that number; None if it is none."""
    if number.unit == TIME:
        return text if CLOCK.fullmatch(text) else None
    return int(text) if text.lstrip("-").isdecimal() else None


def _numbers(pack: str) -> list[tuple[str, Choice]]:
    """The whole numbers and times in force that some check of the pack reads: only they can change
    what the gate says.
    """
    today = clock.now().date()
    read = {number.key: number for page in rule_pages(pack) for number in page.numbers}
    found = []
    for key, number in read.items():
        use = number.on(today) if key in load_pack(pack).parameters else None
        whole = use is not None and isinstance(use.value, int) and not isinstance(use.value, bool)
        if use is not None and (whole or number.unit == TIME):
            found.append((key, Choice(number, use.value)))
    return found


def _run(key: str, value: Fact) -> tuple[object, int]:
    now = clock.now()
    contacts = list(
        Contact.objects.filter(opened_at__gte=now - timedelta(days=DAYS), direction="outbound")
        .select_related("case__lender", "case__customer", "case__team", "point", "actor__team")
        .order_by("-opened_at")[:MOST]
    )
    owner, _, bare = key.partition(".")

    def change(bound: BoundPack) -> BoundPack:
        applies = bound.pack.name == owner and bound.numbers.uses.get(bare) is not None
        return with_number(bound, bare, value) if applies else bound

    return what_if(facts_of_past(contacts, now), change), len(contacts)
