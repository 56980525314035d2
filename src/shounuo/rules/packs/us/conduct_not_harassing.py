"""No conduct whose natural consequence is to harass: 1006.14(a) and (d).

Obscene language is barred outright. Many unsolicited texts a day for several days, or a full week of
calls with further e-mails beside them, unanswered, are "likely" harassment (comments 14(a)-1.i and
-2.i): denied, and said to be likely. The text gives no number; the facts come as a judgement in
`more["history"]`. A consumer who answers changes the picture, so somebody looks.
"""

from __future__ import annotations

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.us.answer import prohibited, undecided
from shounuo.rules.packs.us.call_tally import Tally, tally
from shounuo.rules.packs.us.moments import today
from shounuo.rules.packs.us.particular_debt import debts_concerned, particular_debt
from shounuo.rules.packs.us.people import EXEMPT, reaches_a_person
from shounuo.rules.verdict import Fact, Reason

CHECK, CLAUSE = "conduct_not_harassing", "1006.14(a)"
COMPLIES = "presumption_of_compliance"
MANY_TEXTS, MANY_EMAILS = "numerous", "multiple_additional_unsolicited"


def _tallies(facts: Facts, numbers: Numbers) -> list[Tally]:
    key = particular_debt(facts)
    return [tally(facts, numbers, key(debt)) for debt in debts_concerned(facts)]


def full_week(facts: Facts, numbers: Numbers) -> bool:
    """Whether calls about one of the debts have reached the week's number."""
    most = [t.calls_on(today(facts)) for t in _tallies(facts, numbers)]
    return max(most, default=0) >= numbers.count("calls_per_window")


def _piled_up(facts: Facts, numbers: Numbers) -> bool:
    history = facts.more.get("history") or {}
    texts = history.get("texts_per_day") == MANY_TEXTS
    emails = history.get("emails_in_period") == MANY_EMAILS
    return (texts and history.get("days") == "several_consecutive") or (
        emails and full_week(facts, numbers)
    )


def _said(facts: Facts, numbers: Numbers) -> dict[str, Fact]:
    """Complying with the call frequencies cures nothing here (comment 14(b)(1)-1)."""
    said: dict[str, Fact] = {}
    on = today(facts)
    if all(t.calls_on(on) <= t.limit and t.quiet_over(on) for t in _tallies(facts, numbers)):
        said["call_frequency"] = COMPLIES
    return said


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies obscenity and what the comments call likely harassment."""
    if not reaches_a_person(facts) or facts.proposed.role in EXEMPT:
        return None
    if facts.proposed.content.more.get("obscene") is True:
        return prohibited(CHECK, "1006.14(d)", "obscene", facts=_said(facts, numbers))
    if not _piled_up(facts, numbers):
        return None
    said = _said(facts, numbers) | {"certainty": "likely"}
    if (facts.more.get("history") or {}).get("responses", 0):
        return undecided(CHECK, CLAUSE, "answered", facts=said)
    return prohibited(CHECK, CLAUSE, "cumulative", facts=said)
