"""Flags set and lifted by hand: a day, a reason, one event; by whoever may, and never against a request."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from machinery.databases import Database
from records.world import NOON, World, make_world
from shounuo.records.actions.record_request import record_request
from shounuo.records.models import Event, Flag, Staff
from shounuo.records.queries.evidence import check_everything
from shounuo.records.queries.flags import flags_then
from shounuo.settings import clock

LATER = NOON + timedelta(hours=2)
BEIJING = ZoneInfo("Asia/Shanghai")


@pytest.fixture
def desk(django_on_both: Database) -> World:
    world = make_world(1)
    Staff.objects.create(staff_no="4001", name="何律", role="compliance")
    return world


def as_(staff_no: str) -> Client:
    client = Client()
    client.force_login(Staff.objects.get(staff_no=staff_no))
    return client


def post(world: World, staff_no: str, what: str, now: datetime = LATER, **given: object) -> int:
    with clock.held_at(now):
        address = f"/case/{world.cases[0].pk}/facts/{what}"
        return as_(staff_no).post(address, given).status_code


def page(world: World, staff_no: str) -> str:
    with clock.held_at(LATER):
        answer = as_(staff_no).get(f"/case/{world.cases[0].pk}/facts")
    return str(answer.content.decode())


def test_a_death_told_late_is_true_of_its_day_and_known_from_now(desk: World) -> None:
    """Died on the 15th, recorded on the 20th: true of the 16th as we know now, unknown on the 19th."""
    with clock.held_at(LATER):
        answer = as_("2001").post(
            f"/case/{desk.cases[0].pk}/facts/flag",
            {"kind": "deceased", "at": "2026-11-15", "why": "王建国家属来函"},
        )
    assert answer.status_code == 302
    flag = Flag.objects.get()
    assert flag.effective_at == datetime(2026, 11, 15, tzinfo=BEIJING)
    assert flag.recorded_at == LATER
    about = date(2026, 11, 16)
    assert flags_then(flag.customer_id, about=about, known_by=LATER) == {"deceased"}
    assert flags_then(flag.customer_id, about=about, known_by=NOON - timedelta(days=1)) == set()
    assert desk.case().state == "held"
    told = Event.objects.filter(kind="FlagRaised").last()
    assert told is not None
    assert "王建国" not in str(told.payload)
    assert "王建国家属来函" in page(desk, "2001")
    assert check_everything().whole


@pytest.mark.parametrize(
    "given",
    [
        {"kind": "deceased", "why": " "},
        {"kind": "deceased", "why": "来函", "at": "2026-11-21"},
        {"kind": "deceased", "why": "来函", "at": "昨天"},
        {"kind": "withdrawn", "why": "退案"},
        {"kind": "nothing_due", "why": "还清"},
        {"kind": "no_such", "why": "x"},
    ],
)
def test_no_reason_a_later_day_and_a_files_own_flag_are_refused(
    desk: World, given: dict[str, str]
) -> None:
    """Nothing is recorded, and the page says what to mend."""
    assert post(desk, "2001", "flag", **given) == 409
    assert not Flag.objects.exists()


def test_a_collector_sets_only_on_a_case_in_hand_and_lifts_nothing(desk: World) -> None:
    """The case is not theirs; and a hold is lifted by a lead."""
    assert post(desk, "1001", "flag", kind="deceased", why="家属说") == 403
    assert post(desk, "2001", "flag", kind="vulnerable", why="住院") == 302
    row = Flag.objects.get().pk
    assert post(desk, "1001", "lift", row=row, why="出院") == 403
    assert post(desk, "2001", "lift", row=row, why="出院") == 302
    flag = Flag.objects.get()
    assert flag.ended_at == LATER
    assert "出院" in page(desk, "2001")


def test_only_compliance_ends_a_dispute(desk: World) -> None:
    """A lead may set it and may not lift it."""
    assert post(desk, "2001", "flag", kind="dispute", why="来信") == 302
    row = Flag.objects.get().pk
    assert post(desk, "2001", "lift", row=row, why="不成立") == 403
    assert post(desk, "4001", "lift", row=row, why="不成立") == 302
    assert desk.case().state == "queued"


def test_a_flag_does_not_end_before_it_began(desk: World) -> None:
    """The day before is refused; the day itself ends it at the moment it began."""
    assert post(desk, "2001", "flag", kind="vulnerable", why="住院") == 302
    row = Flag.objects.get().pk
    day = timedelta(days=1)
    assert post(desk, "2001", "lift", LATER + day, row=row, why="误", at="2026-11-19") == 409
    assert post(desk, "2001", "lift", LATER + day, row=row, why="误", at="2026-11-20") == 302
    flag = Flag.objects.get()
    assert flag.ended_at == flag.effective_at
    assert flag.end_recorded_at == LATER + day


def test_what_the_customer_asked_is_not_lifted_by_hand(desk: World) -> None:
    """The flag is ended by taking the request back, where there is evidence of that."""
    record_request(case_id=desk.cases[0].pk, kind="stop_all", staff=desk.lead, recorded_at=NOON)
    row = Flag.objects.get(kind="cease_requested").pk
    assert post(desk, "4001", "lift", row=row, why="算了") == 409
    assert desk.case().state == "held"
