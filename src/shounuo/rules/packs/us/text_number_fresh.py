"""The text number stands in one of the two procedures of 1006.6(d)(5).

(i) the consumer wrote by text from it about the debt, or (ii) consented directly to texts; and within
the past 60 days wrote, consented, or the number was checked against a complete database as not
reassigned since. A call from the number is not enough (comment 6(d)(5)(i)-1). Outside them the safe
harbor is lost: somebody decides. Without a history (`more["text_number"]`) nothing is judged here.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.us.answer import noted, prohibited, undecided
from shounuo.rules.packs.us.moments import day, home_zone, today
from shounuo.rules.packs.us.people import to_consumer
from shounuo.rules.proposed import Channel
from shounuo.rules.verdict import Reason

CHECK, CLAUSE = "text_number_fresh", "1006.6(d)(5)"
USED = ("text_freshness_days",)


def _day(value: object, facts: Facts) -> date | None:
    return day(value, home_zone(facts)) if isinstance(value, (date, datetime)) else None


def _fresh(basis: date, number: Mapping[str, Any], facts: Facts, days: int) -> bool:
    """The basis itself, or a check made since it, lies within the past `days` days."""
    oldest = today(facts) - timedelta(days=days)
    checked = _day(number.get("reassigned_db_check"), facts)
    renewed = checked is not None and checked >= basis
    return oldest <= basis or (renewed and checked is not None and oldest <= checked)


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Notes the safe harbor, asks for a look, or denies after an opt-out from texts."""
    number = facts.more.get("text_number")
    if facts.proposed.channel is not Channel.TEXT or not to_consumer(facts) or number is None:
        return None
    if number.get("opt_out") is True:
        return prohibited(CHECK, "1006.14(h)(1)", "opted_out", facts={"safe_harbor": False})
    shown = number.get("known_prohibited_disclosure") not in (None, False)
    gone = shown or number.get("reassigned") is True
    bases = [_day(number.get(key), facts) for key in ("consumer_last_text", "consent")]
    days = numbers.count("text_freshness_days")
    known = [basis for basis in bases if basis is not None and basis <= today(facts)]
    if not gone and any(_fresh(basis, number, facts, days) for basis in known):
        return noted(CHECK, CLAUSE, "kept", facts={"safe_harbor": True})
    return undecided(
        CHECK, CLAUSE, "stale" if known else "never_texted", facts={"safe_harbor": False},
        used=USED, numbers=numbers, instead=("check_reassigned", "send_letter"),
    )  # fmt: skip
