"""A call is told by the clock of the law it stands under; another clock than the house's is named."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from records.world import NOON, World
from shounuo.kernel.civil import zone_or
from shounuo.records.actions.rate_call import rate_call
from shounuo.records.models import Customer, FoundFault, Inspection, Lender, Transcript
from shounuo.settings import clock
from web.inspector.test_inspection import client
from web.inspector.test_inspection import read as read  # noqa: PLC0414 - the fixture

# NOON is 2026-11-20 12:00 in Shanghai, 04:00 in Greenwich: 20:00 of the day before in Los Angeles (−8), 23:00 in
# New York (−5), 21:00 in Phoenix, which has no summer time (−7).
PLACES = {
    "America/Los_Angeles": ("11-19 20:00", "洛杉矶时间", "Los Angeles time"),
    "America/New_York": ("11-19 23:00", "纽约时间", "New York time"),
    "America/Phoenix": ("11-19 21:00", "凤凰城时间", "Phoenix time"),
}


@pytest.fixture
def accepted(read: World) -> FoundFault:
    """The threat on the collector's call, accepted; an American lender's from here on."""
    fault = FoundFault.objects.get(code="THREAT")
    fault.inspection.faults.exclude(pk=fault.pk).delete()
    Transcript.objects.update(called_at=NOON)
    client("3001").post(f"/inspection/decide/{fault.pk}", {"decision": "accept"})
    Lender.objects.update(country="US", zone="America/New_York")
    return fault


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("zone", PLACES)
def test_an_american_call_is_told_by_its_customers_clock(
    accepted: FoundFault, zone: str, language: str
) -> None:
    """On the call's page, in the queue, on the collector's own page; the inspector's own acts by the house's."""
    Customer.objects.update(zone=zone)
    at, *names = PLACES[zone]
    said = f"{at} {names[language == 'en']}"
    pages = [(n, f"/inspection/call/{accepted.inspection_id}") for n in ("3001", "1001")]
    pages += [("1001", "/inspection/mine")]
    with clock.held_at(NOON + timedelta(hours=1)):
        for number, address in pages:
            reader = client(number)
            reader.cookies["django_language"] = language
            assert said in reader.get(address).content.decode(), address
        Inspection.objects.update(done_at=None)
        inspector = client("3001")
        inspector.cookies["django_language"] = language
        assert said in inspector.get("/inspection/").content.decode()


def test_the_customers_word_is_told_by_the_same_clock(accepted: FoundFault) -> None:
    """An hour after the call: 21:00 in Los Angeles."""
    Customer.objects.update(zone="America/Los_Angeles")
    contact = accepted.inspection.transcript.contact_id
    assert contact is not None
    at = NOON + timedelta(hours=1)
    rate_call(contact_id=contact, stars=2, words="", at=at, actor="ratings", recorded_at=at)
    page = client("3001").get(f"/inspection/call/{accepted.inspection_id}").content.decode()
    assert "11-19 21:00 洛杉矶时间" in page[page.index('id="rating"') :]


@pytest.mark.parametrize("zone", ["", "Mars/Olympus"])
def test_of_a_customer_whose_place_is_unknown_the_lenders_clock_tells(
    accepted: FoundFault, zone: str
) -> None:
    Customer.objects.update(zone=zone)
    page = client("3001").get(f"/inspection/call/{accepted.inspection_id}").content.decode()
    assert "2026-11-19 23:00 纽约时间" in page


@pytest.mark.parametrize("zone", ["", "Asia/Urumqi", "America/New_York"])
def test_the_mainland_has_one_civil_time_and_it_is_not_named(
    accepted: FoundFault, zone: str
) -> None:
    """Wherever the customer is: the house's own clock."""
    Lender.objects.update(country="CN", zone="Asia/Shanghai")
    Customer.objects.update(zone=zone)
    page = client("3001").get(f"/inspection/call/{accepted.inspection_id}").content.decode()
    assert "2026-11-20 12:00 · " in page


@pytest.mark.parametrize(
    ("place", "written", "said"),
    [
        ("US", "2026-11-19T23:00:00-05:00", "2026-11-19 23:00 UTC-05:00 · "),
        ("US", "2026-11-20T04:00:00+00:00", "2026-11-20 04:00 UTC · "),
        ("CN", "2026-11-20T04:00:00+00:00", "2026-11-20 12:00 · "),
        (None, "2026-11-20T04:00:00+00:00", "2026-11-20 12:00 · "),
    ],
)
def test_a_call_of_no_case_is_told_as_it_was_written_down(
    read: World, place: str | None, written: str, said: str
) -> None:
    """Abroad by its own offset; at home by the one civil time, however its file was written."""
    call = Transcript.objects.get(ref="calm")
    body = json.loads(call.body) | {"context": {"jurisdiction": place}, "as_of": written}
    Transcript.objects.filter(pk=call.pk).update(body=json.dumps(body), called_at=NOON)
    page = client("3001").get(f"/inspection/call/{call.inspections.get().pk}").content.decode()
    assert said in page


def test_a_zone_that_is_none_gives_way_to_the_default() -> None:
    assert zone_or("Asia/Urumqi", "UTC").key == "Asia/Urumqi"
    assert [zone_or(name, "UTC").key for name in ("", "Mars/Olympus", "../etc")] == ["UTC"] * 3
