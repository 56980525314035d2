"""A third party who refused is never contacted again.

3P-3, standard: after a clear refusal or a request to stop, no further contact; 3P-5, guideline: a
refusal ends it. No consent, no release, no later reason reopens it.
"""

from datetime import datetime

from shounuo.rules.facts import Facts
from shounuo.rules.local_hours import local_day
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.cn.clauses import standard
from shounuo.rules.packs.cn.scope import outbound
from shounuo.rules.packs.cn.third_parties import is_third_party
from shounuo.rules.packs.cn.zone import ZONE
from shounuo.rules.rule import Rule
from shounuo.rules.standing import Request
from shounuo.rules.verdict import Reason

RULE = Rule("cn", "3P-3", __name__, standard("5.3"))
REFUSALS = frozenset({"third_party_refuses", "stop_all", "stop_calling"})


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies every outbound contact to a third party who asked to be left alone."""
    del numbers
    if not outbound(facts) or not is_third_party(facts):
        return None
    for request in facts.requests:
        theirs = request.kind in REFUSALS and request.by in (None, facts.proposed.person_id)
        if theirs and _received(request, facts):
            return RULE.deny({"refused": request.received}, instead=("next_case",))
    return None


def _received(request: Request, facts: Facts) -> bool:
    """By the contact's moment; a day from its first minute, a time not known always."""
    received = request.received
    if isinstance(received, datetime):
        return received <= facts.proposed.when
    return received is None or received <= local_day(facts.proposed.when, ZONE)
