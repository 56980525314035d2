"""The day's counters of a voice contact: connected to the person, unanswered on the number."""

from __future__ import annotations

from datetime import timedelta

from shounuo.rules.counters import Counter
from shounuo.rules.facts import Facts
from shounuo.rules.local_hours import local_day
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.cn import attempts_on_number_stay_within_day as attempts
from shounuo.rules.packs.cn import connected_calls_stay_within_day as connected
from shounuo.rules.packs.cn.contacts_of_others_covered import has_share
from shounuo.rules.packs.cn.scope import by_voice, is_business
from shounuo.rules.packs.cn.shares import Kind, own_share
from shounuo.rules.packs.cn.zone import ZONE
from shounuo.rules.proposed import Channel
from shounuo.rules.rule import Rule


def counters(facts: Facts, numbers: Numbers) -> tuple[Counter, ...]:
    """None for a message, an inbound call or a business debt: they use no counter."""
    if not by_voice(facts) or is_business(facts):
        return ()
    announcing = facts.proposed.channel is not Channel.CALL
    rule = connected.ANNOUNCING if announcing else connected.RULE
    own = facts.proposed.collector.organisation if has_share(facts) else None
    found = (
        _counter(facts, numbers, rule, "connected_share",
                 connected.connected_today(facts, numbers, own)),
        _counter(facts, numbers, attempts.RULE, "attempts_share",
                 attempts.attempts_today(facts, numbers, own)),
    )  # fmt: skip
    return tuple(counter for counter in found if counter is not None)


def _counter(facts: Facts, numbers: Numbers, rule: Rule, share: Kind, used: int) -> Counter | None:
    """Under an allotted share its own size is the limit, and only our contacts use it."""
    if numbers.get(rule.reads[0]) is None:
        return None
    limit = numbers.count(rule.reads[0])
    allotted = own_share(facts, share)
    if allotted is not None:
        limit = min(limit, allotted)
    tomorrow = local_day(facts.proposed.when, ZONE) + timedelta(days=1)
    return Counter("cn", rule.check, rule.id, used, limit, tomorrow)
