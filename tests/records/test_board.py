"""The board against a day counted by hand."""

from __future__ import annotations

from datetime import timedelta

from machinery.databases import Database
from records.play import MINUTE, dial, play_a_call
from records.world import NOON, account_row, make_world
from shounuo.records.actions.claim_next_case import claim_next_case
from shounuo.records.actions.contact_report import Report
from shounuo.records.actions.end_contact import end_contact
from shounuo.records.actions.take_payments import PaymentRow, take_payments
from shounuo.records.queries.board import board, calls_behind


def test_a_day_counted_by_hand(django_on_both: Database) -> None:
    """One promise kept (160 s), one call unanswered, cash once from each of two customers.

    Anna: attempts 1, contacts 1, ATT 160 s, 1 of 1 kept, 7,108.35 by last touch.
    Bao: attempts 1, no contact. The second customer paid 50.00 unasked: nobody's.
    """
    world = make_world(2)
    promise = play_a_call(world)
    other = claim_next_case(staff=world.bao, recorded_at=NOON + 5 * MINUTE)
    assert other is not None
    contact = dial(other, world.bao, NOON + 6 * MINUTE, "bao").contact
    assert contact is not None
    end_contact(
        contact_id=contact.pk,
        staff=world.bao,
        recorded_at=NOON + 7 * MINUTE,
        report=Report("no_answer", "NO_ANSWER", False),
    )
    numbers = {case.pk: n for n, case in enumerate(world.cases)}
    day = NOON.date()
    rows = [
        PaymentRow(2, "A", account_row(numbers[promise.case_id]).account_ref, 710_835, "CNY", day),
        PaymentRow(3, "B", account_row(numbers[other.pk]).account_ref, 5_000, "CNY", day),
    ]
    take_payments(
        lender=world.lender,
        source="core",
        rows=rows,
        actor="feed",
        recorded_at=NOON + timedelta(hours=3),
    )
    shown = board(world.team, day, day)
    lines = {line.name: line for line in shown.collectors}
    anna, bao = lines["张敏"], lines["包刚"]
    assert (anna.work.attempts, anna.work.contacts, anna.work.att_seconds) == (1, 1, 160)
    assert (anna.explicit.kept, anna.explicit.decided, anna.recovered_minor) == (1, 1, 710_835)
    assert (bao.work.attempts, bao.work.contacts, bao.recovered_minor) == (1, 0, 0)
    assert (shown.total.recovered_minor, shown.self_cured_minor) == (715_835, 5_000)
    assert shown.days[0].explicit.rate_by_amount == 1
    assert [c.pk for c in calls_behind(world.team, day, day, staff_id=world.bao.pk)] == [contact.pk]
