"""Contact only between 8:00 and 21:00 at the consumer's location, at all known locations at once.

1006.6(b)(1)(i): "a time before 8:00 a.m. and after 9:00 p.m. local time at the consumer's location
is inconvenient". An electronic message occurs when it is sent (comment 6(b)(1)(i)-1). With several
locations: convenient in all of them (-2).
Unsettled: the very minutes of 8:00 and 21:00. The text bars "before" and "after"; the comment's
examples say "after 8:00" and "before 9:00". Decided here once: nobody is contacted in that minute
without a release. A letter has no hour. No location known: nobody can say, so a release is needed.
Unsettled: the hours of a third party, whom 1006.6(b) does not name. Nobody's night is disturbed unasked
(1006.14(a): "any person"): outside the hours where the consumer lives, somebody looks.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.us.answer import noted, prohibited, undecided
from shounuo.rules.packs.us.consumer_initiated import in_session, unanswered
from shounuo.rules.packs.us.moments import at, home_zone, zones
from shounuo.rules.packs.us.people import to_consumer, to_third_party
from shounuo.rules.packs.us.time_consent import consented_from, consented_now
from shounuo.rules.proposed import Channel, Direction
from shounuo.rules.verdict import Reason

CHECK, CLAUSE, HARASSING = "local_hours_kept", "1006.6(b)(1)(i)", "1006.14(a)"
USED = ("convenient_from", "convenient_until")
NO_HOUR = frozenset({Channel.MAIL, Channel.POSTCARD})
TESTED = {"check": "timewindow"}


def _clocks(facts: Facts, moment: datetime) -> list[time]:
    return [
        moment.astimezone(zone).time().replace(second=0, microsecond=0) for zone in zones(facts)
    ]


def _inside(facts: Facts, moment: datetime, opens: time, closes: time) -> bool:
    return all(opens <= clock <= closes for clock in _clocks(facts, moment))


def _candidates(moment: datetime, zone: ZoneInfo, opens: time) -> list[datetime]:
    first = moment.astimezone(zone).date()
    return [at(first + timedelta(days=ahead), opens, zone) for ahead in range(3)]


def next_opening(facts: Facts, opens: time, closes: time) -> datetime | None:
    """The first later moment convenient everywhere or consented to, in the consumer's zone."""
    now = facts.proposed.when
    found = [
        moment
        for zone in zones(facts)
        for moment in _candidates(now, zone, opens)
        if moment > now and _inside(facts, moment, opens, closes)
    ]
    home = home_zone(facts)
    for clock in consented_from(facts):
        found += [moment for moment in _candidates(now, home, clock) if moment > now]
    return min(found).astimezone(home_zone(facts)) if found else None


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies outside the hours, asks for a look on their very edge or without a location."""
    proposed = facts.proposed
    if proposed.channel in NO_HOUR:
        return None
    if not to_consumer(facts):
        return _others_night(facts, numbers)
    if proposed.direction is Direction.INBOUND or in_session(facts) or consented_now(facts):
        return None
    if not zones(facts):
        return undecided(CHECK, CLAUSE, "place_unknown", instead=("complete_facts",))
    opens, closes = numbers.clock("convenient_from"), numbers.clock("convenient_until")
    if not _inside(facts, proposed.when, opens, closes):
        return _outside(facts, numbers, opens, closes)
    if {opens, closes} & set(_clocks(facts, proposed.when)):
        said = {"literal_reading": True, "strict_reading": False, **TESTED}
        return undecided(CHECK, CLAUSE, "edge", facts=said, used=USED, numbers=numbers)
    return noted(CHECK, CLAUSE, "kept", facts=TESTED, used=USED, numbers=numbers)


def _outside(facts: Facts, numbers: Numbers, opens: time, closes: time) -> Reason:
    """An unanswered message of the consumer this hour may show the hour suits: somebody looks."""
    recent = facts.proposed.when - timedelta(hours=1)
    answer = undecided if unanswered(facts, since=recent) else prohibited
    return answer(
        CHECK, CLAUSE, "outside", facts=TESTED, used=USED, numbers=numbers,
        earliest_next=next_opening(facts, opens, closes), instead=("wait", "send_letter"),
        override="consent_to_time",
    )  # fmt: skip


def _others_night(facts: Facts, numbers: Numbers) -> Reason | None:
    """A third party called or written to at night, as far as the consumer's place tells."""
    opens, closes = numbers.clock("convenient_from"), numbers.clock("convenient_until")
    if facts.proposed.direction is Direction.INBOUND or not to_third_party(facts):
        return None
    if _inside(facts, facts.proposed.when, opens, closes):
        return None
    return undecided(
        CHECK, HARASSING, "others_night", used=USED, numbers=numbers,
        earliest_next=next_opening(facts, opens, closes), instead=("wait",),
    )  # fmt: skip
