"""The persons, the debts and what stands between them: holds, requests, consents, placements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from shounuo.rules.proposed import NOTHING, Address, Channel
from shounuo.rules.verdict import Fact


@dataclass(frozen=True, slots=True)
class PackChoice:
    """A pack that the lender names, and the earliest date it is read at."""

    name: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Creditor:
    """The lender. `agencies`: its published list, None when it has not given one.

    `stricter`: its own numbers by pack and key (`cn.connected_calls_per_day`); only stricter ones
    are ever used (`tighten.by_lender`).
    """

    id: str
    country: str | None = None
    kind: str | None = None  # bank, consumer_finance, small_loan, trade, debt_buyer
    agencies: frozenset[str] | None = None
    packs: tuple[PackChoice, ...] = ()
    allows_private_devices: bool | None = None
    stricter: tuple[tuple[str, Fact], ...] = ()


@dataclass(frozen=True, slots=True)
class Location:
    """A place where the person may be; `source` says how that is known."""

    zone: str
    source: str = "residential_address"
    country: str | None = None
    region: str | None = None


@dataclass(frozen=True, slots=True)
class Customer:
    """The customer. Tri-state flags: None is not known."""

    id: str
    locations: tuple[Location, ...] = ()
    numbers: tuple[Address, ...] = ()
    adult: bool | None = None
    deceased: bool | None = None
    lacks_capacity: bool | None = None
    erased: bool = False
    student: bool | None = None
    more: Mapping[str, Any] = field(default_factory=lambda: NOTHING)


@dataclass(frozen=True, slots=True)
class Debt:
    """One debt. `plan`: none, performing, broken, or None when nobody has looked."""

    id: str
    kind: str | None = None  # consumer, business
    product: str | None = None  # credit_card, consumer_loan, mortgage, medical, student_loan …
    stage: str | None = None
    settled: bool | None = None
    plan: str | None = None
    limitation_ends: date | None = None
    limitation_expired: bool | None = None
    assigned: bool | None = None
    assignment_notified: bool | None = None
    unlawful: bool | None = None
    more: Mapping[str, Any] = field(default_factory=lambda: NOTHING)


@dataclass(frozen=True, slots=True)
class Hold:
    """Something that stops the work: complaint, dispute, attorney, do_not_contact, bankruptcy.

    `debts` empty means all of the customer's accounts. `handler_uninvolved`: the one who looks
    into it did not work the case.
    """

    kind: str
    since: datetime
    debts: tuple[str, ...] = ()
    source: str | None = None
    deadline: date | None = None
    handler: str | None = None
    handler_uninvolved: bool | None = None
    lifted_at: datetime | None = None
    person_id: str | None = None
    more: Mapping[str, Any] = field(default_factory=lambda: NOTHING)

    def stands(self, when: datetime) -> bool:
        return self.since <= when and (self.lifted_at is None or when < self.lifted_at)


@dataclass(frozen=True, slots=True)
class Request:
    """What a person asked for; `received` decides when it binds. Kinds: `requests.EFFECTS`."""

    kind: str
    by: str | None = None
    received: datetime | date | None = None
    channel: Channel | None = None
    address_id: str | None = None
    place: str | None = None
    debts: tuple[str, ...] = ()
    windows: tuple[tuple[time, time], ...] = ()  # hours asked to be left alone, local
    days: tuple[int, ...] = ()  # weekdays asked to be left alone, Monday 0
    until: date | None = None
    withdrawn_at: datetime | None = None
    more: Mapping[str, Any] = field(default_factory=lambda: NOTHING)


@dataclass(frozen=True, slots=True)
class Consent:
    """A consent or agreement that a rule names. `evidence`: id of its record; without it, none."""

    kind: str
    by: str | None = None
    given_at: datetime | None = None
    evidence: str | None = None
    to: str | None = None
    channel: Channel | None = None
    address_id: str | None = None
    person_id: str | None = None
    debts: tuple[str, ...] = ()
    window: tuple[time, time] | None = None
    dates: tuple[date, ...] = ()
    valid_through: date | datetime | None = None
    revoked_at: datetime | None = None
    more: Mapping[str, Any] = field(default_factory=lambda: NOTHING)


@dataclass(frozen=True, slots=True)
class HeirRoute:
    """An heir's lawful liability: at most the value of what was inherited (minor units)."""

    person_id: str
    accepted: bool | None = None
    estate_limit_minor: int | None = None
    evidence: str | None = None


@dataclass(frozen=True, slots=True)
class Placement:
    """An agency's window to work these debts."""

    organisation: str
    opened: datetime
    closed: datetime | None = None
    debts: tuple[str, ...] = ()

    def is_open(self, when: datetime) -> bool:
        return self.opened <= when and (self.closed is None or when < self.closed)


@dataclass(frozen=True, slots=True)
class Release:
    """Somebody entitled let one contact pass one rule's review."""

    contact_id: str
    rule_id: str
    by: str
    at: datetime
    why: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened and that one pack's rules ask about."""

    kind: str
    when: datetime | date | None = None
    debts: tuple[str, ...] = ()
    channel: Channel | None = None
    more: Mapping[str, Any] = field(default_factory=lambda: NOTHING)
