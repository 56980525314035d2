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
from shounuo.rules.packs.us.moments import at, day, has_come, home_zone
from shounuo.rules.packs.us.particular_debt import particular_debt
from shounuo.rules.standing import Consent

KIND = "calls"
ASKED_AGAIN = "please_call_again"


def _last_day(consent: Consent, given: datetime, facts: Facts, numbers: Numbers) -> date:
    zone = home_zone(facts)
    last = day(given, zone) + timedelta(days=numbers.count("call_consent_days") - 1)
    return min(last, day(consent.valid_through, zone)) if consent.valid_through else last


def _over(consent: Consent, given: datetime, facts: Facts, talks: list[datetime]) -> bool:
    """Whether a revocation, a stated expiry or a later conversation has ended the consent."""
    ends = [when for when in talks if when > given]
    expired = consent.more.get("expired")
    if isinstance(expired, date) and not isinstance(expired, datetime):
        expired = at(expired, time(), home_zone(facts))
    ends += [when for when in (expired, consent.revoked_at) if when is not None]
    return any(when <= facts.proposed.when for when in ends)


def _given(consent: Consent, facts: Facts, key: str) -> datetime | None:
    """When the person gave it directly about this debt; None if it does not serve."""
    debt = particular_debt(facts)
    serves = (
        consent.kind == KIND
        and consent.to == "collector"  # given to the creditor it is not given directly
        and consent.by in (None, facts.proposed.person_id)
        and (not consent.debts or key in {debt(item) for item in consent.debts})
    )
    given = consent.given_at if serves else None
    return given if given is not None and given <= facts.proposed.when else None


def _asked_again(facts: Facts, talks: list[datetime]) -> list[Consent]:
    """Requests to be called again, as consents; one without a date stands from the first talk on."""
    person, debts = facts.proposed.person_id, facts.proposed.debts
    start = min(talks, default=facts.proposed.when)
    return [
        Consent(
            KIND, person, r.received if isinstance(r.received, datetime) else start,
            to="collector", debts=r.debts or debts,
        )
        for r in facts.requests
        if r.kind == ASKED_AGAIN and r.by == person and has_come(r.received, facts)
    ]  # fmt: skip


def consented_days(
    facts: Facts, numbers: Numbers, key: str, talks: list[datetime]
) -> frozenset[date]:
    """The days on which calls to the person about the debt are within a standing consent.

    `talks`: when conversations about the debt were had. A consent for named days covers those alone.
    """
    covered: set[date] = set()
    for consent in (*facts.consents, *_asked_again(facts, talks)):
        given = _given(consent, facts, key)
        if given is None or _over(consent, given, facts, talks):
            continue
        first, last = day(given, home_zone(facts)), _last_day(consent, given, facts, numbers)
        days = {first + timedelta(days=ahead) for ahead in range((last - first).days + 1)}
        covered |= days & set(consent.dates) if consent.dates else days
    return frozenset(covered)
