"""What is asked of the lender for one case: asked by a collector, agreed by a lead, granted by the lender.

Only the lender grants. Until then, and after the last day it stands, nothing may be said of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from shounuo.kernel.text import Text


class OfferState(StrEnum):
    """The words a lender's file uses too."""

    REQUESTED = "requested"
    LEAD_AGREED = "lead_agreed"
    LENDER_APPROVED = "lender_approved"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class OfferStep(StrEnum):
    """What somebody does to it."""

    AGREE = "agree"  # the lead
    DECLINE = "decline"  # the lead
    APPROVE = "approve"  # the lender's word, with its evidence
    REFUSE = "refuse"  # the lender's word, with its evidence
    WITHDRAW = "withdraw"  # the lender takes it back, or it was entered wrongly


MOVES: Mapping[tuple[OfferState, OfferStep], OfferState] = {
    (OfferState.REQUESTED, OfferStep.AGREE): OfferState.LEAD_AGREED,
    (OfferState.REQUESTED, OfferStep.DECLINE): OfferState.DECLINED,
    (OfferState.LEAD_AGREED, OfferStep.APPROVE): OfferState.LENDER_APPROVED,
    (OfferState.LEAD_AGREED, OfferStep.REFUSE): OfferState.DECLINED,
    (OfferState.LENDER_APPROVED, OfferStep.WITHDRAW): OfferState.WITHDRAWN,
}
OPEN = frozenset({OfferState.REQUESTED, OfferState.LEAD_AGREED})

STATE_NAMES: Mapping[OfferState, Text] = {
    OfferState.REQUESTED: Text("待主管", "waits for the lead"),
    OfferState.LEAD_AGREED: Text("待机构批复", "waits for the lender"),
    OfferState.LENDER_APPROVED: Text("机构已批", "approved by the lender"),
    OfferState.DECLINED: Text("未批", "not approved"),
    OfferState.WITHDRAWN: Text("已撤回", "withdrawn"),
}


def after(state: OfferState, step: OfferStep) -> OfferState | None:
    """The state that follows; None where this step does not fit."""
    return MOVES.get((state, step))


def stands(state: OfferState, until: date | None, on: date) -> bool:
    """Whether it may be spoken of on this day: granted, and its last day not past."""
    return state is OfferState.LENDER_APPROVED and (until is None or on <= until)
