"""No legal action, and no threat of one, on a time-barred debt: 1006.26(b).

No knowledge is needed. A proof of claim in a bankruptcy is excepted.
"""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.us.answer import prohibited, undecided
from shounuo.rules.packs.us.moments import today
from shounuo.rules.proposed import Channel
from shounuo.rules.standing import Debt
from shounuo.rules.verdict import Reason

CHECK, CLAUSE = "time_barred_debt_not_sued", "1006.26(b)"
CLAIM = "proof_of_claim"


def _acts(facts: Facts) -> bool:
    content = facts.proposed.content
    sues = facts.proposed.channel is Channel.COURT_FILING and content.kind != CLAIM
    return sues or content.more.get("threatens_legal_action") is True


def expired(debt: Debt, facts: Facts) -> bool | None:
    """Whether the limitation period is over; None when neither its end nor that is recorded."""
    if debt.limitation_ends is not None and debt.limitation_ends < today(facts):
        return True
    return debt.limitation_expired


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies; where nobody knows whether the period is over, somebody looks."""
    del numbers
    if not _acts(facts):
        return None
    known = [expired(debt, facts) for debt in facts.proposed_debts]
    if True in known:
        return prohibited(CHECK, CLAUSE, "barred", instead=("letter_without_threat",))
    if None in known or not known:
        return undecided(CHECK, CLAUSE, "unknown", instead=("complete_facts",))
    return None
