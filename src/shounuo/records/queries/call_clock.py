"""By which clock a call is told: by that of the law it stands under, wherever the desk that reads it is."""

from __future__ import annotations

import json
from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo

from shounuo.inspection.place import place_of
from shounuo.kernel.civil import zone_or
from shounuo.records.models import Case, Transcript
from shounuo.rules.packs.cn.zone import ZONE as MAINLAND

# For lists of readings: what `clock_of` reads beside the call itself.
READ_BESIDE = ("transcript__contact__case__lender", "transcript__contact__case__customer")


def clock_of(call: Transcript) -> tzinfo:
    """The customer's zone where it is known, as the law's hours are the customer's; else the lender's.

    The mainland has one civil time, whatever zone is on file there. A call that is no case's is told by
    the offset it was written down with.
    """
    if call.contact is not None:
        return clock_of_case(call.contact.case)
    body = json.loads(call.body)
    written = datetime.fromisoformat(body["as_of"]).tzinfo
    return ZoneInfo(MAINLAND) if place_of(body) == "CN" or written is None else written


def clock_of_case(case: Case) -> ZoneInfo:
    """The customer's zone where it is known, else the lender's; the mainland has one civil time."""
    own = "" if case.lender.country == "CN" else case.customer.zone
    return zone_or(own, case.lender.zone)
