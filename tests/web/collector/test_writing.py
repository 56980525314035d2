"""Writing to the customer through the page: what it holds, the gate's answer, how it ended."""

from __future__ import annotations

import pytest
from django.test import Client

from machinery.databases import Database
from records.play import MINUTE
from records.world import NOON, World, account_row, make_world
from shounuo.records.actions.account_rows import PointRow
from shounuo.records.actions.claim_next_case import claim_case
from shounuo.records.actions.take_accounts import take_accounts
from shounuo.records.models import Case, Contact, ContactPoint
from shounuo.rules.packs.cn.letter_holds_required_parts import PARTS
from shounuo.settings import clock

POINTS = (
    PointRow("11100000000", source="contract", place="mobile"),
    PointRow("江海路 1 号", kind="address", source="contract"),
)


@pytest.fixture
def desk(django_on_both: Database) -> tuple[World, Client, str]:
    """Anna holds the case of a customer with a number and an address, and is signed in."""
    world = make_world(0)
    rows = [account_row(0, points=POINTS)]
    take_accounts(lender=world.lender, rows=rows, actor="test", recorded_at=NOON)
    world.cases = list(Case.objects.all())
    assert claim_case(case_id=world.cases[0].pk, staff=world.anna, recorded_at=NOON)
    client = Client()
    client.force_login(world.anna)
    return world, client, f"/case/{world.cases[0].pk}"


def press(client: Client, address: str, **given):
    with clock.held_at(NOON + MINUTE):
        return client.post(address, given)


def test_a_letter_goes_out_with_its_parts(desk: tuple[World, Client, str]) -> None:
    """Without its parts it is stopped with the clause and what was ticked kept; whole, it is posted."""
    _, client, case = desk
    way = f"{ContactPoint.objects.get(kind='address').pk}:mail"
    some = ["discloses_debt", "names_institution", "sealed", *PARTS[:3]]
    stopped = press(client, f"{case}/send", way=way, holds=some)
    assert stopped.status_code == 409
    text = stopped.content.decode()
    assert "业务公章" in text
    assert 'value="sealed" checked' in text
    sent = press(client, f"{case}/send", way=way, holds=[*some, *PARTS])
    contact = Contact.objects.get()
    assert (sent.status_code, sent["Location"]) == (302, f"/message/{contact.pk}")
    assert contact.content["elements"] == sorted(PARTS)
    message = f"/message/{contact.pk}"
    assert press(client, message, outcome="sent").status_code == 409
    assert press(client, message, outcome="sent", evidence="XA123").status_code == 302
    assert Contact.objects.get().outcome == "sent"


def test_an_open_letter_is_stopped(desk: tuple[World, Client, str]) -> None:
    """A letter nobody says is sealed does not go out."""
    _, client, case = desk
    way = f"{ContactPoint.objects.get(kind='address').pk}:mail"
    stopped = press(client, f"{case}/send", way=way, holds=["names_institution", *PARTS])
    assert stopped.status_code == 409
    assert not Contact.objects.exists()


def test_a_collector_goes_on_no_visit(desk: tuple[World, Client, str]) -> None:
    """A visit is for a field collector; a telephone collector is refused."""
    _, client, case = desk
    way = f"{ContactPoint.objects.get(kind='address').pk}:visit"
    assert press(client, f"{case}/send", way=way, place="home").status_code == 403
    assert not Contact.objects.exists()


def test_another_customers_address_is_not_on_the_page(desk: tuple[World, Client, str]) -> None:
    """A way that is not this case's is not found."""
    _, client, case = desk
    assert press(client, f"{case}/send", way="999:mail").status_code == 404
