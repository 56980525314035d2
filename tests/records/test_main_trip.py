"""The main trip: a file's account becomes a case, a call, a promise, a payment, a verdict."""

from __future__ import annotations

from datetime import date, timedelta

from machinery.databases import Database
from records.world import NOON, account_row, make_world
from shounuo.ledger.chain import breaks_in
from shounuo.records.actions.claim_next_case import claim_next_case
from shounuo.records.actions.contact_report import Report
from shounuo.records.actions.end_contact import answer_contact, end_contact
from shounuo.records.actions.open_contact import open_contact
from shounuo.records.actions.record_promise import Agreed, record_promise
from shounuo.records.actions.take_payments import (
    PaymentRow,
    declare_coverage,
    settle_waiting,
    take_payments,
)
from shounuo.records.models import Event, Promise, PromiseVerdict
from shounuo.records.queries.evidence import chained
from shounuo.rules.proposed import Channel

MINUTE = timedelta(minutes=1)


def test_from_a_file_to_a_kept_promise(django_on_both: Database) -> None:
    """A promise of 7,108.35 is broken at 7,108.34 and kept at one cent more."""
    world = make_world()
    case = claim_next_case(staff=world.anna, recorded_at=NOON)
    assert case is not None
    opened = open_contact(
        case_id=case.pk,
        point_id=world.point().pk,
        channel=Channel.CALL,
        staff=world.anna,
        recorded_at=NOON + MINUTE,
        request_key="press-1",
    )
    assert opened.contact is not None, opened.reach.as_json()
    answer_contact(contact_id=opened.contact.pk, staff=world.anna, recorded_at=NOON + MINUTE)
    promise = record_promise(
        case_id=case.pk,
        contact_id=opened.contact.pk,
        agreed=Agreed(
            basis="pd",
            needed_cents=710_835,
            asked_cents=720_000,
            due_by=date(2026, 11, 20),
            method="app",
            confirmation={"lender": True, "amount": True, "date": True},
        ),
        staff=world.anna,
        recorded_at=NOON + 3 * MINUTE,
    )
    assert (promise.recorded_cents, promise.state) == (710_835, "open")
    end_contact(
        contact_id=opened.contact.pk,
        staff=world.anna,
        recorded_at=NOON + 4 * MINUTE,
        report=Report("connected", "PTP", True, talk_seconds=160),
    )
    later = NOON + timedelta(days=1)
    account = account_row(0).account_ref
    pay = PaymentRow(2, "P1", account, 710_834, "CNY", date(2026, 11, 20))
    take_payments(lender=world.lender, source="core", rows=[pay], actor="feed", recorded_at=later)
    declare_coverage(
        lender=world.lender,
        source="core",
        covers_through=date(2026, 11, 20),
        actor="feed",
        recorded_at=later,
    )
    settle_waiting(lender=world.lender, actor="feed", recorded_at=later)
    assert Promise.objects.get().state == "partly_kept"
    cent = PaymentRow(3, "P2", account, 1, "CNY", date(2026, 11, 20))
    take_payments(
        lender=world.lender, source="core", rows=[cent], actor="feed", recorded_at=later + MINUTE
    )
    assert Promise.objects.get().state == "kept"
    states = list(PromiseVerdict.objects.order_by("seq").values_list("state", flat=True))
    assert states == ["open", "awaiting_file", "partly_kept", "kept"]
    chain = list(chained(f"case:{case.pk}"))
    assert [e.kind for e in chain][:4] == [
        "CaseOpened",
        "CaseClaimed",
        "ContactOpened",
        "ContactAnswered",
    ]
    assert list(breaks_in(chain)) == []
    assert Event.objects.filter(kind="PromiseSettled").count() == 4
