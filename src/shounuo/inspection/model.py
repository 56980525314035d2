"""What inspection reads and what it says: a call, its context, a finding. Values only; no decision here.

Money is integer minor units, times are seconds from the start of the call, `as_of` is the call's start.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from shounuo.inspection.codes import SEVERITY, Severity
from shounuo.kernel.text import Text

Speaker = Literal["agent", "party"]
Role = Literal["debtor", "third_party", "guarantor", "unknown"]
Litigation = Literal["none", "filed", "judgment"]


@dataclass(frozen=True, slots=True)
class Turn:
    """One stretch of speech; `t0`/`t1` seconds, None when the source has no clock.

    `sure`: how sure it is that this side spoke, where only the words could tell (`parting`); None where the source did.
    """

    i: int
    speaker: Speaker
    text: str
    t0: float | None = None
    t1: float | None = None
    sure: float | None = None


@dataclass(frozen=True, slots=True)
class ThirdParty:
    relation: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class LastPayment:
    date: date
    cents: int


@dataclass(frozen=True, slots=True)
class Offer:
    """What the lender approved for this case; `months` on instalments."""

    kind: str
    cents: int | None = None
    months: int | None = None


@dataclass(frozen=True, slots=True)
class PreviousPromise:
    made: date | None
    cents: int | None
    due: date | None
    result: str


@dataclass(frozen=True, slots=True)
class Instalment:
    """One part of a promise; `cents` None: the rest, of a total that is not on file."""

    cents: int | None
    date: date


@dataclass(frozen=True, slots=True)
class SpokenPromise:
    """A promise as said, or as typed by the collector. None = that part was not settled.

    `method`: app, bank_transfer, counter, auto_debit, or other, which a report also says where no way was named.
    Of one paid in parts `cents` and `date` are those of the first; `instalments` holds every part, the first as well.
    """

    cents: int | None
    date: date | None
    method: str | None
    explicit: bool
    instalments: tuple[Instalment, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """What the house knew when the call was made."""

    callee_role: Role = "unknown"
    third_party: ThirdParty | None = None
    agent_type: Literal["lender_staff", "agency_staff"] = "lender_staff"
    lender: str = ""
    agency: str | None = None
    debtor_name: str = ""
    product: str = ""
    currency: str = "CNY"
    due_cents: int | None = None
    past_due_cents: int | None = None
    total_balance_cents: int | None = None
    days_past_due: int | None = None
    stage: str = ""
    last_payment: LastPayment | None = None
    open_flags: frozenset[str] = frozenset()
    approved_offers: tuple[Offer, ...] = ()
    litigation: Litigation = "none"
    authorised_actions: frozenset[str] = frozenset()
    previous_promises: tuple[PreviousPromise, ...] = ()
    jurisdiction: str = "CN"
    jurisdiction_assumed: bool = False  # nobody said so: `inspection.place`
    recorded_promise: SpokenPromise | None = None
    recorded_disposition: str | None = None
    identity_known: bool = (
        False  # already verified before these turns (a sentence by itself, a live call)
    )

    @property
    def owed_cents(self) -> tuple[int, ...]:
        """The sums on file that are owed, each once: due, past due and the whole balance."""
        sums = (self.due_cents, self.past_due_cents, self.total_balance_cents)
        return tuple(dict.fromkeys(cents for cents in sums if cents))


@dataclass(frozen=True, slots=True)
class Call:
    id: str
    lang: str
    as_of: datetime
    context: Context
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault, proven by its sentence: `quote == turn.text[start:end]`."""

    code: str
    turn: int
    start: int
    end: int
    quote: str
    why: Text
    rule: str
    citation: str = ""
    confidence: float = 0.8
    facts: tuple[str, ...] = field(default=())

    @property
    def severity(self) -> Severity:
        return SEVERITY[self.code]
