"""When a call was, told by its own clock; the zone is named where that is not the house's."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from babel.dates import get_timezone_location
from django import template
from django.utils import dateformat, timezone

from shounuo.kernel.text import Text
from shounuo.records.models import Transcript
from shounuo.records.queries.call_clock import clock_of
from shounuo.web.templatetags.trade import said

register = template.Library()


@register.filter
def call_time(call: Transcript, form: str = "m-d H:i") -> str:
    """When a call was made: 11-26 10:00 洛杉矶时间."""
    return _by_its_clock(call.called_at, call, form)


@register.filter
def by_clock_of(moment: datetime, call: Transcript) -> str:
    """Another moment of a call, told as the call is."""
    return _by_its_clock(moment, call, "m-d H:i")


def _by_its_clock(moment: datetime, call: Transcript, form: str) -> str:
    local = moment.astimezone(clock_of(call))
    told = dateformat.format(local, form)
    house = moment.astimezone(timezone.get_current_timezone())
    same = local.utcoffset() == house.utcoffset()
    return told if same else f"{told} {_zone_name(local)}"


def _zone_name(local: datetime) -> str:
    """By its city, as people say it; an offset by itself."""
    if not isinstance(local.tzinfo, ZoneInfo):
        return str(local.tzinfo)
    zh, en = (
        get_timezone_location(local.tzinfo, locale=spoken, return_city=True)
        for spoken in ("zh_Hans", "en")
    )
    return said(Text(f"{zh}时间", f"{en} time"))
