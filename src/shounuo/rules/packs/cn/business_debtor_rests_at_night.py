"""A person is not disturbed at night about a business debt either.

House policy: guideline and standard speak of consumer debts; Civil Code art. 1033 protects
everybody's peace without naming hours.
"""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.cn.clauses import house
from shounuo.rules.packs.cn.closed_hours import agreed_by_person, expected_duration, opens_at
from shounuo.rules.packs.cn.scope import NO_HOUR, is_business, outbound
from shounuo.rules.packs.cn.zone import ZONE
from shounuo.rules.rule import Rule
from shounuo.rules.verdict import Reason

HOURS = ("house.business_night_from", "house.business_night_until")
RULE = Rule("cn", "HOUSE/BUSINESS-NIGHT", __name__, house("business debts"), HOURS,
            override="night_contact")  # fmt: skip


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies a contact about business debts that the house's closed hours touch."""
    if not outbound(facts) or facts.proposed.channel in NO_HOUR or not is_business(facts):
        return None
    opens = opens_at(facts, numbers, HOURS, ZONE)
    lasts = expected_duration(facts, numbers)
    if opens is None or agreed_by_person(facts, "night_contact", lasts):
        return None
    return RULE.deny(uses=tuple(numbers[key] for key in HOURS), opens=opens, instead=("wait",))
