"""Which guide leads a call: the most particular one that is for this case today."""

from __future__ import annotations

from collections.abc import Iterable

from shounuo.domain.contact import PartyRole
from shounuo.guides.case import GuideCase
from shounuo.guides.model import Guide


def fits(guide: Guide, case: GuideCase, kind: str) -> bool:
    """Whether `guide` may lead a call of this kind on this case on its day."""
    scope = guide.scope
    in_force = guide.effective_from <= case.as_of and (
        guide.effective_to is None or case.as_of <= guide.effective_to
    )
    asked = (
        (scope.lenders, case.lender_id),
        (scope.products, case.product),
        (scope.stages, case.stage),
        (scope.directions, case.direction),
    )
    return (
        guide.kind == kind
        and in_force
        and case.jurisdiction == scope.jurisdiction
        and case.party in scope.parties
        and all(not wanted or has in wanted for wanted, has in asked)
    )


def kind_for(case: GuideCase, *, voicemail: bool = False) -> str:
    """What kind of conversation this is. Who may not learn of the debt comes first, then the bereaved."""
    if voicemail:
        return "voicemail"
    if case.party is PartyRole.THIRD_PARTY:
        return "location" if case.jurisdiction == "US" else "third_party"
    if case.party is PartyRole.HEIR or "deceased" in case.flags:
        return "bereaved"
    if case.direction == "inbound":
        return "inbound"
    if case.last_promise is not None and case.last_promise.broken:
        return "broken_promise"
    return "business" if case.product == "business_loan" else "customer"


# When no guide of the first kind is for this case, an ordinary conversation still is lawful.
_INSTEAD = {"broken_promise": "customer", "inbound": "customer", "business": "customer"}


def choose(guides: Iterable[Guide], case: GuideCase, kind: str | None = None) -> Guide | None:
    """The guide for this case, or None: then the desk shows that no guide is in force."""
    wanted: str | None = kind or kind_for(case)
    candidates = list(guides)
    while wanted:
        found = [guide for guide in candidates if fits(guide, case, wanted)]
        if found:
            return max(found, key=_particular)
        if wanted == "broken_promise" and case.product == "business_loan":
            wanted = "business"
        else:
            wanted = _INSTEAD.get(wanted)
    return None


def _particular(guide: Guide) -> tuple[int, int, int, int, str, int]:
    scope = guide.scope
    return (
        bool(scope.lenders),
        bool(scope.stages),
        bool(scope.products),
        bool(scope.directions),
        guide.effective_from.isoformat(),
        guide.version,
    )
