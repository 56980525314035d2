"""An agency never speaks as the lender.

COND-1b, guideline: an outside agency may not collect under the member institution's identity.
"""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.cn.clauses import guideline
from shounuo.rules.packs.cn.scope import by_agency, outbound
from shounuo.rules.rule import Rule
from shounuo.rules.verdict import Reason

RULE = Rule("cn", "COND-1b", __name__, guideline("prohibited conduct (article number not read)"))


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies an agency that announces itself as the lender, or as anybody else.

    What is said later is inspected.
    """
    del numbers
    collector = facts.proposed.collector
    own_name = collector.speaks_as in (None, collector.organisation)
    if not by_agency(facts) or not outbound(facts) or own_name:
        return None
    return RULE.deny({"organisation": collector.organisation})
