"""A debt is never posted or shown where others see it.

COND-5, guideline: no collection notice or lawyer's letter in a public place. LTR-2: an open postcard
shows the debt to everybody who carries it.
"""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.cn.clauses import guideline
from shounuo.rules.proposed import Channel
from shounuo.rules.rule import Rule
from shounuo.rules.verdict import Reason

RULE = Rule("cn", "COND-5", __name__, guideline("prohibited conduct (article number not read)"))
PUBLIC = frozenset({Channel.PUBLIC_NOTICE, Channel.SOCIAL_PUBLIC, Channel.POSTCARD})


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies every public channel; there is no consent to it."""
    del numbers
    if facts.proposed.channel not in PUBLIC:
        return None
    return RULE.deny({"channel": facts.proposed.channel}, instead=("send_letter",))
