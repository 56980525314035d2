"""A waiver is asked by a collector, let through by a lead, granted by the lender until a day; spoken of only then."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from records.world import NOON, World, make_world
from shounuo.guides.case import GuideCase
from shounuo.kernel.errors import Refused
from shounuo.records.actions.decide_offer import (
    LenderWord,
    decide_offer,
    record_lender_word,
    withdraw_offer,
)
from shounuo.records.actions.request_offer import request_offer
from shounuo.records.models import Account, Contact, Event, FollowUp, OfferRequest
from shounuo.records.queries.call_context import known_context
from shounuo.records.queries.guide_case import case_for_preview
from shounuo.records.queries.inbox import inbox

pytestmark = pytest.mark.django_db(transaction=True)
LAST = date(2026, 11, 25)
WORD = LenderWord("启函〔2026〕118号", LAST, 60_000, None)


@pytest.fixture
def world() -> World:
    return make_world()


def ask(world: World, kind: str = "waiver") -> OfferRequest:
    return request_offer(
        case_id=world.case().pk, kind=kind, staff=world.anna, recorded_at=NOON, words="做手术"
    )


def agreed(world: World) -> OfferRequest:
    offer = ask(world)
    return decide_offer(offer_id=offer.pk, agree=True, lead=world.lead, recorded_at=NOON)


def granted(world: World) -> OfferRequest:
    given = {"offer_id": agreed(world).pk, "staff": world.lead, "recorded_at": NOON}
    return record_lender_word(granted=True, word=WORD, **given)


def heard(world: World, at: datetime = NOON) -> GuideCase:
    return case_for_preview(world.case(), world.anna, at, "王*国")


def test_spoken_of_only_while_granted(world: World) -> None:
    """Not when asked, not when a lead agrees; from the lender's word to its last day; not after."""
    offer = ask(world)
    assert heard(world).offer("waiver") is None
    decide_offer(offer_id=offer.pk, agree=True, lead=world.lead, recorded_at=NOON)
    assert heard(world).offer("waiver") is None
    record_lender_word(
        offer_id=offer.pk, granted=True, word=WORD, staff=world.lead, recorded_at=NOON
    )
    found = heard(world).offer("waiver")
    assert found is not None
    assert found.amount is not None
    assert (found.until, found.amount.minor) == (LAST, 60_000)
    assert heard(world, NOON + timedelta(days=5)).offer("waiver") is not None  # the 25th itself
    assert heard(world, NOON + timedelta(days=6)).offer("waiver") is None
    assert heard(world).offer("new_credit") is None


def test_withdrawn_at_once(world: World) -> None:
    """What the lender takes back is not spoken of from that moment on."""
    offer = granted(world)
    withdraw_offer(offer_id=offer.pk, staff=world.lead, recorded_at=NOON, why="机构撤回")
    assert heard(world).offer("waiver") is None


def test_the_lenders_file_beats_what_was_entered(world: World) -> None:
    """A file that declines the waiver silences the one entered on the desk."""
    granted(world)
    Account.objects.update(facts={"approved_offers": '[{"kind":"waiver","status":"declined"}]'})
    assert heard(world).offer("waiver") is None


@pytest.mark.parametrize(
    "word",
    [
        LenderWord("", LAST, 60_000),
        LenderWord("函1", None, 60_000),
        LenderWord("函1", date(2026, 11, 19), 60_000),
        LenderWord("函1", LAST, 0),
        LenderWord("函1", LAST, None, 0),
    ],
)
def test_no_grant_by_halves(world: World, word: LenderWord) -> None:
    """Evidence, a last day not past and a sum above zero, or nothing is granted."""
    offer = agreed(world)
    with pytest.raises(Refused):
        record_lender_word(
            offer_id=offer.pk, granted=True, word=word, staff=world.lead, recorded_at=NOON
        )
    offer.refresh_from_db()
    assert offer.state == "lead_agreed"


def test_no_step_is_skipped_or_taken_twice(world: World) -> None:
    """The lender's word needs the lead's, a decision is taken once, and nobody decides on their own request."""
    offer = ask(world)
    given = {"offer_id": offer.pk, "recorded_at": NOON}
    with pytest.raises(Refused):
        record_lender_word(granted=True, word=WORD, staff=world.lead, **given)
    with pytest.raises(Refused):
        decide_offer(agree=True, lead=world.anna, **given)
    with pytest.raises(Refused):
        decide_offer(agree=False, lead=world.lead, why=" ", **given)
    decide_offer(agree=False, lead=world.lead, why="材料不足", **given)
    with pytest.raises(Refused):
        decide_offer(agree=True, lead=world.lead, **given)
    answer = FollowUp.objects.get(kind="offer_answer")
    assert list(inbox(world.anna)) == [answer], "whoever asked finds the answer in the inbox"


def test_asking_twice_is_asking_once(world: World) -> None:
    """A request that is open is not made again; a kind no line could name is refused."""
    assert ask(world) == ask(world)
    assert OfferRequest.objects.count() == 1
    with pytest.raises(Refused):
        ask(world, "lottery")


def test_every_step_is_an_event_without_the_customers_words(world: World) -> None:
    """Request, decision and answer stand on the case's chain; the words enter as a commitment only."""
    granted(world)
    kinds = ["OfferRequested", "OfferAgreed", "OfferApproved"]
    rows = Event.objects.filter(chain=f"case:{world.case().pk}", kind__in=kinds).order_by("seq")
    assert [row.kind for row in rows] == kinds
    assert "做手术" not in str([row.payload for row in rows])
    assert rows[2].payload["evidence"] == WORD.evidence


def test_inspection_knows_what_was_granted_then(world: World) -> None:
    """A call after the grant may speak of it; one before it, or of a file's mere request, may not."""
    case = world.case()
    granted(world)
    Account.objects.update(
        facts={"approved_offers": '[{"kind":"reopen_card","status":"requested"}]'}
    )
    kinds = []
    for number, minutes in enumerate((-1, 1)):
        opened = NOON + timedelta(minutes=minutes)
        told = {"case": case, "customer": case.customer, "role": "customer", "channel": "call"}
        call = Contact.objects.create(opened_at=opened, request_key=str(number), **told)
        kinds.append([offer["kind"] for offer in known_context(call)["approved_offers"]])
    assert kinds == [[], ["waiver"]]
