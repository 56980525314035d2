"""At most three connected calls to one person a day, all agencies together.

FREQ-1 (interactive) and FREQ-2 (announcing), standard 5.3. The day is Beijing's. Calls the person
made do not count. A call in flight counts, so two collectors cannot both take the last one.
"""

from datetime import timedelta

from shounuo.rules.counting import is_by, is_of, may_be_connected, voice_contacts_of_day
from shounuo.rules.facts import Facts
from shounuo.rules.local_hours import local_day
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.cn.clauses import standard
from shounuo.rules.packs.cn.contacts_of_others_covered import has_share
from shounuo.rules.packs.cn.scope import by_voice, is_business
from shounuo.rules.packs.cn.shares import own_share
from shounuo.rules.packs.cn.zone import ZONE
from shounuo.rules.proposed import Channel
from shounuo.rules.rule import Rule
from shounuo.rules.verdict import Confidence, Reason

RULE = Rule("cn", "FREQ-1", __name__, standard("5.3"), ("connected_calls_per_day",))
ANNOUNCING = Rule(
    "cn", "FREQ-2", __name__, standard("5.3 (announcing calls)", Confidence.SECONDARY),
    ("announcing_calls_per_day",),
)  # fmt: skip


def connected_today(facts: Facts, numbers: Numbers, organisation: str | None = None) -> int:
    """Calls of the contact's day to the person that connected or may have (one party's, or all)."""
    day = local_day(facts.proposed.when, ZONE)
    assistant = numbers["house.assistant_pickup_is_connected"].value is True
    return sum(
        is_of(contact, facts.proposed)
        and may_be_connected(contact, assistant)
        and is_by(contact, organisation)
        for contact in voice_contacts_of_day(facts, day, ZONE)
    )


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies the call after the day's last one, or after the allotted share's last one."""
    if not by_voice(facts) or is_business(facts):
        return None
    rule = ANNOUNCING if facts.proposed.channel is not Channel.CALL else RULE
    limit = numbers.get(rule.reads[0])
    if limit is None:
        return None
    used = connected_today(facts, numbers)
    tomorrow = local_day(facts.proposed.when, ZONE) + timedelta(days=1)
    instead = ("send_text", "send_letter", "next_case")
    if used >= numbers.count(limit.key):
        return rule.deny({"used": used}, (limit,), opens=tomorrow, instead=instead)
    share = own_share(facts, "connected_share")
    if has_share(facts) and share is not None:
        own = connected_today(facts, numbers, facts.proposed.collector.organisation)
        if own >= share:
            told = {"used": own, "share": share}
            return rule.deny(told, (limit,), opens=tomorrow, instead=instead, say="share")
    return None
