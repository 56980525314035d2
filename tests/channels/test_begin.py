"""Every way to a person begins at the one door and ends with what became of it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import shounuo
from machinery.databases import Database
from records.play import MINUTE
from records.world import NOON, World, account_row, make_world
from shounuo.channels.begin import adapter_for, begin
from shounuo.kernel.errors import Refused
from shounuo.records.actions.account_rows import PointRow
from shounuo.records.actions.claim_next_case import claim_case
from shounuo.records.actions.end_message import end_message
from shounuo.records.actions.take_accounts import take_accounts
from shounuo.records.models import Case, Contact, ContactPoint, DatedFact
from shounuo.rules.packs.cn.letter_holds_required_parts import PARTS
from shounuo.rules.proposed import Channel, Content, Visit

LETTER = Content(elements=frozenset(PARTS), discloses_debt=True, names_institution=True)
POINTS = (
    PointRow("11100000000", source="contract", place="mobile"),
    PointRow("wang@example.com", kind="email", source="contract"),
    PointRow("江海路 1 号", kind="address", source="contract"),
)


@pytest.fixture
def world(django_on_both: Database) -> World:
    """Anna holds the case of a customer with a number, an e-mail and an address."""
    world = make_world(0)
    rows = [account_row(0, points=POINTS)]
    take_accounts(lender=world.lender, rows=rows, actor="test", recorded_at=NOON)
    world.cases = list(Case.objects.all())
    assert claim_case(case_id=world.cases[0].pk, staff=world.anna, recorded_at=NOON)
    return world


def start(world: World, channel: Channel, kind: str, at=NOON, **more):
    point = ContactPoint.objects.get(kind=kind)
    return begin(
        channel, case_id=world.cases[0].pk, point_id=point.pk, staff=world.anna,
        recorded_at=at, request_key=f"{channel}{at}", **more,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("channel", "kind", "more", "outcome"),
    [
        (Channel.TEXT, "phone", {}, "sent"),
        (Channel.EMAIL, "email", {}, "sent"),
        (Channel.MAIL, "address", {"content": LETTER}, "sent"),
        (
            Channel.VISIT, "address",
            {"visit": Visit(("1001", "1002"), identity_cards_carried=True, place="home", enters=False)},
            "no_answer",
        ),
    ],
)  # fmt: skip
def test_each_channel_is_recorded_before_it_is_done(
    world: World, channel: Channel, kind: str, more: dict, outcome: str
) -> None:
    """The attempt stands in flight when the adapter gets it; its report ends it once."""
    begun = start(world, channel, kind, **more)
    assert begun.handed is not None, begun.opened.reach.as_json()
    assert outcome in begun.handed.outcomes
    contact = Contact.objects.get()
    assert (contact.state, contact.channel) == ("in_flight", channel)
    told = {"contact_id": contact.pk, "staff": world.anna, "outcome": outcome}
    ended = end_message(recorded_at=NOON + MINUTE, evidence="XA123", **told)
    assert (ended.state, ended.outcome) == ("ended", outcome)
    again = end_message(recorded_at=NOON + 9 * MINUTE, **(told | {"outcome": "not_dialled"}))
    assert (again.outcome, again.ended_at) == (outcome, NOON + MINUTE)


def test_what_the_gate_stops_reaches_no_adapter(world: World) -> None:
    """A letter without its parts is denied: nothing is handed on and no attempt begins."""
    begun = start(world, Channel.MAIL, "address", content=Content(discloses_debt=True))
    assert begun.handed is None
    assert begun.opened.decision.outcome == "deny"
    assert not Contact.objects.exists()


def test_the_same_press_is_handed_on_once(world: World) -> None:
    """Pressed again after it ended, nothing is handed on a second time."""
    first = start(world, Channel.TEXT, "phone")
    assert first.opened.contact is not None
    end_message(
        contact_id=first.opened.contact.pk, staff=world.anna, recorded_at=NOON, outcome="sent"
    )
    assert start(world, Channel.TEXT, "phone").handed is None
    assert Contact.objects.count() == 1


def test_a_letter_that_comes_back_is_known_as_such(world: World) -> None:
    """Posted with its number, back a day later: the fact that it came back stands for that address."""
    begun = start(world, Channel.MAIL, "address", content=LETTER)
    told = {"contact_id": begun.opened.contact.pk, "staff": world.anna}
    with pytest.raises(Refused):
        end_message(recorded_at=NOON, outcome="sent", **told)
    end_message(recorded_at=NOON, outcome="sent", evidence="XA123", **told)
    assert end_message(recorded_at=NOON + MINUTE, outcome="undelivered", **told).connected is False
    fact = DatedFact.objects.get(kind="undeliverable")
    assert fact.point == begun.opened.contact.point


def test_a_channel_that_nobody_serves_is_refused(world: World) -> None:
    """Nothing is asked or recorded for a channel without an adapter."""
    with pytest.raises(Refused):
        start(world, Channel.SOCIAL_PRIVATE, "phone")
    assert adapter_for(Channel.CALL).name == "manual"


def test_attempts_begin_nowhere_else() -> None:
    """Only `open_contact` makes a contact; only `channels.begin`, a dialler and the players of invented days call it.

    Queries write nothing: the contact that a preview of a guide is drawn for is never saved.
    """
    root = Path(shounuo.__path__[0])
    made, called = set(), set()
    for path in root.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            text = ast.unparse(node.func)
            if text in ("Contact.objects.create", "Contact.objects.bulk_create", "Contact"):
                made.add(path.relative_to(root).as_posix())
            if text == "open_contact":
                called.add(path.relative_to(root).as_posix())
    assert {name for name in made if not name.startswith(("bench/", "records/queries/"))} == {
        "records/actions/open_contact.py"
    }
    assert {
        name
        for name in called
        if not name.startswith(("bench/", "jobs/demo/", "jobs/hostile_days"))
    } == {
        "channels/begin.py",
        "records/actions/push_case.py",  # a dialler is its own channel
    }
