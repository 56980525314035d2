"""The validation notice goes out in time and tells a true end date: 1006.34(a)(1), (b)(5), (e).

Within five calendar days of the initial communication unless the information was in it; not at all
if the debt was paid before ((a)(2)). The period ends 30 days after the consumer receives, or is
assumed to receive, the information: at the earliest five business days after it is provided. A second
notice after an undelivered one starts anew (comment 34(b)(5)-2). In another language only with, or
after, the English one ((e)(1)).
"""

from __future__ import annotations

from datetime import date, timedelta

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.us.answer import noted, prohibited
from shounuo.rules.packs.us.business_days import business_days_after
from shounuo.rules.packs.us.moments import day, home_zone, today
from shounuo.rules.verdict import Fact, Reason

CHECK, CLAUSE = "validation_notice_in_time", "1006.34"
NOTICE, SENT = "validation_notice", "validation_notice_mailed"
USED = ("validation_notice_days", "assumed_receipt_days", "validation_period_days")
ENGLISH = "en"


def period_end(sent: date, numbers: Numbers) -> tuple[date, date]:
    """The earliest assumed receipt and the earliest end of the validation period."""
    received = business_days_after(sent, numbers.count("assumed_receipt_days"))
    return received, received + timedelta(days=numbers.count("validation_period_days"))


def deadline(facts: Facts, numbers: Numbers) -> date | None:
    """The last day for the first notice; None if nothing began or nothing is owed any more."""
    zone = home_zone(facts)
    begun = [
        day(event.when, zone)
        for event in facts.events
        if event.kind == "initial_communication" and event.when is not None
        and event.more.get("validation_info_given") is not True
    ]  # fmt: skip
    if not begun:
        return None
    return min(begun) + timedelta(days=numbers.count("validation_notice_days"))


def _paid_by(facts: Facts, until: date) -> bool:
    zone = home_zone(facts)
    return any(
        event.kind == "debt_paid" and event.when is not None and day(event.when, zone) <= until
        for event in facts.events
    )


def _sent_before(facts: Facts) -> bool:
    zone = home_zone(facts)
    return any(
        event.kind == SENT and event.when is not None and day(event.when, zone) < today(facts)
        for event in facts.events
    )


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies a notice too late, with too early an end date, or not in English."""
    content = facts.proposed.content
    if content.kind != NOTICE:
        return None
    received, ends = period_end(today(facts), numbers)
    said: dict[str, Fact] = {
        "computed.assumed_receipt_earliest": received,
        "computed.validation_period_end_earliest": ends,
    }
    latest, again = deadline(facts, numbers), _sent_before(facts)
    if latest is not None:
        said["deadline"] = latest
    told = content.more.get("period_end_disclosed")
    languages = set(content.more.get("languages") or (ENGLISH,))
    if told is not None and day(told, home_zone(facts)) < ends:
        return prohibited(CHECK, "1006.34(b)(5)", "end", facts=said, used=USED, numbers=numbers)
    if ENGLISH not in languages and not again:
        return prohibited(CHECK, "1006.34(e)(1)", "language", facts=said)
    if latest is not None and today(facts) > latest and not again and not _paid_by(facts, latest):
        clause = "1006.34(a)(1)(i)(B)"
        return prohibited(CHECK, clause, "late", facts=said, used=USED, numbers=numbers)
    return noted(CHECK, "1006.34(a)(1)", "kept", facts=said, used=USED, numbers=numbers)
