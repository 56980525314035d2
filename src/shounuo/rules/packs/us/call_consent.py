"""Consent to further calls: 1006.14(b)(3)(i) and comment 14(b)(3)(i)-2.

"Placed with such person's prior consent given directly to the debt collector and within a period
no longer than seven consecutive days after receiving the prior consent, with the date the debt
collector receives prior consent counting as the first day." It ends earlier when a shorter period
ends, when it is revoked, or when a conversation about the debt is had. Asking to be called again is
such a consent of the person who asks.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.us.counted_calls import conversations_about
from shounuo.rules.packs.us.moments import at, day, has_come, home_zone
from shounuo.rules.packs.us.particular_debt import particular_debt
from shounuo.rules.standing import Consent

KIND = "calls"
ASKED_AGAIN = "please_call_again"


def _last_day(consent: Consent, facts: Facts, numbers: Numbers) -> date:
    zone = home_zone(facts)
    assert consent.given_at is not None
    last = day(consent.given_at, zone) + timedelta(days=numbers.count("call_consent_days") - 1)
    return min(last, day(consent.valid_through, zone)) if consent.valid_through else last


def _ends(consent: Consent, facts: Facts, key: str) -> datetime | None:
    """The first moment that ends the consent early: revocation or a conversation after it."""
    assert consent.given_at is not None
    given = consent.given_at
    ends = [c.when for c in conversations_about(facts, key) if c.when > given]
    expired = consent.more.get("expired")
    if isinstance(expired, datetime):
        ends.append(expired)
    elif isinstance(expired, date):
        ends.append(at(expired, time(), home_zone(facts)))
    if consent.revoked_at:
        ends.append(consent.revoked_at)
    return min(ends, default=None)


def _given(consent: Consent, facts: Facts, key: str) -> bool:
    debt = particular_debt(facts)
    return (
        consent.kind == KIND
        and consent.to == "collector"  # given to the creditor it is not given directly
        and consent.by in (None, facts.proposed.person_id)
        and consent.given_at is not None
        and (not consent.debts or key in {debt(d) for d in consent.debts})
    )


def _asked_again(facts: Facts, key: str) -> list[Consent]:
    """Requests to be called again, as consents; one without a date stands from the first talk on."""
    person, debts = facts.proposed.person_id, facts.proposed.debts
    talks = [c.when for c in conversations_about(facts, key)]
    start = min(talks, default=facts.proposed.when)
    return [
        Consent(
            KIND, person, r.received if isinstance(r.received, datetime) else start,
            to="collector", debts=r.debts or debts,
        )
        for r in facts.requests
        if r.kind == ASKED_AGAIN and r.by == person and has_come(r.received, facts)
    ]  # fmt: skip


def consented_on(facts: Facts, numbers: Numbers, key: str, on: date) -> bool:
    """Whether a call to the person about the debt on that day would be within a consent.

    A consent for named days covers those days alone.
    """
    for consent in (*facts.consents, *_asked_again(facts, key)):
        if not _given(consent, facts, key) or consent.given_at is None:
            continue
        ends = _ends(consent, facts, key)
        over = ends is not None and (
            ends <= facts.proposed.when or day(ends, home_zone(facts)) < on
        )
        first = day(consent.given_at, home_zone(facts))
        if over or consent.given_at > facts.proposed.when:
            continue
        named = not consent.dates or on in consent.dates
        if named and first <= on <= _last_day(consent, facts, numbers):
            return True
    return False
