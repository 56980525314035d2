"""What is asked of the lender moves one way, and stands only while the lender's word does."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

from shounuo.domain.offer import MOVES, OfferState, OfferStep, after, stands


def test_only_the_lenders_word_grants() -> None:
    """Of all states and steps, one pair alone leads to a grant: agreed by a lead, approved by the lender."""
    pairs = product(OfferState, OfferStep)
    granting = [pair for pair in pairs if after(*pair) is OfferState.LENDER_APPROVED]
    assert granting == [(OfferState.LEAD_AGREED, OfferStep.APPROVE)]


def test_what_is_over_stays_over() -> None:
    """No step leads out of a declined or withdrawn request."""
    assert {state for state, _ in MOVES}.isdisjoint({OfferState.DECLINED, OfferState.WITHDRAWN})


def test_stands_through_its_last_day() -> None:
    """Granted until the 30th it stands on the 30th and not on the 1st; ungranted it stands on no day."""
    last = date(2026, 11, 30)
    assert stands(OfferState.LENDER_APPROVED, last, last)
    assert not stands(OfferState.LENDER_APPROVED, last, last + timedelta(days=1))
    assert not any(
        stands(state, last, last) for state in OfferState if state != OfferState.LENDER_APPROVED
    )
