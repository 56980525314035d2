"""The facts of one case that a guide may speak of. Values only; the edge fills it from records.

For a third party the facts of the debt are not merely hidden: `without_debt` has none.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from shounuo.domain.contact import PartyRole
from shounuo.kernel.money import Money
from shounuo.kernel.text import Text

OfferStatus = Literal["requested", "lead_agreed", "lender_approved", "declined"]  # `domain.offer`


@dataclass(frozen=True, slots=True)
class Offer:
    """What was asked of the lender for this case. Speakable only while lender-approved, through `until`."""

    kind: str
    status: OfferStatus = "requested"
    until: date | None = None
    amount: Money | None = None
    months: int | None = None

    def speakable(self, on: date) -> bool:
        return self.status == "lender_approved" and (self.until is None or on <= self.until)


@dataclass(frozen=True, slots=True)
class AskedPromise:
    """What is being agreed on this call, for the read-back (P15); `method` as a person says it."""

    amount: Money
    day: date
    method: Text


@dataclass(frozen=True, slots=True)
class PastPromise:
    amount: Money
    day: date
    broken: bool


@dataclass(frozen=True, slots=True)
class GuideCase:
    """`party` is who is on the line. `as_of` is the day of the call where the customer is."""

    as_of: date
    party: PartyRole = PartyRole.CUSTOMER
    jurisdiction: str = "CN"
    direction: Literal["outbound", "inbound"] = "outbound"
    first_contact: bool = True
    agent: Literal["lender_staff", "agency_staff"] = "lender_staff"
    lender_id: str = ""
    lender: Text = field(default_factory=lambda: Text("", ""))
    lender_public: Text = field(default_factory=lambda: Text("", ""))
    agency: Text = field(default_factory=lambda: Text("", ""))
    collector_name: str = ""
    staff_id: str = ""
    callback_number: str = ""
    complaint_number: str = ""
    mailing_address: str = ""
    customer_name: str = ""
    honorific: Text = field(default_factory=lambda: Text("", ""))
    contact_name: str = ""
    relation: Text = field(default_factory=lambda: Text("", ""))
    product: str = ""
    stage: str = ""
    card_tail: str = ""
    due: Money | None = None
    past_due: Money | None = None
    total: Money | None = None
    rounded_ask: Money | None = None
    due_date: date | None = None
    days_past_due: int | None = None
    flags: frozenset[str] = frozenset()
    authorised: frozenset[str] = frozenset()
    litigation: str = "none"
    offers: tuple[Offer, ...] = ()
    last_promise: PastPromise | None = None
    promise: AskedPromise | None = None

    def offer(self, kind: str) -> Offer | None:
        """The offer of this kind that may be spoken of today."""
        return next((o for o in self.offers if o.kind == kind and o.speakable(self.as_of)), None)

    def without_debt(self) -> GuideCase:
        """The same case with no fact of the debt in it, for everyone who may not learn of it."""
        return replace(
            self,
            product="", stage="", card_tail="", due=None, past_due=None, total=None, rounded_ask=None,
            due_date=None, days_past_due=None, flags=frozenset(), authorised=frozenset(),
            litigation="none", offers=(), last_promise=None, promise=None,
        )  # fmt: skip
