"""Where nothing else was agreed, no collection from 22:00 to 08:00.

TIME-2, standard 5.3: holds unless the parties agreed otherwise. Kept beside TIME-1: the stricter of
the two decides. The hours stand in `parameters/standard_night_*.yaml`.
"""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.cn.clauses import standard
from shounuo.rules.packs.cn.closed_hours import agreed_by_person, expected_duration, opens_at
from shounuo.rules.packs.cn.scope import NO_HOUR, is_business, outbound
from shounuo.rules.packs.cn.zone import ZONE
from shounuo.rules.rule import Rule
from shounuo.rules.verdict import Reason

HOURS = ("standard_night_from", "standard_night_until")
RULE = Rule("cn", "TIME-2", __name__, standard("5.3"), HOURS, override="night_contact")


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
