"""The canonical codes, and the loader of their catalogue.

Each code says to whom it applies, on which line outcomes, whether the contact was effective, whether it
earns volume credit, what must be asked with it, what it triggers, and when and to whom the case returns.
Calls to third parties and hang-ups never earn volume credit (P30). INSY needs the customer's own words
and is never used for "no money" (P12).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from shounuo.domain.contact import Outcome, PartyRole
from shounuo.domain.flags import Flag
from shounuo.kernel.text import Text


class Code(StrEnum):
    PTP = "PTP"
    PTP_IMPLIED = "PTP_IMPLIED"
    PLAN_REQUEST = "PLAN_REQUEST"
    REFUSE = "REFUSE"
    NO_MONEY = "NO_MONEY"
    INSY = "INSY"
    DISPUTE = "DISPUTE"
    CLAIM_PAID = "CLAIM_PAID"
    AUTOPAY_FAILED = "AUTOPAY_FAILED"
    DECEASED = "DECEASED"
    WRONG_PERSON = "WRONG_PERSON"
    MESSAGE_LEFT = "MESSAGE_LEFT"
    CALLBACK = "CALLBACK"
    HUNG_UP = "HUNG_UP"
    COMPLAINT = "COMPLAINT"
    CEASE = "CEASE"
    THIRD_PARTY_REFUSED = "THIRD_PARTY_REFUSED"
    VULNERABLE = "VULNERABLE"
    VERIFIED_DATA = "VERIFIED_DATA"
    ABUSIVE = "ABUSIVE"
    NO_ANSWER = "NO_ANSWER"
    BUSY = "BUSY"
    DEAD_NUMBER = "DEAD_NUMBER"
    SUSPENDED = "SUSPENDED"
    POWERED_OFF = "POWERED_OFF"
    REJECTED = "REJECTED"
    ASSISTANT = "ASSISTANT"
    VOICEMAIL = "VOICEMAIL"
    DROPPED = "DROPPED"


class Task(StrEnum):
    """Work that a code starts for somebody."""

    PAYMENT_SEARCH = "payment_search"
    PLAN_OFFER = "plan_offer"
    DISPUTE_REVIEW = "dispute_review"
    BEREAVEMENT_CARE = "bereavement_care"
    COMPLAINT_CASE = "complaint_case"
    HARDSHIP_CARE = "hardship_care"
    NUMBER_REVIEW = "number_review"
    ESCALATION_REVIEW = "escalation_review"
    AUTOPAY_CHECK = "autopay_check"
    CEASE_REVIEW = "cease_review"


class ReturnsTo(StrEnum):
    """Who has the case next."""

    SAME = "same_collector"
    POOL = "pool"
    LEAD = "lead"
    COMPLIANCE = "compliance"
    NOBODY = "nobody"  # until the flag or task ends


@dataclass(frozen=True, slots=True)
class Disposition:
    """`asks`: names of what must be given with the code. `returns_days`: calendar days; None: no date
    of its own. `blocks_number`: the number dialled is not tried again. `promise`: "", explicit, implied.
    """

    code: Code
    name: Text
    key: str
    roles: frozenset[PartyRole]
    outcomes: frozenset[Outcome]
    effective: bool
    volume_credit: bool
    asks: tuple[str, ...]
    flags: tuple[Flag, ...]
    tasks: tuple[Task, ...]
    promise: str
    returns_to: ReturnsTo
    returns_days: int | None
    blocks_number: bool
    never_for: Text | None = None


@cache
def catalogue() -> Mapping[Code, Disposition]:
    """Every code, in the order of the file, which is the order on the screen."""
    text = (files(__package__) / "catalogue.yaml").read_text(encoding="utf-8")
    rows = yaml.safe_load(text)
    return {Code(code): _disposition(Code(code), row) for code, row in rows.items()}


def name_of(code: str) -> Text:
    """The code's name; a code of another house's list as it stands."""
    known = catalogue().get(Code(code)) if code in list(Code) else None
    return known.name if known else Text(code, code)


def dispositions_for(role: PartyRole, outcome: Outcome | None = None) -> list[Disposition]:
    """The codes that fit the party on the line and how the line answered."""
    return [
        d
        for d in catalogue().values()
        if role in d.roles and (outcome is None or outcome in d.outcomes)
    ]


def earns_volume(code: Code, role: PartyRole) -> bool:
    """Whether an attempt counts as work done: never a call to a third party, never a hang-up."""
    return catalogue()[code].volume_credit and role is not PartyRole.THIRD_PARTY


_ROLES = {
    "owing": frozenset({PartyRole.CUSTOMER, PartyRole.GUARANTOR}),
    "informed": frozenset(set(PartyRole) - {PartyRole.THIRD_PARTY}),
    "third_party": frozenset({PartyRole.THIRD_PARTY}),
    "anyone": frozenset(PartyRole),
}


def _disposition(code: Code, row: Mapping[str, Any]) -> Disposition:
    never = row.get("never_for")
    return Disposition(
        code=code,
        name=Text(row["zh"], row["en"]),
        key=row.get("key", ""),
        roles=_ROLES[row["for"]],
        outcomes=frozenset(Outcome(o) for o in row.get("outcomes", ["connected", "dropped"])),
        effective=row["effective"],
        volume_credit=row["volume_credit"],
        asks=tuple(row.get("asks", ())),
        flags=tuple(Flag(f) for f in row.get("flags", ())),
        tasks=tuple(Task(t) for t in row.get("tasks", ())),
        promise=row.get("promise", ""),
        returns_to=ReturnsTo(row["returns_to"]),
        returns_days=row.get("returns_days"),
        blocks_number=row.get("blocks_number", False),
        never_for=Text(never["zh"], never["en"]) if never else None,
    )
