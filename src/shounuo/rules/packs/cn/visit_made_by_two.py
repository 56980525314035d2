"""At least two collectors make a visit together.

VIS-1, guideline art. 22. Both are named before they leave.
"""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.cn.clauses import guideline
from shounuo.rules.proposed import Channel
from shounuo.rules.rule import Rule
from shounuo.rules.verdict import Confidence, Reason

LEAST = "visit_collectors_at_least"
RULE = Rule("cn", "VIS-1", __name__, guideline("22", Confidence.ONE_REPORT), (LEAST,))


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies a visit by fewer distinct named collectors than the rule wants."""
    least = numbers.get(LEAST)
    if least is None or facts.proposed.channel is not Channel.VISIT:
        return None
    named = set(facts.proposed.visit.collectors) if facts.proposed.visit else set()
    named.discard("")
    if len(named) >= numbers.count(LEAST):
        return None
    return RULE.deny({"named": len(named)}, (least,), instead=("add_collector",))
