"""The night over the live database: queues switched whole, or left as they were."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta

import pytest

from machinery.databases import Database
from records.play import play_a_call
from records.world import NOON, World, account_row, make_world
from shounuo.jobs.nightly import is_due, run_night
from shounuo.kernel.errors import Refused
from shounuo.records.actions.begin_night import begin_night
from shounuo.records.actions.raise_flag import raise_flag
from shounuo.records.actions.take_accounts import take_accounts
from shounuo.records.actions.take_payments import PaymentRow, take_payments
from shounuo.records.models import Case, Contact, Event, GateDecision, Lender, NightRun, QueueEntry
from shounuo.settings import clock

TODAY = date(2026, 11, 21)
NIGHT = datetime.fromisoformat("2026-11-21T03:00:00+08:00")


@pytest.fixture
def floor(django_on_both: Database, tmp_path, monkeypatch) -> World:
    """Six customers, one of whom promised yesterday; nights are kept in the test's own home."""
    monkeypatch.setenv("SHOUNUO_HOME", str(tmp_path))
    world = make_world(6)
    rich = account_row(
        6, figures={**account_row(6).figures, "days_past_due": 45, "past_due_cents": 1_300_000}
    )
    take_accounts(lender=world.lender, rows=[rich], actor="test", recorded_at=NOON)
    play_a_call(world)
    world.cases = list(Case.objects.order_by("pk"))
    return world


def night(world: World, day: date = TODAY, at: datetime = NIGHT) -> NightRun:
    with clock.held_at(at):
        return run_night(world.lender, day, "nightly")


def ranks() -> dict[int, tuple[int, str]]:
    column = Lender.objects.get().rank_column
    return {case.pk: (getattr(case, column), case.state) for case in Case.objects.all()}


def test_a_night_ranks_the_floor_by_value_and_says_why(floor: World) -> None:
    """Every free case has a place, the first is worth most an hour, and each tells its reasons."""
    run = night(floor)
    queued = list(QueueEntry.objects.filter(run=run, outcome="queued").order_by("position"))
    assert [e.position for e in queued] == [1, 2, 3, 4, 5, 6]
    worth = [e.value_per_hour_cents for e in queued]
    assert worth == sorted(worth, reverse=True)
    assert [ranks()[e.case_id][0] for e in queued] == [1, 2, 3, 4, 5, 6]
    assert all(len(e.why["zh"]) == len(e.why["en"]) > 4 for e in queued)
    promised = Case.objects.get(promises__isnull=False)
    assert promised.pk not in {e.case_id for e in queued}
    assert run.summary["decisions"]["open_promise"] == 1
    asked = GateDecision.objects.filter(asked_by="nightly")
    assert asked.count() == run.summary["asked"] == 6
    kinds = Event.objects.filter(chain=f"night:{floor.lender.pk}").order_by("seq")
    assert [e.kind for e in kinds] == ["NightBegun", "NightPublished"]


def test_the_same_night_again_changes_nothing(floor: World) -> None:
    """A second run of the day over the same records keeps the first run, its ranks and its entries."""
    first, before = night(floor), ranks()
    decisions = GateDecision.objects.count()
    again = night(floor)
    assert again.pk == first.pk
    assert ranks() == before
    assert NightRun.objects.count() == 1
    assert GateDecision.objects.count() == decisions


def test_a_customer_the_law_protects_is_not_queued(floor: World) -> None:
    """A case with a complaint is left out by the state of the case, and its place goes to the next."""
    case = Case.objects.filter(promises=None, state="queued").first()
    raise_flag(
        customer_id=case.customer_id,
        kind="complaint_hold",
        actor=floor.lead,
        recorded_at=NOON,
    )
    run = night(floor)
    assert not QueueEntry.objects.filter(run=run, case=case).exists()
    assert run.summary["decisions"]["held"] == 1
    assert run.summary["queued"] == 5


def test_who_has_paid_since_the_figures_is_set_aside(floor: World) -> None:
    """All that was past due came in the next day: the night counts it as paid, and *Next case* cannot draw it."""
    case = Case.objects.filter(promises=None, state="queued").first()
    (account,) = case.customer.accounts.all()
    row = PaymentRow(2, "P1", account.ref, account.past_due_cents, "CNY", TODAY)
    take_payments(lender=floor.lender, source="core", rows=[row], actor="feed", recorded_at=NIGHT)
    run = night(floor, TODAY + timedelta(days=1), NIGHT + timedelta(days=1))
    case.refresh_from_db()
    assert run.summary["decisions"]["paid"] == 1
    assert not QueueEntry.objects.filter(run=run, case=case).exists()
    assert case.state == "waiting"
    assert case.set_aside_until > NIGHT + timedelta(days=1)


def test_what_the_gate_refuses_is_kept_with_its_rule(floor: World) -> None:
    """A line whose recording fails closes every candidate: none is queued, each with the rule that says so."""
    floor.team.recording_works = False
    floor.team.save()
    run = night(floor)
    blocked = QueueEntry.objects.filter(run=run)
    assert run.summary["queued"] == 0
    assert {e.outcome for e in blocked} == {"blocked"}
    assert {e.rules for e in blocked} == {"REC-1"}


def test_a_failed_night_leaves_the_queues_and_says_why(floor: World) -> None:
    """Payments that have not come for ten days stop the night; yesterday's ranks stay in force."""
    night(floor)
    before = ranks()
    with pytest.raises(Refused):
        night(floor, TODAY + timedelta(days=10), NIGHT + timedelta(days=10))
    assert ranks() == before
    failed = NightRun.objects.get(state="failed")
    assert [p["code"] for p in failed.problems] == ["payments-late"]
    assert NightRun.objects.get(state="published").as_of == TODAY


def test_a_clock_set_back_does_not_bring_old_queues(floor: World) -> None:
    """A night for an earlier day than the one in force is refused."""
    night(floor)
    before = ranks()
    with pytest.raises(Refused) as stopped:
        night(floor, TODAY - timedelta(days=1), NIGHT - timedelta(days=1))
    assert stopped.value.problem.code == "night-older-than-current"
    assert ranks() == before


def test_contacts_standing_twice_stop_the_night(floor: World) -> None:
    """When half of the attempts are there twice under other ids the night is refused and says so."""
    for customer in Case.objects.all():
        for n in range(4):
            Contact.objects.create(
                case=customer,
                customer_id=customer.customer_id,
                channel="call",
                role="customer",
                state="ended",
                outcome="no_answer",
                opened_at=NOON - timedelta(days=1, minutes=n // 2),
                request_key=f"twice-{customer.pk}-{n}",
            )
    with pytest.raises(Refused):
        night(floor)
    assert "contacts-doubled" in json.dumps(NightRun.objects.get().problems)


def test_the_hour_of_the_lender_starts_one_night_a_day(floor: World) -> None:
    """Due from the lender's hour until the morning, once, again after one that died, never when off."""
    assert not is_due(floor.lender, NIGHT - timedelta(minutes=1))
    assert is_due(floor.lender, NIGHT)
    assert not is_due(floor.lender, NIGHT + timedelta(hours=6))
    floor.lender.night = {"hour": 5}
    assert not is_due(floor.lender, NIGHT)
    assert is_due(floor.lender, NIGHT + timedelta(hours=2))
    night(floor, at=NIGHT + timedelta(hours=2))
    assert not is_due(floor.lender, NIGHT + timedelta(hours=3))
    floor.lender.night = {}
    tomorrow = NIGHT + timedelta(days=1)
    died = begin_night(
        lender=floor.lender, as_of=tomorrow.date(), actor="nightly", recorded_at=tomorrow
    )
    assert not is_due(floor.lender, tomorrow + timedelta(minutes=20))
    assert is_due(floor.lender, tomorrow + timedelta(minutes=40))
    night(floor, tomorrow.date(), tomorrow + timedelta(minutes=40))
    died.refresh_from_db()
    assert died.state == "failed"
    floor.lender.night = {"off": True}
    assert not is_due(floor.lender, NIGHT + timedelta(days=1))
