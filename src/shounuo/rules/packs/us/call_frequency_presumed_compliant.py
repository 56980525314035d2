"""Calls to one person about one debt stay within both frequencies.

1006.14(b)(2)(i): presumed to comply if calls are placed "neither: (A) More than seven times within
seven consecutive days; nor (B) Within a period of seven consecutive days after having had a
telephone conversation with the person in connection with the collection of such debt. The date of
the telephone conversation is the first day". (ii): presumed to violate in excess of either.
The presumption is kept as one. Where only the unsettled point decides (does a conversation on a
consent-excluded call start the period?) the call goes to review.
"""

from __future__ import annotations

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.us import rebuttal
from shounuo.rules.packs.us.answer import noted, reason
from shounuo.rules.packs.us.call_tally import Tally, first_day, tally
from shounuo.rules.packs.us.counted_calls import PLACED
from shounuo.rules.packs.us.moments import today
from shounuo.rules.packs.us.particular_debt import debts_concerned, particular_debt
from shounuo.rules.packs.us.people import EXEMPT, reaches_a_person
from shounuo.rules.proposed import Direction
from shounuo.rules.verdict import Fact, Outcome, Presumption, Reason

CHECK = "call_frequency_presumed_compliant"
CLAUSE = "1006.14(b)(2)"
USED = (
    "calls_per_window", "call_window_days", "conversation_quiet_days", "call_consent_days",
    "concentrated_calls_per_day", "rapid_succession_minutes",
)  # fmt: skip
NAMES_EACH = "voicemail_naming_both_debts"
REFERS_TO_NONE = frozenset({"voicemail_limited_content", "no_answer"})


def _places_call(facts: Facts) -> bool:
    proposed = facts.proposed
    return proposed.channel in PLACED and proposed.direction is Direction.OUTBOUND


def _keys(facts: Facts) -> list[str]:
    """The debts the call counts to. One that refers to none counts to at least one (14(b)(4)-1.i)."""
    proposed, debt = facts.proposed, particular_debt(facts)
    intended = tuple(proposed.more.get("intended_debts") or ())
    named = debts_concerned(facts)
    if proposed.outcome == NAMES_EACH or not named:
        named = (*named, *intended)
    return list(dict.fromkeys(debt(item) for item in named))


def _excluded(facts: Facts, tallies: list[Tally]) -> bool:
    """1006.14(b)(3): by consent, or a call to the attorney, the creditor and the like."""
    if facts.proposed.role in EXEMPT or (facts.proposed.exclusion and not facts.consents):
        return True
    return bool(tallies) and all(today(facts) in t.consented for t in tallies)


def _before(facts: Facts, every: dict[str, Tally]) -> dict[str, Fact]:
    """Each debt's calls and conversations in the window, before the proposed contact."""
    found: dict[str, Fact] = {}
    key, on = particular_debt(facts), today(facts)
    for debt in facts.debts:
        found[f"counts_before.{debt.id}.calls"] = every[key(debt.id)].calls_on(on)
        found[f"counts_before.{debt.id}.conversations"] = every[key(debt.id)].talks_on(on)
    return found


def _chosen(facts: Facts, tallies: list[Tally]) -> list[Tally]:
    """A call known to refer to no debt is counted to the one with most room; others to each."""
    if facts.proposed.outcome not in REFERS_TO_NONE:
        return tallies
    on = today(facts)
    return sorted(tallies, key=lambda t: (not t.open_on(on), t.calls_on(on)))[:1]


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """A presumption either way for every call placed; for anything else only the counts."""
    places = _places_call(facts)
    if not reaches_a_person(facts) or not (places or facts.contacts):
        return None
    key, keys, on = particular_debt(facts), _keys(facts), today(facts)
    known = dict.fromkeys((*keys, *(key(debt.id) for debt in facts.debts)))
    every = {one: tally(facts, numbers, one) for one in known}
    tallies = _chosen(facts, [every[one] for one in keys])
    if not places:
        return _no_call(facts, numbers, every, tallies)
    excluded = _excluded(facts, tallies)
    said = _before(facts, every)
    count = max((t.calls_on(on) for t in tallies), default=0) + (not excluded)
    said["count_in_window_including_proposed"] = count
    if excluded or all(t.open_on(on) for t in tallies):
        return _within(facts, numbers, said, proposed_counts=not excluded)
    return _exceeded(facts, numbers, tallies, said)


def _no_call(
    facts: Facts, numbers: Numbers, every: dict[str, Tally], tallies: list[Tally]
) -> Reason:
    """A message, a letter or the consumer's own call adds nothing to the count (comment 14(b)-1)."""
    said = _before(facts, every)
    on = today(facts)
    said["count_in_window_including_proposed"] = max((t.calls_on(on) for t in tallies), default=0)
    return noted(CHECK, CLAUSE, "no_call", facts=said, used=USED, numbers=numbers)


def _within(
    facts: Facts, numbers: Numbers, said: dict[str, Fact], *, proposed_counts: bool
) -> Reason:
    warn = rebuttal.of_compliance(facts, numbers, proposed_counts=proposed_counts)
    if warn:
        said |= {"warn": True, "rebuttal_factor": rebuttal.MAY_COMPLIANCE}
    return reason(
        CHECK, CLAUSE, Outcome.ALLOW, say="warned" if warn else "kept", facts=said, used=USED,
        numbers=numbers, presumption=Presumption.COMPLIANCE,
    )  # fmt: skip


def _exceeded(
    facts: Facts, numbers: Numbers, tallies: list[Tally], said: dict[str, Fact]
) -> Reason:
    on = today(facts)
    opens, literal = first_day(tallies, on), first_day(tallies, on, literal=True)
    said["earliest_next_allowed"] = opens
    if literal != opens:
        said["alternative_earliest_next_allowed"] = literal
    if factor := rebuttal.of_violation(facts):
        said["rebuttal_factor"] = factor
    if literal == on:
        return reason(
            CHECK, CLAUSE, Outcome.NEEDS_REVIEW, say="unsettled", facts=said, used=USED,
            numbers=numbers, earliest_next=opens,
        )  # fmt: skip
    return reason(
        CHECK, CLAUSE, Outcome.DENY, say="exceeded", facts=said, used=USED, numbers=numbers,
        presumption=Presumption.VIOLATION, earliest_next=opens,
        instead=("send_letter", "next_case"), override="consent_to_calls",
    )  # fmt: skip
