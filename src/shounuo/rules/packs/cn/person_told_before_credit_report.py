"""Adverse credit information is reported only after the person was told.

CR-1, credit reporting regulation art. 15: told beforehand; lawfully public information excepted.
"""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.cn.clauses import statute
from shounuo.rules.proposed import Channel
from shounuo.rules.rule import Rule
from shounuo.rules.standing import Event
from shounuo.rules.verdict import Reason

RULE = Rule("cn", "CR-1", __name__, statute("credit_reporting_regulation", "15"))


def _told(event: Event, facts: Facts) -> bool:
    about = not event.debts or set(facts.proposed.debts) <= set(event.debts)
    if event.kind != "told_before_credit_report" or not about or event.when is None:
        return False
    told = event.when
    day = told.date() if hasattr(told, "date") else told
    return day <= facts.proposed.when.date()


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
