"""A promise cancelled or made void by whoever may, with a reason; it stands as such and counts nowhere."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client

from machinery.databases import Database
from records.play import play_a_call
from records.world import NOON, World, account_row, make_world
from shounuo.records.actions.claim_next_case import claim_next_case
from shounuo.records.actions.release_case import release_case
from shounuo.records.actions.take_payments import PaymentRow, take_payments
from shounuo.records.models import Event, FollowUp, Promise, Staff
from shounuo.settings import clock

LATER = NOON + timedelta(hours=1)


@pytest.fixture
def promised(django_on_both: Database) -> tuple[World, Promise]:
    """Anna took a promise at noon and put the case back; a compliance officer is about."""
    world = make_world(1)
    promise = play_a_call(world)
    release_case(case_id=promise.case_id, actor=world.anna, recorded_at=LATER, reason="done")
    Staff.objects.create(staff_no="4001", name="何律", role="compliance")
    return world, promise


def end(staff_no: str, promise: Promise, how: str, reason: str) -> int:
    client = Client()
    client.force_login(Staff.objects.get(staff_no=staff_no))
    with clock.held_at(LATER):
        return client.post(f"/promise/{promise.pk}/{how}", {"reason": reason}).status_code


def test_a_lead_voids_a_promise_of_the_wrong_person(promised: tuple[World, Promise]) -> None:
    """The state, its reason and an event say so; the case no longer waits for its day."""
    world, promise = promised
    assert world.case().state == "waiting"
    assert end("2001", promise, "void", "") == 409
    assert end("2001", promise, "void", "听录音不是本人") == 302
    promise.refresh_from_db()
    assert (promise.state, promise.end_reason) == ("void", "听录音不是本人")
    assert Event.objects.filter(kind="PromiseVoided", actor="2001").count() == 1
    assert not FollowUp.objects.filter(promise=promise, done_at=None).exists()
    assert world.case().state == "queued"
    assert claim_next_case(staff=world.bao, recorded_at=LATER) is not None


def test_a_kept_promise_is_voided_but_not_cancelled(promised: tuple[World, Promise]) -> None:
    """The money came: only a wrong record is taken back, and the payment stays."""
    world, promise = promised
    pay = PaymentRow(2, "P1", account_row(0).account_ref, 710_835, "CNY", date(2026, 11, 20))
    take_payments(lender=world.lender, source="core", rows=[pay], actor="feed", recorded_at=LATER)
    promise.refresh_from_db()
    assert promise.state == "kept"
    assert end("2001", promise, "cancel", "客户说不还了") == 409
    assert end("4001", promise, "void", "重复录入") == 302
    promise.refresh_from_db()
    assert promise.state == "void"


def test_who_does_not_hold_the_case_ends_nothing(promised: tuple[World, Promise]) -> None:
    """A collector who let go of it may not cancel, and no collector may void."""
    _, promise = promised
    assert end("1002", promise, "cancel", "x") == 403
    assert end("1001", promise, "void", "x") == 403
    promise.refresh_from_db()
    assert promise.state == "open"


def test_the_case_page_offers_each_what_they_may(promised: tuple[World, Promise]) -> None:
    """A lead cancels or voids; compliance voids."""
    _, promise = promised
    for staff_no, cancels in (("2001", True), ("4001", False)):
        client = Client()
        client.force_login(Staff.objects.get(staff_no=staff_no))
        with clock.held_at(LATER):
            text = client.get(f"/case/{promise.case_id}").content.decode()
        assert (f"/promise/{promise.pk}/cancel" in text) is cancels
        assert f"/promise/{promise.pk}/void" in text
