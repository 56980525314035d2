"""A pack: checks in the gate's order with their numbers, read as of a date.

A pack is a folder under `packs/`: `parameters/*.yaml`, `sentences.yaml`, one file a check, and an
`__init__` naming `CHECKS` in order, `reach(facts)` and, if its day is not the customer's,
`day_of(facts, moment)`. Adding a jurisdiction is adding a folder.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import MappingProxyType
from zoneinfo import ZoneInfoNotFoundError

from shounuo.rules import packs
from shounuo.rules.facts import Facts
from shounuo.rules.local_hours import local_day
from shounuo.rules.parameters import Parameter, load_parameters
from shounuo.rules.verdict import ParameterUse, Reason


class Reach(StrEnum):
    """How a pack stands to a contact."""

    APPLIES = "applies"
    OUTSIDE = "outside"  # its jurisdiction, but its rule does not bind this contact
    ELSEWHERE = "elsewhere"
    UNKNOWN = "unknown"  # not enough is known: the pack is asked all the same


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers in force on one day."""

    on: date
    uses: Mapping[str, ParameterUse]

    def __getitem__(self, key: str) -> ParameterUse:
        return self.uses[key]

    def get(self, key: str) -> ParameterUse | None:
        """None when the number is not in force on that day: its rule is then silent."""
        return self.uses.get(key)

    def count(self, key: str) -> int:
        value = self.uses[key].value
        assert isinstance(value, int)
        return value

    def clock(self, key: str) -> time:
        return time.fromisoformat(str(self.uses[key].value))


Check = Callable[[Facts, Numbers], Reason | Sequence[Reason] | None]


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack over all dates. An example is shown as such and never as reviewed."""

    name: str
    checks: tuple[Check, ...]
    parameters: Mapping[str, Parameter]
    digest: str
    reach: Callable[[Facts], Reach]
    day_of: Callable[[Facts, datetime], date]
    is_example: bool = False

    def on(self, day: date) -> BoundPack:
        uses = {key: use for key, p in self.parameters.items() if (use := p.on(day))}
        return BoundPack(self, day, Numbers(day, MappingProxyType(uses)))


@dataclass(frozen=True, slots=True)
class BoundPack:
    """A pack as of a date, its numbers possibly tightened by the house."""

    pack: Pack
    on: date
    numbers: Numbers
    own: str = ""  # which numbers of the lender's own lie over the pack's

    @property
    def version(self) -> str:
        return f"{self.pack.name}@{self.on}#{self.pack.digest}{self.own}"

    def with_numbers(self, uses: Mapping[str, ParameterUse], own: str = "") -> BoundPack:
        numbers = Numbers(self.on, MappingProxyType(dict(uses)))
        return replace(self, numbers=numbers, own=self.own + own)


def folder_digest(folder: Path) -> str:
    """Twelve hex digits over every check and data file of the folder, by name and content."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.suffix in {".py", ".yaml"}:
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
            digest.update(path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


def pack_folder(name: str) -> Path:
    return Path(next(iter(packs.__path__))) / name


@lru_cache(maxsize=1)
def pack_names() -> tuple[str, ...]:
    """Every pack there is, by its folder."""
    return tuple(sorted(info.name for info in iter_modules(packs.__path__) if info.ispkg))


def own_day(facts: Facts, moment: datetime) -> date:
    """The law is read as of the moment's day at the customer's first place with a known zone."""
    for place in facts.customer.locations:
        with suppress(ZoneInfoNotFoundError, ValueError):
            return local_day(moment, place.zone)
    return moment.date()


@lru_cache(maxsize=32)
def load_pack(name: str) -> Pack:
    """Raises `KeyError` for an unknown name, `PackRefused` for a pack that cannot be trusted."""
    if name not in pack_names():
        raise KeyError(name)
    module = import_module(f"shounuo.rules.packs.{name}")
    folder = pack_folder(name)
    return Pack(
        name, tuple(module.CHECKS), MappingProxyType(load_parameters(folder / "parameters")),
        folder_digest(folder), module.reach, getattr(module, "day_of", own_day),
        getattr(module, "IS_EXAMPLE", False),
    )  # fmt: skip


@lru_cache(maxsize=4096)
def bound(name: str, day: date) -> BoundPack:
    """`load_pack(name).on(day)`, kept: a night's run asks for the same few days."""
    return load_pack(name).on(day)
