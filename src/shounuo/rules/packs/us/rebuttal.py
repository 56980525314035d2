"""What may rebut a presumption: comments 14(b)(2)(i)-2 and 14(b)(2)(ii)-2.

Both lists are open ended, and a factor only *may* rebut: none of them changes the presumption.
"""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.us.counted_calls import UNANSWERED, calls_to_person
from shounuo.rules.packs.us.moments import day, home_zone, today

MAY, MAY_COMPLIANCE, NOT = "may_rebut", "may_rebut_compliance", "not_a_factor"
REASONS = (
    "required_by_applicable_law",  # -2.i
    "active_litigation",  # -2.ii
    "answer_consumer_information_request",  # -2.iii
    "resume_dropped",  # -2.iv.A
)
UNWILLING = frozenset(
    {"oral_refusal_to_pay", "written_cease_or_refusal", "electronic_cease", "does_not_owe"}
)


def of_violation(facts: Facts) -> str | None:
    """The factor that the proposed call's purpose is, if any (comment 14(b)(2)(ii)-2).

    An effect within the collector's control, such as its own expiring offer, is none (-2.iv.C).
    """
    controlled = facts.proposed.more.get("negative_effect_in_collector_control")
    if controlled is not None:
        return NOT if controlled else MAY
    return MAY if facts.proposed.purpose.startswith(REASONS) else None


def _concentrated(facts: Facts, numbers: Numbers, *, proposed_counts: bool) -> bool:
    zone = home_zone(facts)
    per_day = Counter(day(call.when, zone) for call in calls_to_person(facts))
    if proposed_counts:
        per_day[today(facts)] += 1
    return max(per_day.values(), default=0) >= numbers.count("concentrated_calls_per_day")


def _in_rapid_succession(facts: Facts, numbers: Numbers) -> bool:
    """Two unanswered calls or voicemails to one number this close, the proposed call included."""
    close = timedelta(minutes=numbers.count("rapid_succession_minutes"))
    calls = [(c.when, c.address_id) for c in calls_to_person(facts) if c.outcome in UNANSWERED]
    address = facts.proposed.address
    calls.append((facts.proposed.when, address.id if address else None))
    for at, (when, number) in enumerate(calls):
        for then, other in calls[at + 1 :]:
            if then - when > close:
                break
            if _same_number(number, other):
                return True
    return False


def _same_number(one: str | None, other: str | None) -> bool:
    """A number not recorded may be any number."""
    return one is None or other is None or one == other


def of_compliance(facts: Facts, numbers: Numbers, *, proposed_counts: bool) -> bool:
    """Whether a factor against the presumption of compliance stands (comment 14(b)(2)(i)-2)."""
    return (
        _concentrated(facts, numbers, proposed_counts=proposed_counts)
        or (proposed_counts and _in_rapid_succession(facts, numbers))
        or any(request.kind in UNWILLING for request in facts.requests)
    )
