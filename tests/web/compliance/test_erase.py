"""Erasing a person on the page and by the command: in two steps, by compliance alone, kept as evidence."""

from __future__ import annotations

import json

import pytest
from django.test import Client

from machinery.databases import Database
from records.play import play_a_call
from records.world import NOON, World, make_world
from shounuo.records.models import Customer, Event, Staff
from shounuo.settings import clock

GROUND = "本人书面请求第7号"


@pytest.fixture
def world(django_on_both: Database) -> World:
    made = make_world(1)
    play_a_call(made)
    Staff.objects.create(staff_no="4001", name="何律", role="compliance")
    return made


def send(staff_no: str = "4001", **given: object) -> tuple[int, str]:
    client = Client()
    client.force_login(Staff.objects.get(staff_no=staff_no))
    with clock.held_at(NOON):
        answer = client.post("/person/erase", given)
        shown = answer if answer.status_code != 302 else client.get("/person/erase")
    return answer.status_code, shown.content.decode()


def test_the_first_step_only_shows_and_the_second_erases(world: World) -> None:
    """What would go is counted; with another number nothing goes; with the case's own it does."""
    case = world.cases[0].pk
    status, text = send(case=case, ground=GROUND)
    assert status == 200
    assert "通话备注" in text
    assert "王*国" in text
    status, text = send(case=case, ground=GROUND, step="erase", again=case + 1)
    assert (status, "案件号不一致" in text) == (409, True)
    assert Customer.objects.get().name == "王建国"
    status, text = send(case=case, ground=GROUND, step="erase", again=case)
    assert status == 302
    assert GROUND in text
    assert Customer.objects.get().name == ""
    told = Event.objects.get(kind="PersonErased")
    assert (told.actor, told.payload) == ("4001", {"ground": GROUND})


@pytest.mark.parametrize(
    "given", [{"case": "999", "ground": "x"}, {"case": "王", "ground": "x"}, {"ground": " "}]
)
def test_an_unknown_case_and_no_ground_are_said(world: World, given: dict[str, str]) -> None:
    """The page answers, and nothing is erased, whatever the step says."""
    case = {"case": world.cases[0].pk} | given
    assert send(**case)[0] == 409
    assert send(**case, step="erase", again=case["case"])[0] == 409
    assert Customer.objects.get().name == "王建国"


@pytest.mark.parametrize("staff_no", ["1001", "2001"])
def test_nobody_else_erases(world: World, staff_no: str) -> None:
    """Neither a collector nor a lead."""
    case = world.cases[0].pk
    assert send(staff_no, case=case, ground=GROUND, step="erase", again=case)[0] == 403
    assert Customer.objects.get().name == "王建国"


def test_the_command_asks_again_and_the_ledger_stays_whole(
    world: World, django_on_both: Database
) -> None:
    """Without the number typed nothing goes; with --yes it goes, and `evidence verify` is content."""
    case = str(world.cases[0].pk)
    asked = ["person", "erase", case, "--ground", GROUND, "--json"]
    assert django_on_both.shounuo(*asked).returncode == 1
    assert Customer.objects.get().name == "王建国"
    ran = django_on_both.shounuo(*asked, "--yes")
    assert ran.returncode == 0, ran.stderr
    told = json.loads(ran.stdout.splitlines()[-1])
    assert (told["case"], told["gone"]["names_and_ids"]) == (int(case), 3)
    assert Customer.objects.get().name == ""
    assert django_on_both.shounuo("evidence", "verify").returncode == 0
