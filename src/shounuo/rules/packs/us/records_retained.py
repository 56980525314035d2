"""Records are kept: 1006.100.

(a) Evidence of compliance, from the beginning of collecting until three years after the last
collection activity; (b) a recorded call for three years after the date of the call, whatever happens
to the debt. Deleting is open on the day after that day. Without a known last day nothing is deleted.
"""

from __future__ import annotations

from datetime import date, timedelta

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.us.answer import noted, prohibited, undecided
from shounuo.rules.packs.us.moments import day, home_zone, today, years_later
from shounuo.rules.proposed import Channel
from shounuo.rules.verdict import Fact, Reason

CHECK, CLAUSE = "records_retained", "1006.100"
USED = ("retention_years",)
RECORDINGS, ACTIVITY = ("recorded_call",), ("last_collection_activity", "collection_activity")
CLAUSES = {
    Channel.DELETE_RECORDING: ("1006.100(b)", RECORDINGS),
    Channel.DELETE_RECORDS: ("1006.100(a)", ACTIVITY),
}


def retain_until(facts: Facts, numbers: Numbers, kinds: tuple[str, ...]) -> date | None:
    """The last day of retention, from the latest of these events; None if none is known."""
    zone = home_zone(facts)
    dates = [day(e.when, zone) for e in facts.events if e.kind in kinds and e.when is not None]
    return years_later(max(dates), numbers.count("retention_years")) if dates else None


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies a deletion within the period, until the day after it."""
    if facts.proposed.channel not in CLAUSES:
        return None
    clause, kinds = CLAUSES[facts.proposed.channel]
    until = retain_until(facts, numbers, kinds)
    if until is None:
        return undecided(CHECK, clause, "unknown", instead=("complete_facts",))
    said: dict[str, Fact] = {"retain_until": until}
    if today(facts) > until:
        return noted(CHECK, clause, "over", facts=said, used=USED, numbers=numbers)
    return prohibited(
        CHECK, clause, "running", facts=said, used=USED, numbers=numbers,
        earliest_next=until + timedelta(days=1),
    )  # fmt: skip
