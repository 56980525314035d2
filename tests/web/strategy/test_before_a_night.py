"""Before the first night the insight page says why it is empty, what to do, and what is known."""

from __future__ import annotations

import pytest
from django.test import Client

from machinery.databases import Database
from records.world import NOON, World, make_world
from shounuo.records.models import NightRun, Staff


@pytest.fixture
def world(django_on_both: Database) -> World:
    return make_world(2)


def page(staff: Staff, language: str = "zh-hans") -> str:
    client = Client()
    client.force_login(staff)
    client.cookies["django_language"] = language
    return client.get("/insight").content.decode()


def test_it_says_why_when_and_what_is_known(world: World) -> None:
    """Two open cases of 14,000.00 due and 7,108.35 past due each, all M1; a night is one press away."""
    told = page(world.lead)
    assert "还没有夜批" in told
    assert "3:00" in told
    assert 'action="/strategy/run"' in told
    for figure in ("M1", "¥28,000.00", "¥14,216.70"):
        assert figure in told
    assert "no night has run for this lender" in page(world.lead, "en")


@pytest.mark.parametrize(
    ("state", "said", "button"), [("running", "正在运行", False), ("failed", "中止", True)]
)
def test_a_run_at_work_or_stopped_is_told(
    world: World, state: str, said: str, button: bool
) -> None:
    NightRun.objects.create(
        lender=world.lender, as_of=NOON.date(), state=state, asked_by="2001", started_at=NOON, seen_at=NOON,
    )  # fmt: skip
    told = page(world.lead)
    assert said in told
    assert ('action="/strategy/run"' in told) is button


def test_who_may_not_run_a_night_is_not_offered_one(world: World) -> None:
    trainer = Staff.objects.create(staff_no="3101", name="师", role="trainer", team=world.team)
    told = page(trainer)
    assert "还没有夜批" in told
    assert "/strategy/run" not in told


def test_switched_off_is_said(world: World) -> None:
    world.lender.night = {"off": True}
    world.lender.save()
    assert "已关闭" in page(world.lead)


def test_an_inspector_who_sits_in_no_team_sees_the_lender_whose_board_they_see(
    world: World,
) -> None:
    """A lead without a team sees nobody's."""
    inspector = Staff.objects.create(staff_no="4101", name="质", role="inspector")
    told = page(inspector)
    assert "还没有夜批" in told
    assert "¥28,000.00" in told
    lead = Staff.objects.create(staff_no="2101", name="长", role="lead")
    assert "还没有小组" in page(lead)
