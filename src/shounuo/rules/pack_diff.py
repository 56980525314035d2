"""What changed in a pack's numbers between two dates, and what a change would have done.

`what_if` puts past contacts through a pack before and after a change: nothing goes live unseen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from shounuo.rules.facts import Facts
from shounuo.rules.gate import decide, packs_for
from shounuo.rules.pack import BoundPack, Pack
from shounuo.rules.verdict import Fact, Outcome, ParameterUse


@dataclass(frozen=True, slots=True)
class NumberChange:
    """One number on two dates; None where it is not in force."""

    key: str
    before: ParameterUse | None
    after: ParameterUse | None


def pack_diff(pack: Pack, date_a: date, date_b: date) -> tuple[NumberChange, ...]:
    """The numbers whose value, source or presence differs between the two dates, by key."""
    first, second = pack.on(date_a).numbers, pack.on(date_b).numbers
    keys = sorted(first.uses.keys() | second.uses.keys())
    changes = (NumberChange(key, first.get(key), second.get(key)) for key in keys)
    return tuple(change for change in changes if change.before != change.after)


def with_number(bound: BoundPack, key: str, value: Fact) -> BoundPack:
    """The pack with one number changed. Raises `KeyError` if the number is not in force."""
    use = replace(bound.numbers[key], value=value)
    return bound.with_numbers({**bound.numbers.uses, key: use})


@dataclass(frozen=True, slots=True)
class WhatIf:
    """How a change would have decided the same contacts. Rows are their positions, from 0."""

    total: int
    newly_closed: tuple[int, ...]
    newly_open: tuple[int, ...]
    by_rule: tuple[tuple[str, int], ...]  # rules that would close, most often first


def what_if(contacts: Iterable[Facts], change: Callable[[BoundPack], BoundPack]) -> WhatIf:
    """Each contact as it was asked, decided by today's packs and by the changed ones."""
    total, closed, opened = 0, list[int](), list[int]()
    rules: Counter[str] = Counter()
    for row, facts in enumerate(contacts):
        total += 1
        packs = packs_for(facts, facts.proposed.when)
        before = decide(facts, packs)
        after = decide(facts, tuple(change(pack) for pack in packs))
        if before.allowed and not after.allowed:
            closed.append(row)
            rules.update(reason.rule_id for reason in after.blocking)
        elif after.outcome is Outcome.ALLOW and not before.allowed:
            opened.append(row)
    return WhatIf(total, tuple(closed), tuple(opened), tuple(rules.most_common()))
