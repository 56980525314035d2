"""A lender's own rules through the page."""

from __future__ import annotations

import pytest
from django.test import Client

from machinery.databases import Database
from records.world import NOON, World, make_world
from shounuo.records.models import Event, Lender, Staff
from shounuo.settings import clock

KEY = "own-cn.connected_calls_per_day"


@pytest.fixture
def officer(django_on_both: Database) -> tuple[World, Client, str]:
    """A compliance officer signed in, one lender."""
    world = make_world(1)
    client = Client()
    client.force_login(Staff.objects.create(staff_no="4001", name="何律", role="compliance"))
    return world, client, f"/lender/{world.lender.pk}/rules"


def post(client: Client, to: str, **given) -> tuple[int, str]:
    with clock.held_at(NOON):
        answer = client.post(to, given)
    return answer.status_code, answer.content.decode()


def test_a_stricter_number_is_set_and_a_looser_one_refused(
    officer: tuple[World, Client, str],
) -> None:
    """Two connected calls a day are set; four are refused and stay in the field."""
    _, client, address = officer
    told = {"form": "rules", "pack": "cn"}
    assert post(client, address, **told, **{KEY: "2"})[0] == 302
    assert Lender.objects.get().contact_settings["stricter"] == {"cn.connected_calls_per_day": 2}
    status, text = post(client, address, **told, **{KEY: "4"})
    assert status == 409
    assert "宽松" in text
    assert f'name="{KEY}" value="4"' in text
    assert post(client, address, **told, **{KEY: "few"})[0] == 409
    assert Lender.objects.get().contact_settings["stricter"] == {"cn.connected_calls_per_day": 2}


def test_who_collects_is_told_with_its_letter(officer: tuple[World, Client, str]) -> None:
    """The parties and agencies are kept with their evidence; unsaid again, the gate does not know."""
    _, client, address = officer
    told = {
        "form": "settings", "said": "yes", "parties": "jianghai\n恒信\n\n恒信", "agencies": "恒信",
        "call_seconds": "240", "check_hours": "24",
    }  # fmt: skip
    assert post(client, address, **told)[0] == 409
    assert post(client, address, **told, evidence="函-9")[0] == 302
    lender = Lender.objects.get()
    assert lender.contact_settings["collecting_parties"] == ["jianghai", "恒信"]
    assert lender.approved_agencies == ["恒信"]
    assert Event.objects.get(kind="ContactSettingsSet").payload["evidence"] == "函-9"
    told.pop("said")
    assert post(client, address, **told, evidence="函-10")[0] == 302
    assert "collecting_parties" not in Lender.objects.get().contact_settings


def test_a_collector_sets_no_rules(officer: tuple[World, Client, str]) -> None:
    """The page is refused to a collector."""
    world, client, address = officer
    client.force_login(world.anna)
    assert client.get(address).status_code == 403
