"""A customer known to be in another time zone is not disturbed in that place's night either.

House policy: the texts read hours on Beijing's clock; a person abroad sleeps by the local one. All
known places count at once; a zone nobody recognises needs somebody to look.
"""

from zoneinfo import ZoneInfoNotFoundError

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.cn.clauses import house
from shounuo.rules.packs.cn.closed_hours import agreed_by_person, expected_duration, opens_at
from shounuo.rules.packs.cn.scope import NO_HOUR, outbound
from shounuo.rules.packs.cn.zone import MAINLAND
from shounuo.rules.proposed import Role
from shounuo.rules.rule import Rule
from shounuo.rules.verdict import Reason

HOURS = ("house.business_night_from", "house.business_night_until")
RULE = Rule("cn", "HOUSE/ABROAD", __name__, house("customers abroad"), HOURS,
            override="night_contact")  # fmt: skip


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies a contact in the night of any known place outside the mainland."""
    if not outbound(facts) or facts.proposed.channel in NO_HOUR:
        return None
    if facts.proposed.role is not Role.CUSTOMER:
        return None
    abroad = sorted({place.zone for place in facts.customer.locations} - MAINLAND)
    if agreed_by_person(facts, "night_contact", expected_duration(facts, numbers)):
        return None
    for place in abroad:
        try:
            opens = opens_at(facts, numbers, HOURS, place)
        except (ZoneInfoNotFoundError, ValueError):
            return RULE.review({"zone": place}, say="unknown", instead=("complete_facts",))
        if opens is not None:
            return RULE.deny({"zone": place}, opens=opens, instead=("wait",))
    return None
