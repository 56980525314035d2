"""A moment told by the clock it stands under; the zone is named where that is not the house's."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from babel.dates import get_timezone_location
from django import template
from django.utils import dateformat, timezone

from shounuo.kernel.text import Text
from shounuo.records.models import Case, Transcript
from shounuo.records.queries.call_clock import clock_of, clock_of_case
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


@register.filter
def day_for(moment: datetime, case: Case) -> str:
    """When something of a case opens or is due, by the clock its calls are told by."""
    return _told(moment.astimezone(clock_of_case(case)), "m-d H:i")


@register.filter
def day_in(moment: datetime, zone: str) -> str:
    """A moment of a team's day, by the clock of its lender's zone."""
    return _told(moment.astimezone(ZoneInfo(zone)), "m-d H:i")


@register.filter
def hour_for(moment: datetime, case: Case) -> str:
    """The hour alone: until 20:55 洛杉矶时间."""
    return _told(moment.astimezone(clock_of_case(case)), "H:i")


def _by_its_clock(moment: datetime, call: Transcript, form: str) -> str:
    return _told(moment.astimezone(clock_of(call)), form)


def _told(local: datetime, form: str) -> str:
    told = dateformat.format(local, form)
    house = local.astimezone(timezone.get_current_timezone())
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
