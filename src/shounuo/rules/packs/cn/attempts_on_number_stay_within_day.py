"""At most six unanswered attempts on one number a day.

FREQ-3, guideline: it should not be tried more often; kept as a limit. A counter of its own beside
the connected calls. Calls in flight count; another agreement with the customer, on record, lifts it.
"""

from datetime import timedelta

from shounuo.rules.counting import is_by, is_on, may_be_unanswered, voice_contacts_of_day
from shounuo.rules.facts import Facts
from shounuo.rules.local_hours import local_day
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.cn.clauses import guideline
from shounuo.rules.packs.cn.contacts_of_others_covered import has_share
from shounuo.rules.packs.cn.scope import by_voice, is_business, recorded
from shounuo.rules.packs.cn.shares import own_share
from shounuo.rules.packs.cn.zone import ZONE
from shounuo.rules.rule import Rule
from shounuo.rules.verdict import Reason

LIMIT = "unanswered_attempts_per_number_per_day"
RULE = Rule(
    "cn", "FREQ-3", __name__, guideline("attempts on one contact (article number not read)"),
    (LIMIT,), override="frequency_agreement",
)  # fmt: skip


def attempts_today(facts: Facts, numbers: Numbers, organisation: str | None = None) -> int:
    """Attempts of the contact's day on its number that were, or may end, unanswered."""
    day = local_day(facts.proposed.when, ZONE)
    address = facts.proposed.address
    assistant = numbers["house.assistant_pickup_is_connected"].value is True
    return sum(
        is_on(contact, address.id if address else None)
        and may_be_unanswered(contact, assistant)
        and is_by(contact, organisation)
        for contact in voice_contacts_of_day(facts, day, ZONE)
    )


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies the attempt after the number's last one of the day, or after the share's."""
    limit = numbers.get(LIMIT)
    if limit is None or not by_voice(facts) or is_business(facts):
        return None
    tomorrow = local_day(facts.proposed.when, ZONE) + timedelta(days=1)
    used, instead = attempts_today(facts, numbers), ("another_number", "send_text", "next_case")
    agreed = recorded(facts, "frequency_agreement", facts.proposed.person_id)
    if used >= numbers.count(LIMIT) and not agreed:
        return RULE.deny({"used": used}, (limit,), opens=tomorrow, instead=instead)
    share = own_share(facts, "attempts_share")
    if has_share(facts) and share is not None:
        own = attempts_today(facts, numbers, facts.proposed.collector.organisation)
        if own >= share:
            told = {"used": own, "share": share}
            return RULE.deny(told, (limit,), opens=tomorrow, instead=instead, say="share")
    return None
