"""A collection letter holds the parts the measures list.

LTR-1, credit card measures art. 69: name and balance; reason and rules; rights and duties; how to
query, repay, object and give evidence; contact; official seal. Other debts' letters: the same list.
"""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.cn.clauses import card_measures
from shounuo.rules.packs.cn.scope import collects
from shounuo.rules.proposed import Channel
from shounuo.rules.rule import Rule
from shounuo.rules.verdict import Reason

RULE = Rule("cn", "LTR-1", __name__, card_measures("69"))
PARTS = (
    "name_and_balance",
    "reason_and_rules",
    "rights_and_duties",
    "query_repay_object",
    "contact",
    "official_seal",
)


def missing_parts(elements: frozenset[str]) -> tuple[str, ...]:
    """The required parts that a letter lacks, in the list's order."""
    return tuple(part for part in PARTS if part not in elements)


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies a collection letter that lacks a part."""
    del numbers
    if facts.proposed.channel is not Channel.MAIL or not collects(facts):
        return None
    missing = missing_parts(facts.proposed.content.elements)
    if not missing:
        return None
    return RULE.deny({"missing": ", ".join(missing)}, instead=("letter_template",))
