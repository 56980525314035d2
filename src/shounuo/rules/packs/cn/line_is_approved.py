"""Contacts leave from approved lines; private phones and accounts are not used.

COND-6, guideline: an agency may not use private phones or social accounts without the institution's
consent. Approving each line is house policy for lender's staff too.
"""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.cn.clauses import guideline
from shounuo.rules.packs.cn.scope import by_agency, outbound
from shounuo.rules.proposed import Channel
from shounuo.rules.rule import Rule
from shounuo.rules.verdict import Reason

RULE = Rule(
    "cn", "COND-6", __name__, guideline("prohibited conduct (article number not read)"),
    override="private_devices",
)  # fmt: skip
WITHOUT_LINE = frozenset(
    {Channel.VISIT, Channel.MAIL, Channel.POSTCARD, Channel.PUBLIC_NOTICE, Channel.PORTAL}
)


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies an unapproved line, one of unknown standing, and an agency's private device."""
    del numbers
    proposed = facts.proposed
    if not outbound(facts) or proposed.channel in WITHOUT_LINE:
        return None
    if proposed.line.private and by_agency(facts) and not facts.creditor.allows_private_devices:
        return RULE.deny({"line": proposed.line.id}, say="private", instead=("approved_line",))
    if proposed.line.approved is True:
        return None
    say = "unknown" if proposed.line.approved is None else ""
    return RULE.deny({"line": proposed.line.id}, say=say, instead=("approved_line",))
