"""No collection by any channel from 22:00 to 08:00 without the customer's consent.

TIME-1, guideline: calls, visits and other collection, each night. A call opened shortly before the
closing hour has to end by it. The hours stand in `parameters/guideline_night_*.yaml`.
"""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.cn.clauses import guideline
from shounuo.rules.packs.cn.closed_hours import agreed_by_person, expected_duration, opens_at
from shounuo.rules.packs.cn.scope import NO_HOUR, is_business, outbound
from shounuo.rules.packs.cn.zone import ZONE
from shounuo.rules.rule import Rule
from shounuo.rules.verdict import Reason

HOURS = ("guideline_night_from", "guideline_night_until")
RULE = Rule(
    "cn",
    "TIME-1",
    __name__,
    guideline("no night collection (article number not read)"),
    HOURS,
    override="night_contact",
)


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies a contact that closed hours touch, Beijing time, from start to expected end."""
    if any(numbers.get(key) is None for key in HOURS) or not outbound(facts):
        return None
    if facts.proposed.channel in NO_HOUR or is_business(facts):
        return None
    opens = opens_at(facts, numbers, HOURS, ZONE)
    lasts = expected_duration(facts, numbers)
    if opens is None or agreed_by_person(facts, "night_contact", lasts):
        return None
    uses = tuple(numbers[key] for key in HOURS)
    minutes = int(lasts.total_seconds() // 60)
    return RULE.deny({"minutes": minutes}, uses, opens=opens, instead=("wait", "send_letter"))
