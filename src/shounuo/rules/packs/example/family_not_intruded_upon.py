"""The borrower's family, referees and friends are left in peace.

RBI circular of 12 August 2022: no act that humiliates publicly or intrudes upon the privacy of the
debtor's family members, referees and friends. Whether one careful call intrudes is for a person.
"""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.proposed import Channel, Direction, Role
from shounuo.rules.rule import Rule
from shounuo.rules.verdict import Clause, Confidence, Reason

RULE = Rule(
    "example", "IN/PRIVACY", __name__,
    Clause("rbi_recovery_agents_2022", "harassment and privacy", Confidence.PRESS),
)  # fmt: skip
OTHERS = frozenset({Role.THIRD_PARTY, Role.SPOUSE, Role.PARENT, None})
PUBLIC = frozenset({Channel.PUBLIC_NOTICE, Channel.SOCIAL_PUBLIC})


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies public shaming and telling others of the debt; reviews any contact to others."""
    del numbers
    proposed = facts.proposed
    if proposed.direction is Direction.INBOUND:
        return None
    if proposed.channel in PUBLIC:
        return RULE.deny({"channel": proposed.channel}, say="public")
    if proposed.role not in OTHERS:
        return None
    if proposed.content.discloses_debt is not False:
        return RULE.deny(say="told")
    return RULE.review(instead=("contact_customer",))
