"""Consent to a time: 1006.6(b)(4)(i).

"Prior consent of the consumer, given directly to the debt collector during a communication that
does not violate paragraphs (b)(1) through (3)". Given to a creditor or an earlier collector it does
not serve (comment -2).
"""

from datetime import time

from shounuo.rules.facts import Facts
from shounuo.rules.packs.us.moments import home_zone
from shounuo.rules.standing import Consent

KIND = "time"


def _serves(consent: Consent, facts: Facts) -> bool:
    now = facts.proposed.when
    return (
        consent.kind == KIND
        and consent.to == "collector"
        and consent.more.get("given_during_compliant_communication") is True
        and consent.given_at is not None
        and consent.given_at <= now
        and not (consent.revoked_at and consent.revoked_at <= now)
    )


def consented_from(facts: Facts) -> list[time]:
    """The local times from which a standing consent opens the day."""
    return [c.window[0] for c in facts.consents if c.window and _serves(c, facts)]


def consented_now(facts: Facts) -> bool:
    """Whether the proposed time lies in a window the consumer agreed to."""
    clock = facts.proposed.when.astimezone(home_zone(facts)).time()
    for consent in facts.consents:
        if _serves(consent, facts) and consent.window:
            opens, closes = consent.window
            crossing = closes < opens  # a window over midnight
            if (opens <= clock or clock <= closes) if crossing else opens <= clock <= closes:
                return True
    return False
