"""On a collector's pages an hour is the customer's: the clock the law reads, named where it is not the house's."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client

from machinery.databases import Database
from records.play import dial
from records.test_us_live_facts import us as us  # noqa: PLC0414 - the fixture
from records.world import NOON, World, make_world
from shounuo.records.actions.claim_next_case import claim_case
from shounuo.records.actions.end_contact import answer_contact
from shounuo.records.models import Case, FollowUp
from shounuo.settings import clock

# NOON is 2026-11-20 12:00 in Shanghai: 23:00 of the day before in New York (-5), where 12 CFR 1006.6(b)(1) keeps a
# call between 8:00 and 21:00. Nine hours before NOON it is 14:00 there.
AFTERNOON = NOON - timedelta(hours=9)


def page(world: World, address: str, at=NOON, language: str = "zh-hans") -> str:
    client = Client()
    client.force_login(world.anna)
    client.cookies["django_language"] = language
    with clock.held_at(at):
        return client.get(address).content.decode()


@pytest.mark.parametrize(("language", "named"), [("zh-hans", "纽约时间"), ("en", "New York time")])
def test_the_gate_tells_its_hours_by_the_customers_clock(
    us: World, language: str, named: str
) -> None:
    """Closed at 23:00 until the morning's 8:00; open at 14:00 until 21:00."""
    address = f"/case/{us.cases[0].pk}"
    assert f"11-20 08:00 {named}" in page(us, address, NOON, language)
    assert f"21:00 {named}" in page(us, address, AFTERNOON, language)


def test_what_is_due_is_told_by_the_same_clock(us: World) -> None:
    """A call-back agreed for 14:00 in New York stands in the inbox at 14:00, not at three in the morning."""
    FollowUp.objects.create(
        case=us.cases[0], kind="callback", due_at=AFTERNOON, team=us.team, staff=us.anna,
        created_at=AFTERNOON,
    )  # fmt: skip
    assert "11-19 14:00 纽约时间" in page(us, "/inbox")


def test_the_house_names_no_zone_for_its_own(django_on_both: Database) -> None:
    """A mainland case says the hour alone."""
    world = make_world()
    assert claim_case(case_id=world.cases[0].pk, staff=world.anna, recorded_at=NOON)
    shown = page(world, f"/case/{Case.objects.get().pk}")
    assert re.search(r"<span>至 \d\d:\d\d</span>", shown)


def test_a_call_under_way_is_not_shown_as_forbidden(us: World) -> None:
    """The talk counts, so seven days close every other call; this one was let through and the screen says so."""
    Case.objects.update(state="claimed", holder=us.anna)
    contact = dial(us.cases[0], us.anna, AFTERNOON).contact
    assert contact is not None
    answer_contact(contact_id=contact.pk, staff=us.anna, recorded_at=AFTERNOON)
    shown = page(us, f"/call/{contact.pk}", AFTERNOON)
    assert "本通已放行，暂不可再打" in shown
    assert "不可联系" not in shown
