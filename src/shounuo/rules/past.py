"""Contacts already made and what is known of those made by others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from shounuo.rules.proposed import NOTHING, Channel, Direction, Role


@dataclass(frozen=True, slots=True)
class PastContact:
    """One contact in the counters' sight.

    `connected`: None when the switch has not said. `in_flight`: begun, no outcome yet; one that
    never reports back stays unknown. `debts`: those it is counted to; `discussed`: those a
    conversation was about. `exclusion`: why a named rule does not count it.
    """

    when: datetime
    channel: Channel
    direction: Direction = Direction.OUTBOUND
    person_id: str | None = None
    role: Role | None = None
    address_id: str | None = None
    debts: tuple[str, ...] = ()
    discussed: tuple[str, ...] = ()
    outcome: str | None = None
    connected: bool | None = None
    in_flight: bool = False
    organisation: str | None = None
    exclusion: str | None = None
    contact_id: str = ""
    more: Mapping[str, Any] = field(default_factory=lambda: NOTHING)


class Basis(StrEnum):
    """What our knowledge of another party's contacts rests on."""

    IMPORTED = "imported"  # its contacts are in `Facts.contacts` up to `through`
    ATTESTATION = "attestation"  # the lender states in writing that it makes none
    QUOTA = "quota"  # the lender allots each party a share of the day's number


@dataclass(frozen=True, slots=True)
class Coverage:
    """Knowledge of one other organisation's contacts, from `since` through `through`.

    For a quota `organisation` is the collecting one and the shares are its own.
    """

    organisation: str
    basis: Basis
    through: datetime
    since: datetime | None = None
    evidence: str | None = None
    connected_share: int | None = None
    attempts_share: int | None = None

    def covers(self, when: datetime) -> bool:
        return (self.since is None or self.since <= when) and when <= self.through
