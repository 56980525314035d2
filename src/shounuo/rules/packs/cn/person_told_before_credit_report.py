"""Adverse credit information is reported only after the person was told.

CR-1, credit reporting regulation art. 15: told beforehand; lawfully public information excepted.
"""

from datetime import datetime

from shounuo.rules.facts import Facts
from shounuo.rules.local_hours import local_day
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.cn.clauses import statute
from shounuo.rules.packs.cn.zone import ZONE
from shounuo.rules.proposed import Channel
from shounuo.rules.rule import Rule
from shounuo.rules.standing import Event
from shounuo.rules.verdict import Reason

RULE = Rule("cn", "CR-1", __name__, statute("credit_reporting_regulation", "15"))


def _told(event: Event, facts: Facts) -> bool:
    """Before the report; of a bare day it is known only from the next day on (Beijing)."""
    about = not event.debts or set(facts.proposed.debts) <= set(event.debts)
    if event.kind != "told_before_credit_report" or not about or event.when is None:
        return False
    if isinstance(event.when, datetime):
        return event.when < facts.proposed.when
    return event.when < local_day(facts.proposed.when, ZONE)


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies a report without a record that the person was told before."""
    del numbers
    if facts.proposed.channel is not Channel.CREDIT_REPORT:
        return None
    if facts.proposed.content.more.get("lawfully_public"):
        return None
    if any(_told(event, facts) for event in facts.events):
        return None
    return RULE.deny(instead=("send_credit_notice",))
