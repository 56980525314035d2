"""A complaint holds all the customer's accounts until it is answered.

COMP-1, complaint measures (2020): every reasonable complaint is taken and decided in time. That
collection rests meanwhile is the gate's step two and house policy.
"""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.cn.clauses import statute
from shounuo.rules.packs.cn.scope import collects
from shounuo.rules.rule import Rule
from shounuo.rules.verdict import Confidence, Reason

RULE = Rule(
    "cn", "COMP-1", __name__,
    statute("complaint_measures", "time limits (article number not read)", Confidence.PRESS),
)  # fmt: skip


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies collecting from any account of a customer whose complaint stands."""
    del numbers
    if not collects(facts):
        return None
    for hold in facts.holds:
        if hold.kind == "complaint" and hold.stands(facts.proposed.when):
            told = {"since": hold.since, "source": hold.source, "deadline": hold.deadline}
            return RULE.deny(told, instead=("answer_complaint",))
    return None
