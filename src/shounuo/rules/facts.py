"""Everything a rule may ask, in one value. Loaded by the records room, by case files, by tests.

None and empty are different: `other_parties=None` is "nobody has said", `()` is "there are none".
`more` holds facts that a single pack asks for, under the names its case format gives them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from shounuo.rules.past import Coverage, PastContact
from shounuo.rules.proposed import NOTHING, Proposed
from shounuo.rules.standing import (
    Consent,
    Creditor,
    Customer,
    Debt,
    Event,
    HeirRoute,
    Hold,
    Placement,
    Release,
    Request,
)


@dataclass(frozen=True, slots=True)
class Facts:
    """The proposed contact and all that is known around it."""

    proposed: Proposed
    creditor: Creditor
    customer: Customer
    debts: tuple[Debt, ...] = ()
    contacts: tuple[PastContact, ...] = ()
    other_parties: tuple[str, ...] | None = None
    coverage: tuple[Coverage, ...] = ()
    holds: tuple[Hold, ...] = ()
    requests: tuple[Request, ...] = ()
    consents: tuple[Consent, ...] = ()
    heirs: tuple[HeirRoute, ...] = ()
    placements: tuple[Placement, ...] = ()
    releases: tuple[Release, ...] = ()
    events: tuple[Event, ...] = ()
    more: Mapping[str, Any] = field(default_factory=lambda: NOTHING)

    def concerned_by(self, debts: Collection[str]) -> bool:
        """Whether what is known of these debts concerns the contact; unnamed ones may be any."""
        named = self.proposed.debts
        return not debts or not named or not set(debts).isdisjoint(named)

    @property
    def proposed_debts(self) -> tuple[Debt, ...]:
        """The debts of the proposed contact that are known here."""
        return tuple(debt for debt in self.debts if debt.id in self.proposed.debts)
