"""The switch of the queues: in parts, whole at once, and left as it was by a run that is killed."""

from __future__ import annotations

import signal
from datetime import date, datetime, timedelta

import pyarrow.parquet as pq
import pytest

from machinery.databases import Database
from records.processes import start
from records.world import World, account_row, make_world
from shounuo.jobs.nightly import home_of, run_night
from shounuo.records.actions.claim_next_case import claim_next_case
from shounuo.records.actions.take_accounts import take_accounts
from shounuo.records.models import Account, Case, Flag, GateDecision, Lender, NightRun, QueueEntry
from shounuo.records.queries import night_folder
from shounuo.settings import clock, keys

TODAY = date(2026, 11, 21)
NIGHT = datetime.fromisoformat("2026-11-21T03:00:00+08:00")
ADAY = timedelta(days=1)
PEOPLE = 7

# Two customers and two entries a part, so that seven customers make four and four.
DIES = """
from shounuo.jobs.nightly import run_night
from shounuo.records.queries import night_folder
from shounuo.settings import clock
night_folder.PEOPLE_A_PART = night_folder.ENTRIES_A_PART = 2
def told(stage, done, of):
    if (stage, done) == ("publish", arguments["part"]):
        os.kill(os.getpid(), signal.SIGKILL)
at = datetime.fromisoformat(arguments["at"])
with clock.held_at(at):
    run_night(Lender.objects.get(), at.date(), "nightly", told)
"""


@pytest.fixture
def floor(django_on_both: Database, monkeypatch) -> World:
    """Seven customers, each past due by another sum; yesterday's night in force."""
    for name in ("secret", "data", "hash"):  # this process's own, before its home is another
        monkeypatch.setenv(f"SHOUNUO_{name.upper()}_KEY", keys.text(name))
    monkeypatch.setenv("SHOUNUO_HOME", str(django_on_both.home))
    monkeypatch.setattr(night_folder, "PEOPLE_A_PART", 2)
    monkeypatch.setattr(night_folder, "ENTRIES_A_PART", 2)
    world = make_world(PEOPLE)
    night(world, NIGHT - ADAY)
    for number, account in enumerate(Account.objects.order_by("pk")):
        past_due(account.pk, 200_000 + number * 50_000)
    return world


def past_due(account: int, cents: int) -> None:
    Account.objects.filter(pk=account).update(past_due_cents=cents)


def night(world: World, at: datetime = NIGHT) -> NightRun:
    with clock.held_at(at):
        return run_night(Lender.objects.get(), at.date(), "nightly")


def order() -> list[tuple[int, int, str]]:
    """What the floor draws by: rank, case, state."""
    column = Lender.objects.get().rank_column
    return sorted(Case.objects.values_list(column, "pk", "state"))


def dies_at(database: Database, part: int, at: datetime = NIGHT) -> None:
    process = start(database, DIES, part=part, at=at.isoformat())
    _, err = process.communicate(timeout=120)
    assert process.returncode == -signal.SIGKILL, err


@pytest.mark.races
def test_a_night_killed_between_two_parts_leaves_yesterdays_order(
    floor: World, django_on_both: Database
) -> None:
    """After a kill at any part the floor draws as before, and its next run ends as if nothing had been."""
    before = order()
    for part in (0, 3, 5, 8):
        dies_at(django_on_both, part, NIGHT + timedelta(minutes=part * 20))
        assert order() == before
        assert NightRun.objects.get(state="running").parts_done == part
    whole = night(floor, NIGHT + timedelta(hours=4))
    assert NightRun.objects.filter(as_of=TODAY, state="published").get() == whole
    assert order() != before
    assert sorted(rank for rank, _, _ in order()) == list(range(1, PEOPLE + 1))
    entries = QueueEntry.objects.filter(run=whole)
    assert entries.count() == entries.values("account").distinct().count() == PEOPLE
    assert not QueueEntry.objects.filter(run__state="failed").exists()
    # Each answer was written down once although the last run asked again after part 8 stood.
    assert GateDecision.objects.filter(asked_by="nightly", at__gte=NIGHT).count() == PEOPLE


def test_a_stopped_night_goes_on_only_if_it_is_the_same(
    floor: World, django_on_both: Database
) -> None:
    """When a file came between, every part is laid anew, and the order is that of an unbroken run."""
    dies_at(django_on_both, 6)
    past_due(Account.objects.earliest("pk").pk, 700_000)
    run = night(floor, NIGHT + timedelta(minutes=30))
    queued = QueueEntry.objects.filter(run=run).order_by("position")
    assert [case for _, case, _ in order()] == [e.case_id for e in queued]
    assert order()[0][1] == Case.objects.earliest("pk").pk
    assert QueueEntry.objects.filter(run__as_of=TODAY).count() == PEOPLE


def test_who_is_not_to_be_called_today_does_not_come_back_today(floor: World) -> None:
    """In care and waiting since a call yesterday: until midnight if it was today, untouched if it was later."""
    for case, hours in zip(Case.objects.order_by("pk")[:2], (6, 30), strict=True):
        Flag.objects.create(
            customer_id=case.customer_id,
            kind="vulnerable",
            effective_at=NIGHT - ADAY,
            recorded_at=NIGHT - ADAY,
        )
        Case.objects.filter(pk=case.pk).update(
            state="waiting", return_at=NIGHT + timedelta(hours=hours)
        )
    run = night(floor)
    assert run.summary["decisions"]["help"] == 1
    today, later = Case.objects.order_by("pk")[:2]
    midnight = datetime.fromisoformat("2026-11-22T00:00:00+08:00")
    assert (today.state, today.return_at, today.set_aside_until) == ("waiting", midnight, midnight)
    assert (later.return_at, later.set_aside_until) == (NIGHT + timedelta(hours=30), None)


def test_a_file_in_the_day_leaves_the_nights_order(floor: World) -> None:
    """Known cases keep their places when figures come; a new case stands in front of all of them."""
    night(floor)
    before = order()
    rows = [account_row(n) for n in range(PEOPLE + 1)]
    take_accounts(lender=floor.lender, rows=rows, actor="test", recorded_at=NIGHT)
    new, *known = order()
    assert known == before
    assert new[0] < 0
    with clock.held_at(NIGHT + timedelta(hours=7)):
        drawn = claim_next_case(staff=floor.anna, recorded_at=NIGHT + timedelta(hours=7))
    assert drawn is None or drawn.pk == new[1]


def test_the_order_is_that_of_a_naive_count(floor: World) -> None:
    """Everybody's place in the file equals one counted by hand from the queue and the cases."""
    run = night(floor)
    assert counted(floor, run) == [case for _, case, _ in order()]


def counted(world: World, run: NightRun) -> list[int]:
    """Cases by the queue's positions, then the callable by rank, then the rest: counted row by row."""
    path = home_of(world.lender) / run.folder
    queue = sorted(pq.read_table(path / "queue.parquet").to_pylist(), key=lambda r: r["position"])
    cases = [
        r for p in sorted((path / "cases").glob("*.parquet")) for r in pq.read_table(p).to_pylist()
    ]
    rest = sorted(cases, key=lambda r: (-r["rank_key"], r["account_id"]))
    people = dict.fromkeys(r["person_id"] for r in [*queue, *rest])
    case_of = dict(Case.objects.values_list("customer", "pk"))
    return [case_of[person] for person in people]
