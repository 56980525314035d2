from dataclasses import replace
from datetime import date

import pytest

from shounuo.lab.auditor import Auditor
from shounuo.lab.contact_days import contact_days
from shounuo.rules.gate import decide, packs_for

ON = date(2026, 6, 17)


@pytest.mark.parametrize("seed", range(3))
def test_no_day_the_gate_allowed_is_called_unlawful(seed):
    """Over 3 x 5 000 hostile days the naive auditor finds no contact of ours that is forbidden."""
    auditor, ours = Auditor(ON), 0
    for day in contact_days(seed, 5_000, lambda facts: decide(facts).allowed):
        assert auditor.unlawful(day) == []
        ours += sum(contact.ours for contact in day.contacts)
    assert ours > 500


def test_the_auditor_sees_each_kind_of_fault():
    """With the gate left open the same days hold every fault the auditor can name."""
    auditor = Auditor(ON)
    seen = set()
    for day in contact_days(7, 2000, lambda facts: True):
        seen |= {fault.split(": ", 1)[1] for fault in auditor.unlawful(day)}
    assert len(seen) == 10, seen


LOOSER = {
    "connected_calls_per_day": (4, "more connected calls than a day holds"),
    "unanswered_attempts_per_number_per_day": (7, "more tries on the number than a day holds"),
    "lost_contact_failed_calls": (2, "no reason on file"),
}


def _decide_with(key: str, value: int):
    def answer(facts):
        cn, house = packs_for(facts, facts.proposed.when)
        uses = {**cn.numbers.uses, key: replace(cn.numbers.uses[key], value=value)}
        return decide(facts, [cn.with_numbers(uses), house]).allowed

    return answer


@pytest.mark.parametrize("key", LOOSER)
def test_a_gate_that_is_one_too_loose_is_found_out(key):
    """Each counter set one too loose lets a contact through that the auditor names."""
    value, fault = LOOSER[key]
    auditor = Auditor(ON)
    days = contact_days(11, 10_000, _decide_with(key, value))
    assert any(fault in line for day in days for line in auditor.unlawful(day))
