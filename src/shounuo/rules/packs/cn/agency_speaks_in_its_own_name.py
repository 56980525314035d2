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
    """Denies an agency that announces itself as the lender. What is said later is inspected."""
    del numbers
    speaks_as = facts.proposed.collector.speaks_as
    if not by_agency(facts) or not outbound(facts) or speaks_as != facts.creditor.id:
        return None
    return RULE.deny({"organisation": facts.proposed.collector.organisation})
