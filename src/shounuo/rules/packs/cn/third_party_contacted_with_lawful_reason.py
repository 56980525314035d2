"""A third party is contacted only with a lawful reason on file, to find or to relay.

3P-2 and 3P-4, standard and guideline: the customer died or has no capacity; or is lost: dead
numbers, or three failed calls with the next day reached, or three days out of reach.
"""

from datetime import timedelta

from shounuo.rules.facts import Facts
from shounuo.rules.local_hours import local_day
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.cn.clauses import guideline
from shounuo.rules.packs.cn.scope import outbound
from shounuo.rules.packs.cn.third_parties import is_third_party, reason_on_file
from shounuo.rules.packs.cn.zone import ZONE
from shounuo.rules.rule import Rule
from shounuo.rules.verdict import Confidence, Reason

RULE = Rule(
    "cn", "3P-4", __name__,
    guideline("third parties, lost contact (article number not read)", Confidence.SECONDARY),
    reads=("lost_contact_failed_calls", "lost_contact_days"),
)  # fmt: skip
PURPOSES = frozenset({"locate", "relay"})


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies a third party without the reason, and any purpose but finding or relaying."""
    calls = numbers.get("lost_contact_failed_calls")
    days = numbers.get("lost_contact_days")
    if not outbound(facts) or not is_third_party(facts):
        return None
    if facts.proposed.purpose not in PURPOSES:
        return RULE.deny({"purpose": facts.proposed.purpose}, say="purpose",
                         instead=("contact_customer",))  # fmt: skip
    in_force = tuple(use for use in (calls, days) if use is not None)
    wanted_calls = numbers.count(calls.key) if calls else None
    wanted_days = numbers.count(days.key) if days else None
    if reason_on_file(facts, wanted_calls, wanted_days):
        return None
    opens = None
    if reason_on_file(facts, wanted_calls, wanted_days, days_ahead=1):
        opens = local_day(facts.proposed.when, ZONE) + timedelta(days=1)
    return RULE.deny(uses=in_force, opens=opens, instead=("contact_customer",))
