"""What is held stays held, whoever lets go of the case and whenever its time comes."""

from __future__ import annotations

from datetime import timedelta

import pytest

from machinery.databases import Database
from records.play import play_a_call
from records.processes import results, soon, start
from records.world import AS_OF, NOON, World, account_row, make_world
from shounuo.domain.flags import KEEPS_OUT_OF_QUEUE
from shounuo.records.actions.claim_next_case import claim_case, claim_next_case
from shounuo.records.actions.hand_over import hand_over
from shounuo.records.actions.raise_flag import end_flag, raise_flag
from shounuo.records.actions.reassign_cases import reassign_cases
from shounuo.records.actions.release_case import release_all_of, release_case, release_expired
from shounuo.records.actions.take_accounts import take_accounts
from shounuo.records.actions.wake_cases import wake_cases
from shounuo.records.models import Case, Flag

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
LETTING_GO = {
    "put back": lambda world, case: release_case(
        case_id=case.pk, actor=world.anna, recorded_at=NOON + MINUTE, reason="done"
    ),
    "logout": lambda world, case: release_all_of(
        staff=world.anna, recorded_at=NOON + MINUTE, reason="logout"
    ),
    "lease": lambda world, case: release_expired(recorded_at=NOON + DAY),
    "handover": lambda world, case: hand_over(
        leaving=world.anna, to=world.bao, actor=world.lead, recorded_at=NOON + MINUTE
    ),
}


def _hold(world: World, kind: str = "complaint_hold", number: int = 0) -> Flag:
    return raise_flag(
        customer_id=world.cases[number].customer_id,
        kind=kind,
        actor="test",
        recorded_at=NOON + MINUTE,
    )


def _is_out(world: World, at: object = NOON + 2 * MINUTE) -> bool:
    """Neither pressed for nor opened by name, by anybody of the team."""
    return all(
        claim_next_case(staff=who, recorded_at=at) is None  # type: ignore[arg-type]
        and claim_case(case_id=world.cases[0].pk, staff=who, recorded_at=at) is None  # type: ignore[arg-type]
        for who in (world.anna, world.bao)
    )


@pytest.mark.parametrize("way", LETTING_GO)
def test_a_held_case_that_is_let_go_of_is_not_queued(django_on_both: Database, way: str) -> None:
    """A complaint arrives while a collector has the case open: it goes back to its hold."""
    world = make_world()
    case = claim_next_case(staff=world.anna, recorded_at=NOON)
    assert case is not None
    flag = _hold(world)
    assert world.case().state == "claimed"
    LETTING_GO[way](world, case)
    assert (world.case().state, world.case().holder) == ("held", None)
    assert _is_out(world)
    end_flag(flag_id=flag.pk, actor="test", recorded_at=NOON + 3 * MINUTE)
    assert world.case().state == "queued"


def test_every_holding_flag_keeps_a_released_case_out(django_on_both: Database) -> None:
    """One case for each flag that keeps out of the queue, claimed, flagged and put back."""
    kinds = sorted(KEEPS_OUT_OF_QUEUE)
    world = make_world(len(kinds))
    for number, kind in enumerate(kinds):
        case = claim_next_case(staff=world.anna, recorded_at=NOON)
        assert case == world.cases[number]
        assert case is not None
        _hold(world, kind, number)
        release_case(case_id=case.pk, actor=world.anna, recorded_at=NOON, reason="done")
    found = Case.objects.order_by("pk").values_list("state", "held_reason")
    assert list(found) == [("held", kind) for kind in kinds]


def test_a_hold_outlasts_the_time_of_return(django_on_both: Database) -> None:
    """A promise waits for its day; a dispute comes; the day comes; the dispute still holds."""
    world = make_world()
    play_a_call(world)
    release_case(case_id=world.cases[0].pk, actor=world.anna, recorded_at=NOON + DAY, reason="done")
    back = NOON + 30 * DAY
    Case.objects.update(state="waiting", return_at=NOON + 2 * DAY)
    flag = _hold(world, "dispute")
    assert (wake_cases(recorded_at=back), world.case().state) == (0, "held")
    end_flag(flag_id=flag.pk, actor="test", recorded_at=back)
    assert world.case().state == "queued"


def test_a_case_that_was_set_to_wait_while_held_wakes_into_its_hold(
    django_on_both: Database,
) -> None:
    """Rows written before holds were asked for at every release are mended when they wake."""
    world = make_world()
    _hold(world)
    Case.objects.update(state="waiting", return_at=NOON)
    wake_cases(recorded_at=NOON + DAY)
    assert world.case().state == "held"


def test_a_hold_that_ends_early_leaves_the_promise_its_day(django_on_both: Database) -> None:
    """Held and freed before the promise is due, the case waits on; nobody chases an open promise."""
    world = make_world()
    play_a_call(world)
    release_case(
        case_id=world.cases[0].pk, actor=world.anna, recorded_at=NOON + 5 * MINUTE, reason="done"
    )
    before = world.case()
    assert before.state == "waiting"
    assert before.return_at is not None
    assert before.return_at > NOON
    flag = _hold(world)
    end_flag(flag_id=flag.pk, actor="test", recorded_at=NOON + 6 * MINUTE)
    assert (world.case().state, world.case().return_at) == ("waiting", before.return_at)


def test_a_lead_cannot_free_a_held_case_by_moving_it(django_on_both: Database) -> None:
    """To a collector, to the pool and back: the owner changes, the hold does not."""
    world = make_world()
    _hold(world)
    for to in (world.bao, None, world.anna):
        reassign_cases(
            case_ids=[world.cases[0].pk], to=to, actor=world.lead, recorded_at=NOON + MINUTE
        )
        assert world.case().state == "held"
        assert _is_out(world)


def test_a_debit_in_flight_holds_until_the_file_says_how_it_went(django_on_both: Database) -> None:
    """The lender's file names a debit of today: out of the queue. The next file has none: back in."""
    world = make_world()
    case = claim_next_case(staff=world.anna, recorded_at=NOON)
    assert case is not None
    debit = account_row(0, as_of=AS_OF + DAY)
    debit.figures["autopay"] = "full"  # type: ignore[index]
    debit.figures["autopay_next"] = AS_OF + DAY  # type: ignore[index]
    take_accounts(lender=world.lender, rows=[debit], actor="test", recorded_at=NOON + DAY)
    release_case(case_id=case.pk, actor=world.anna, recorded_at=NOON + DAY, reason="done")
    assert (world.case().state, world.case().held_reason) == ("held", "autopay_in_flight")
    plain = account_row(0, as_of=AS_OF + 2 * DAY)
    take_accounts(lender=world.lender, rows=[plain], actor="test", recorded_at=NOON + 2 * DAY)
    assert (world.case().state, world.case().held_reason) == ("queued", "")


HOLD = """
from shounuo.records.actions.raise_flag import raise_flag
wait_for_the_others()
raise_flag(customer_id=arguments["customer"], kind="complaint_hold", actor="test", recorded_at=NOON)
done({})
"""
RELEASE = """
from shounuo.records.actions.release_case import release_case
staff = Staff.objects.get(staff_no="1001")
wait_for_the_others()
release_case(case_id=arguments["case"], actor=staff, recorded_at=NOON, reason="done")
done({})
"""


@pytest.mark.races
def test_a_hold_and_a_release_at_once_end_held(django_on_both: Database) -> None:
    """Whichever comes first, the case ends held and in nobody's hands."""
    world = make_world(4)
    running = []
    go = soon()
    for case in world.cases:
        Case.objects.filter(pk=case.pk).update(state="claimed", holder=world.anna)
        running.append(start(django_on_both, HOLD, customer=case.customer_id, start=go))
        running.append(start(django_on_both, RELEASE, case=case.pk, start=go))
    results(running)
    assert set(Case.objects.values_list("state", "holder")) == {("held", None)}
