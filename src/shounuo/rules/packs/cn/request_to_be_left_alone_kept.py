"""What the person asked for is kept: a channel, a place, a number, an hour.

FREQ-5, Civil Code art. 1033: nobody's peace is disturbed by calls, messages or mail without clear
consent. Which request closes what is house policy (`requests.EFFECTS`).
"""

from shounuo.rules import requests
from shounuo.rules.facts import Facts
from shounuo.rules.local_hours import zone
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.cn.clauses import house
from shounuo.rules.packs.cn.scope import SERVICE, outbound
from shounuo.rules.packs.cn.zone import ZONE
from shounuo.rules.rule import Rule
from shounuo.rules.verdict import Reason

RULE = Rule("cn", "FREQ-5", __name__, house("after Civil Code art. 1033"))


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies what a request in force closes; a duty's notice or reply still goes out."""
    del numbers
    proposed = facts.proposed
    if not outbound(facts) or proposed.purpose in SERVICE:
        return None
    local = proposed.when.astimezone(zone(ZONE))
    for request in facts.requests:
        if not requests.binds(request, proposed.when, local.date()):
            continue
        if requests.closes(request, proposed, local):
            ends = requests.opens(request, local)
            told = {"request": request.kind}
            return RULE.deny(told, opens=ends, instead=("another_channel",))
    return None
