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
from shounuo.rules.packs.us.answer import reason
from shounuo.rules.packs.us.call_consent import consented_on
from shounuo.rules.packs.us.call_tally import first_day, may_call, tally
from shounuo.rules.packs.us.counted_calls import PLACED
from shounuo.rules.packs.us.moments import today
from shounuo.rules.packs.us.particular_debt import particular_debt
from shounuo.rules.packs.us.people import EXEMPT, reaches_a_person
from shounuo.rules.proposed import Direction
from shounuo.rules.verdict import Fact, Outcome, Presumption, Reason

CHECK = "call_frequency_presumed_compliant"
CLAUSE = "1006.14(b)(2)"
USED = ("calls_per_window", "call_window_days", "conversation_quiet_days")
NAMES_EACH = "voicemail_naming_both_debts"
REFERS_TO_NONE = frozenset({"voicemail_limited_content", "no_answer"})


def _places_call(facts: Facts) -> bool:
    proposed = facts.proposed
    return proposed.channel in PLACED and proposed.direction is Direction.OUTBOUND


def _keys(facts: Facts) -> list[str]:
    """The debts the call counts to. One that refers to none counts to at least one (14(b)(4)-1.i)."""
    proposed, debt = facts.proposed, particular_debt(facts)
    intended = tuple(proposed.more.get("intended_debts") or ())
    named = proposed.debts
    if proposed.outcome == NAMES_EACH or not named:
        named = (*named, *intended)
    return list(dict.fromkeys(debt(item) for item in named))


def _excluded(facts: Facts, numbers: Numbers, keys: list[str]) -> bool:
    """1006.14(b)(3): by consent, or a call to the attorney, the creditor and the like."""
    if facts.proposed.role in EXEMPT:
        return True
    claimed = facts.proposed.exclusion
    if claimed and not facts.consents:
        return True
    return bool(keys) and all(consented_on(facts, numbers, k, today(facts)) for k in keys)


def before(facts: Facts, numbers: Numbers) -> dict[str, Fact]:
    """Each debt's calls and conversations in the window, before the proposed contact."""
    found: dict[str, Fact] = {}
    for debt in facts.debts:
        counted = tally(facts, numbers, particular_debt(facts)(debt.id), today(facts))
        found[f"counts_before.{debt.id}.calls"] = counted.calls
        found[f"counts_before.{debt.id}.conversations"] = counted.conversations
    return found


def _chosen(facts: Facts, numbers: Numbers, keys: list[str]) -> list[str]:
    """A call known to refer to no debt is counted to the one with most room; others to each."""
    if facts.proposed.outcome not in REFERS_TO_NONE:
        return keys
    ranked = sorted(
        keys,
        key=lambda k: (
            not may_call(facts, numbers, k, today(facts)),
            tally(facts, numbers, k, today(facts)).calls,
        ),
    )
    return ranked[:1]


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """A presumption either way for every call placed; nothing for what is not a placed call."""
    if not _places_call(facts) or not reaches_a_person(facts):
        return None
    keys, on = _chosen(facts, numbers, _keys(facts)), today(facts)
    excluded = _excluded(facts, numbers, keys)
    counts = [tally(facts, numbers, key, on).calls for key in keys]
    said: dict[str, Fact] = before(facts, numbers)
    said["count_in_window_including_proposed"] = max(counts, default=0) + (not excluded)
    warn = rebuttal.of_compliance(facts, numbers, proposed_counts=not excluded)
    if excluded or all(may_call(facts, numbers, key, on) for key in keys):
        if warn:
            said |= {"warn": True, "rebuttal_factor": rebuttal.MAY_COMPLIANCE}
        return reason(
            CHECK, CLAUSE, Outcome.ALLOW, say="warned" if warn else "kept", facts=said, used=USED,
            numbers=numbers, presumption=Presumption.COMPLIANCE,
        )  # fmt: skip
    return _exceeded(facts, numbers, keys, said)


def _exceeded(facts: Facts, numbers: Numbers, keys: list[str], said: dict[str, Fact]) -> Reason:
    on = today(facts)
    opens = first_day(facts, numbers, keys, on)
    literal = first_day(facts, numbers, keys, on, literal=True)
    said["earliest_next_allowed"] = opens
    if literal != opens:
        said["alternative_earliest_next_allowed"] = literal
    factor = rebuttal.of_violation(facts)
    if factor:
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
