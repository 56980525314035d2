"""The debt is spoken of with nobody but the consumer and those named: 1006.6(d)(1) and (2).

Open: location information as 1006.10 allows, the consumer's prior consent given directly to the
collector, a court's express permission, a post-judgment remedy. An unknown role is a third party.
"""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.us.answer import prohibited
from shounuo.rules.packs.us.people import to_third_party
from shounuo.rules.standing import Consent
from shounuo.rules.verdict import Reason

CHECK, CLAUSE = "third_party_told_nothing", "1006.6(d)(1)"
LOCATION = frozenset({"location_information", "locate"})  # the rule's word, the desk's word
CONSENT = "third_party"
PURPOSES = frozenset({"court_permission", "postjudgment_remedy"})


def _serves(consent: Consent, facts: Facts) -> bool:
    now, person = facts.proposed.when, facts.proposed.person_id
    return (
        consent.kind == CONSENT
        and consent.to == "collector"
        and consent.by == facts.customer.id
        and consent.person_id == person
        and not (consent.given_at and consent.given_at > now)
        and not (consent.revoked_at and consent.revoked_at <= now)
    )


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies a contact with a third party unless an exception is shown."""
    del numbers
    proposed = facts.proposed
    if not to_third_party(facts) or proposed.purpose in PURPOSES:
        return None
    if any(_serves(consent, facts) for consent in facts.consents):
        return None
    tells = proposed.content.discloses_debt is True
    if proposed.purpose in LOCATION and not tells:
        return None
    say = "debt_told" if tells else "no_purpose"
    return prohibited(
        CHECK, CLAUSE, say, instead=("contact_customer",), override="consent_to_third_party"
    )
