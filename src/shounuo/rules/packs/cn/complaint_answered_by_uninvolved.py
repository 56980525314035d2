"""A complaint is answered by somebody without a direct interest.

COMP-2, complaint measures (2020): the handler has no direct interest in the matter.
"""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.cn.clauses import statute
from shounuo.rules.packs.cn.scope import reaches_a_person
from shounuo.rules.rule import Rule
from shounuo.rules.verdict import Confidence, Reason

RULE = Rule(
    "cn", "COMP-2", __name__,
    statute("complaint_measures", "handling (article number not read)", Confidence.PRESS),
)  # fmt: skip


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies a reply to a complaint unless its uninvolved handler makes it."""
    del numbers
    proposed = facts.proposed
    if proposed.purpose != "complaint_reply" or not reaches_a_person(facts):
        return None
    for hold in facts.holds:
        if hold.kind != "complaint" or not hold.stands(proposed.when):
            continue
        own = hold.handler is not None and hold.handler == proposed.collector.person
        if not own or hold.handler_uninvolved is not True:
            return RULE.deny({"handler": hold.handler}, instead=("give_to_handler",))
    return None
