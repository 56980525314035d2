"""A letter goes out sealed and shows no debt on its cover.

LTR-2, after Personal Information Protection Law art. 6: the text of the letter rule was not
available; that the cover is silent follows from the least intrusion. House policy until read.
"""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.cn.clauses import house
from shounuo.rules.proposed import Channel
from shounuo.rules.rule import Rule
from shounuo.rules.verdict import Reason

RULE = Rule("cn", "LTR-2", __name__, house("after Personal Information Protection Law art. 6"))


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies a letter known to be open or to show the debt outside."""
    del numbers
    if facts.proposed.channel is not Channel.MAIL:
        return None
    more = facts.proposed.content.more
    if more.get("sealed") is False or more.get("cover_shows_debt"):
        return RULE.deny(instead=("seal_letter",))
    return None
