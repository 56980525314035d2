"""The number or address came from one of six lawful sources.

3P-9, guideline: contract, left by the customer, authorised, public, a reserved contact who was told,
credit registry with authorisation. A letter or a visit needs a lawful address too.
"""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.cn.clauses import guideline
from shounuo.rules.packs.cn.scope import LAWFUL_SOURCES, outbound
from shounuo.rules.proposed import Channel
from shounuo.rules.rule import Rule
from shounuo.rules.verdict import Confidence, Reason

RULE = Rule(
    "cn", "3P-9", __name__,
    guideline("sources of contact data (article number not read)", Confidence.SECONDARY),
)  # fmt: skip
OWN_CHANNELS = frozenset({Channel.PORTAL, Channel.PORTAL_PUSH, Channel.APP_MESSAGE})


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies a source that is none of the six; reviews one that was never recorded."""
    del numbers
    address = facts.proposed.address
    if not outbound(facts) or facts.proposed.channel in OWN_CHANNELS:
        return None
    if address is None or address.source is None:
        return RULE.review(say="unknown", instead=("another_number", "complete_facts"))
    if address.source in LAWFUL_SOURCES:
        return None
    return RULE.deny({"source": address.source}, instead=("another_number",))
