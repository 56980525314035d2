"""How long a contact takes, and whether closed hours touch it: shared by the checks of hours."""

from __future__ import annotations

from datetime import datetime, timedelta

from shounuo.rules.facts import Facts
from shounuo.rules.local_hours import opening_after
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.cn.scope import recorded
from shounuo.rules.proposed import VOICE, Channel


def expected_duration(facts: Facts, numbers: Numbers) -> timedelta:
    """As said with the contact; else as the house takes it; a message takes no time.

    Nobody shortens a call by expecting it to take no time.
    """
    channel, said = facts.proposed.channel, facts.proposed.expected_duration
    if channel not in VOICE and channel is not Channel.VISIT:
        return timedelta(0)
    key = "assumed_visit_minutes" if channel is Channel.VISIT else "assumed_call_minutes"
    assumed = timedelta(minutes=numbers.count(f"house.{key}"))
    return said or assumed


def opens_at(facts: Facts, numbers: Numbers, names: tuple[str, str], place: str) -> datetime | None:
    """None if the whole contact lies in open hours there; else when they open."""
    closes, opens = (numbers.clock(name) for name in names)
    lasts = expected_duration(facts, numbers)
    return opening_after(facts.proposed.when, lasts, closes, opens, place)


def agreed_by_person(facts: Facts, kind: str, lasts: timedelta) -> bool:
    """The person agreed, on record, to the hours of the whole contact."""
    person, start = facts.proposed.person_id, facts.proposed.when
    return recorded(facts, kind, person) and recorded(facts, kind, person, at=start + lasts)
