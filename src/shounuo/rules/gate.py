"""The one gate: may this contact be made, now, this way, to this person, saying this?

Everything that reaches a person asks here. Missing facts never mean allowed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import lru_cache, partial

from shounuo.rules.facts import Facts
from shounuo.rules.opening import opening
from shounuo.rules.pack import BoundPack, Reach, bound, load_pack, pack_names
from shounuo.rules.tighten import by_lender, refuse_looser_house, tighten
from shounuo.rules.verdict import Clause, Confidence, Origin, Outcome, Reason, Verdict, combine

HOUSE = "house"
_OWN = Clause("house_policy", "packs", Confidence.OWN, Origin.HOUSE_POLICY)


def _named_on(facts: Facts, name: str, day: date) -> date:
    """The lender may adopt a pack early; a date that has passed never brings old numbers back."""
    named = [choice.on for choice in facts.creditor.packs if choice.name == name and choice.on]
    return max([day, *named])


def reaches(facts: Facts) -> dict[str, Reach]:
    """How each jurisdiction's pack stands to this contact; a pack the lender names applies."""
    named = {choice.name for choice in facts.creditor.packs}
    found = {name: load_pack(name).reach(facts) for name in pack_names() if name != HOUSE}
    for name in named & found.keys():
        if found[name] is Reach.ELSEWHERE:
            found[name] = Reach.APPLIES
    return found


def packs_for(
    facts: Facts, as_of: datetime, reach: Mapping[str, Reach] | None = None
) -> tuple[BoundPack, ...]:
    """The packs that decide this contact, from creditor, collector, the customer's place and debt.

    The house pack is always last and only makes the others stricter.
    """
    asked = (Reach.APPLIES, Reach.UNKNOWN)
    reach = reaches(facts) if reach is None else reach
    chosen = [name for name, stands in reach.items() if stands in asked]
    house_day = _named_on(facts, HOUSE, load_pack(HOUSE).day_of(facts, as_of))
    days = {name: load_pack(name).day_of(facts, as_of) for name in chosen}
    law = [under_house(name, _named_on(facts, name, days[name]), house_day) for name in chosen]
    own = facts.creditor.stricter
    if own:
        law = [by_lender(pack, own) for pack in law]
    return (*law, bound(HOUSE, house_day))


@lru_cache(maxsize=4096)
def under_house(name: str, day: date, house_day: date) -> BoundPack:
    """A pack as of a day with the house's numbers laid over it. Raises `PackRefused`, `KeyError`."""
    refuse_looser_house(load_pack(HOUSE))
    return tighten(bound(name, day), bound(HOUSE, house_day))


def _own_reason(check: str, **facts: str) -> Reason:
    return Reason(
        f"HOUSE/{check}", check, HOUSE, _OWN, Outcome.DENY, facts=tuple(sorted(facts.items()))
    )


def _missing_packs(facts: Facts, reach: Mapping[str, Reach]) -> list[Reason]:
    """A pack that does not exist, or no jurisdiction at all, closes the gate."""
    unknown = {choice.name for choice in facts.creditor.packs}.difference(pack_names())
    reasons = [_own_reason("named_pack_exists", pack=name) for name in sorted(unknown)]
    if all(stands is Reach.ELSEWHERE for stands in reach.values()):
        reasons.append(_own_reason("jurisdiction_known", creditor=facts.creditor.id))
    return reasons


def ask(facts: Facts, packs: Iterable[BoundPack]) -> list[Reason]:
    """Every reason of every pack, in the gate's order. Reviews already released are marked."""
    reasons: list[Reason] = []
    for pack in packs:
        for check in pack.pack.checks:
            answer = check(facts, pack.numbers)
            if answer is None:
                continue
            reasons.extend(answer if isinstance(answer, Sequence) else (answer,))
    return reasons


def _release_lasts(packs: Sequence[BoundPack], moment: datetime) -> timedelta:
    """How long a release holds; the house's number."""
    house = next((pack for pack in packs if pack.pack.name == HOUSE), None)
    numbers = house.numbers if house else bound(HOUSE, moment.date()).numbers
    return timedelta(hours=numbers.count("release_valid_hours"))


def _released(reason: Reason, facts: Facts, as_of: datetime, lasts: timedelta) -> Reason:
    """A review, never a denial, may be released, and only for this one contact and for that long."""
    contact = facts.proposed.contact_id
    if reason.outcome is not Outcome.NEEDS_REVIEW or not contact:
        return reason
    for release in facts.releases:
        this_one = (release.contact_id, release.rule_id) == (contact, reason.rule_id)
        if this_one and release.at <= as_of < release.at + lasts:
            return reason.release(release.by)
    return reason


def decide(
    facts: Facts, packs: Sequence[BoundPack] | None = None, as_of: datetime | None = None
) -> Verdict:
    """The verdict on the proposed contact. `packs` default to those that apply.

    `as_of`: when the question is asked (aware), by default the contact's own time. The verdict's
    `earliest_next` is the end of the blocks found now; `with_opening` looks at what follows them.
    """
    moment = as_of or facts.proposed.when
    if moment.tzinfo is None or facts.proposed.when.tzinfo is None:
        raise ValueError("the gate is asked with aware times")
    reach = reaches(facts) if packs is None else {}
    missing = _missing_packs(facts, reach) if packs is None else []
    chosen = packs_for(facts, moment, reach) if packs is None else tuple(packs)
    reasons = [*missing, *ask(facts, chosen)]
    if facts.releases:
        lasts = _release_lasts(chosen, moment)
        reasons = [_released(reason, facts, moment, lasts) for reason in reasons]
    return combine(reasons, " + ".join(pack.version for pack in chosen))


def with_opening(verdict: Verdict, facts: Facts) -> Verdict:
    """The verdict on these facts with the first moment or day at which none of it is denied again.

    Decides once more for each opening inside another block: for what is told, not for sorting.
    """
    ends = (r.pack for r in verdict.blocking if r.earliest_next == verdict.earliest_next)
    pack = next(ends, None)
    if verdict.outcome is not Outcome.DENY or verdict.earliest_next is None or pack is None:
        return verdict

    def decide_at(later: datetime) -> Verdict:
        return decide(replace(facts, proposed=replace(facts.proposed, when=later)))

    opens = opening(verdict, decide_at, partial(load_pack(pack).day_of, facts))
    return replace(verdict, earliest_next=opens)
