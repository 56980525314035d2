"""A house number over a law's number: a lender may only be stricter.

`looser` is what the loader refuses; `tighten` lays the house's numbers over a pack.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date

from shounuo.rules.pack import BoundPack, Pack, load_pack, pack_names
from shounuo.rules.parameters import PackRefused, Parameter, fault
from shounuo.rules.verdict import Clause, Confidence, Fact, Origin, ParameterUse

_OWN = Clause("house_policy", "the lender's own number", Confidence.OWN, Origin.HOUSE_POLICY)


def is_looser(value: Fact, law: Fact, stricter: str) -> bool:
    """Whether `value` lets more through than `law`. Times compare as HH:MM text."""
    if stricter in ("lower", "earlier"):
        return bool(value > law)  # type: ignore[operator]
    if stricter in ("higher", "later"):
        return bool(value < law)  # type: ignore[operator]
    wanted = {"if_yes": True, "if_no": False}.get(stricter)
    if wanted is None:
        return value != law
    return law is wanted and value is not wanted


def refuse_looser(house: Parameter, law: Parameter) -> None:
    """Raises `PackRefused` if on any effective date the house is looser than the law."""
    days = sorted({dated.since for dated in (*house.values, *law.values)})
    for day in days:
        ours, theirs = house.on(day), law.on(day)
        if ours and theirs and is_looser(ours.value, theirs.value, law.stricter):
            raise PackRefused([
                fault(house.key, "looser",
                      f"内部标准 {ours.value} 比规则 {law.key} 自 {day} 起的 {theirs.value} 宽松",
                      f"the house's {ours.value} is looser than {law.key}'s {theirs.value} on {day}"),
            ])  # fmt: skip


def refuse_looser_house(house: Pack) -> None:
    """Every number of a house pack that tightens another, against that one, on every date."""
    for parameter in house.parameters.values():
        if parameter.tightens is None:
            continue
        name, key = parameter.tightens
        if name not in pack_names() or key not in load_pack(name).parameters:
            raise PackRefused([
                fault(parameter.key, "tightens", f"{name} 没有 {key}", f"{name} has no {key}")
            ])  # fmt: skip
        refuse_looser(parameter, load_pack(name).parameters[key])


def tighten(law: BoundPack, house: BoundPack) -> BoundPack:
    """The law's numbers, each replaced where the house is stricter on that day.

    The house's own numbers, that tighten nothing, are added as `house.<key>` for any check.
    """
    uses = dict(law.numbers.uses)
    for key, use in house.numbers.uses.items():
        target = house.pack.parameters[key].tightens
        if target is None:
            uses[f"{house.pack.name}.{key}"] = use
            continue
        if target[0] != law.pack.name or target[1] not in uses:
            continue
        direction = law.pack.parameters[target[1]].stricter
        if not is_looser(use.value, uses[target[1]].value, direction):
            uses[target[1]] = use
    return law.with_numbers(uses)


def by_lender(law: BoundPack, own: Sequence[tuple[str, Fact]]) -> BoundPack:
    """A lender's own numbers over the pack's, where they are stricter on that day; else unused."""
    uses, laid = dict(law.numbers.uses), []
    for named, value in own:
        pack, _, key = named.partition(".")
        if pack != law.pack.name or key not in law.pack.parameters or key not in uses:
            continue
        direction = law.pack.parameters[key].stricter
        if type(value) is not type(uses[key].value):
            continue
        if value != uses[key].value and not is_looser(value, uses[key].value, direction):
            uses[key] = ParameterUse(key, value, uses[key].effective_from, _OWN)
            laid.append(f"{key}={value}")
    return law.with_numbers(uses, f"~{_digest(laid)}") if laid else law


def _digest(laid: Sequence[str]) -> str:
    """Six digits that tell one lender's own numbers from another's in a version."""
    return hashlib.sha256(",".join(sorted(laid)).encode()).hexdigest()[:6]


def refuse_looser_value(named: str, value: Fact, day: date) -> None:
    """For a lender's settings: raises `PackRefused` for no such number, or a looser value."""
    pack, _, key = named.partition(".")
    law = load_pack(pack).parameters.get(key) if pack in pack_names() else None
    use = law.on(day) if law else None
    if law is None or use is None:
        raise PackRefused([fault(named, "tightens", "没有这个数值", "there is no such number")])
    if type(value) is not type(use.value) or is_looser(value, use.value, law.stricter):
        raise PackRefused([
            fault(named, "looser", f"{value} 比规则的 {use.value} 宽松",
                  f"{value} is looser than the rule's {use.value}")
        ])  # fmt: skip
