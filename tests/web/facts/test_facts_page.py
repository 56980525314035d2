"""A case's facts through the page: recorded by the entitled person, heard by the gate at the next press."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from machinery.databases import Database
from records.play import MINUTE, dial
from records.world import NOON, World, make_world
from shounuo.records.actions.claim_next_case import claim_case
from shounuo.records.models import Case, Consent, DatedFact, PersonRequest, Staff
from shounuo.records.queries.timeline import REQUESTS
from shounuo.rules.consents import CONSENTS
from shounuo.rules.dated_facts import KINDS
from shounuo.settings import clock

LATE = NOON + timedelta(hours=10, minutes=30)  # 22:30 in Beijing


@pytest.fixture
def desk(django_on_both: Database) -> tuple[World, Client]:
    """Anna holds the one case and is signed in."""
    world = make_world(1)
    assert claim_case(case_id=world.cases[0].pk, staff=world.anna, recorded_at=NOON)
    client = Client()
    client.force_login(world.anna)
    return world, client


def post(client: Client, world: World, address: str, **given) -> int:
    with clock.held_at(NOON + MINUTE):
        return client.post(f"/case/{world.cases[0].pk}/facts/{address}", given).status_code


def page(client: Client, world: World, query: str = "") -> str:
    with clock.held_at(NOON + MINUTE):
        answer = client.get(f"/case/{world.cases[0].pk}/facts{query}")
    assert answer.status_code == 200, query
    return str(answer.content.decode())


def test_a_consent_opens_the_night_and_its_end_closes_it(desk: tuple[World, Client]) -> None:
    """With the customer's recorded agreement the call at 22:30 is open; revoked, it is closed."""
    world, client = desk
    assert post(client, world, "consent", kind="night_contact", evidence="rec-5") == 302
    assert dial(world.cases[0], world.anna, LATE, "one").contact is not None
    row = Consent.objects.get()
    assert post(client, world, "end", what="consent", row=row.pk) == 302
    Case.objects.update(state="claimed", holder=world.anna)
    assert dial(world.cases[0], world.anna, LATE + MINUTE, "two").contact is None
    assert "已撤销" in page(client, world)


def test_a_consent_without_evidence_is_refused_with_what_was_typed(
    desk: tuple[World, Client],
) -> None:
    """The form comes back with its reason, nothing is kept."""
    world, client = desk
    with clock.held_at(NOON):
        answer = client.post(
            f"/case/{world.cases[0].pk}/facts/consent",
            {"what": "consent", "kind": "time", "evidence": " ", "from": "09:10", "until": "10:00"},
        )
    assert answer.status_code == 409
    text = answer.content.decode()
    assert "没有凭证的同意不起作用" in text
    assert 'value="09:10"' in text
    assert not Consent.objects.exists()


def test_hours_the_person_names_are_kept_free(desk: tuple[World, Client]) -> None:
    """Asked not to be called from 12:00 to 14:00, the call at 12:05 is closed until it is taken back."""
    world, client = desk
    hours = {"from": "12:00", "until": "14:00"}
    assert post(client, world, "request", kind="inconvenient_times", **hours) == 302
    at = NOON + 5 * MINUTE
    assert dial(world.cases[0], world.anna, at, "one").contact is None
    row = PersonRequest.objects.get()
    assert post(client, world, "end", what="request", row=row.pk, evidence="") == 409
    assert post(client, world, "end", what="request", row=row.pk, evidence="rec-6") == 302
    Case.objects.update(state="claimed", holder=world.anna)
    assert dial(world.cases[0], world.anna, at + MINUTE, "two").contact is not None


def test_a_fact_is_recorded_and_struck(desk: tuple[World, Client]) -> None:
    """The end of limitation with its day stands on the page; struck with a reason it stands as struck."""
    world, client = desk
    told = {"kind": "limitation_ends", "evidence": "doc-1"}
    assert post(client, world, "fact", **told) == 409
    assert post(client, world, "fact", **told, **{"detail-on": "2027-03-01"}) == 302
    assert "2027-03-01" in page(client, world)
    row = DatedFact.objects.get()
    assert post(client, world, "end", what="fact", row=row.pk, evidence="") == 409
    assert post(client, world, "end", what="fact", row=row.pk, evidence="另一笔债务") == 302
    assert "已划去" in page(client, world)


def test_every_kind_has_its_form(desk: tuple[World, Client]) -> None:
    """Each consent, request and fact that some rule hears can be chosen and has a form of its own."""
    world, client = desk
    for what, kinds in (("consent", CONSENTS), ("request", REQUESTS), ("fact", KINDS)):
        for kind in kinds:
            text = page(client, world, f"?what={what}&kind={kind}")
            assert f'name="kind" value="{kind}"' in text


def test_who_may_see_but_not_flag_changes_nothing(desk: tuple[World, Client]) -> None:
    """An inspector reads the facts and finds no form; a press of theirs is refused."""
    world, client = desk
    inspector = Staff.objects.create(staff_no="3001", name="质检", role="inspector")
    client.force_login(inspector)
    assert "/facts/consent" not in page(client, world, "?what=consent&kind=time")
    assert post(client, world, "consent", kind="night_contact", evidence="rec-5") == 403
    assert not Consent.objects.exists()


def test_rows_of_another_case_are_out_of_reach(desk: tuple[World, Client]) -> None:
    """A consent of another customer is not ended from this case."""
    world, client = desk
    assert post(client, world, "consent", kind="night_contact", evidence="rec-5") == 302
    other = Consent.objects.get().pk + 1
    assert post(client, world, "end", what="consent", row=other) == 404
    assert Consent.objects.get().revoked_at is None
