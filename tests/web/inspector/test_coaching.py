"""The coaching list leads to the calls and the words each line stands on."""

from __future__ import annotations

from datetime import timedelta

import pytest

from records.world import NOON, World
from shounuo.records.models import FoundFault, Inspection, Staff, Team, Transcript
from shounuo.settings import clock
from web.inspector.test_inspection import client
from web.inspector.test_inspection import read as read  # noqa: PLC0414 - the fixture


@pytest.fixture
def repeated(read: World) -> Staff:
    """The threat was accepted in three calls of one collector."""
    fault = FoundFault.objects.get(code="THREAT")
    FoundFault.objects.exclude(pk=fault.pk).delete()
    first = fault.inspection
    for n in range(3):
        row = Transcript.objects.get(pk=first.transcript_id)
        row.pk, row.ref = None, f"repeat-{n}"
        row.called_at = NOON - timedelta(days=n)
        row.save()
        again = Inspection.objects.get(pk=first.pk)
        again.pk, again.transcript = None, row
        again.save()
        fault.pk, fault.inspection, fault.state = None, again, "accepted"
        fault.save()
    return read.anna


@pytest.mark.parametrize("number", ["3001", "2001"])
def test_a_line_leads_to_its_findings(repeated: Staff, number: str) -> None:
    """For inspectors and the collector's own lead: list, findings with their words, the call itself."""
    with clock.held_at(NOON):
        page = client(number).get("/inspection/coaching").content.decode()
        address = f"/inspection/coaching/{repeated.pk}/THREAT"
        assert f'href="{address}"' in page
        behind = client(number).get(address).content.decode()
        faults = FoundFault.objects.filter(state="accepted")
        assert faults.count() == 3
        for fault in faults:
            call = f"/inspection/call/{fault.inspection_id}"
            assert f'href="{call}#fault-{fault.pk}"' in behind
            assert fault.quote in behind
            assert client(number).get(call).status_code == 200


def test_of_another_team_a_lead_sees_nothing(repeated: Staff) -> None:
    other = Team.objects.create(code="m2", name="M2组", lender=repeated.team.lender, line="1")
    Staff.objects.create(staff_no="2002", name="别组", role="lead", team=other)
    with clock.held_at(NOON):
        assert repeated.name not in client("2002").get("/inspection/coaching").content.decode()
        address = f"/inspection/coaching/{repeated.pk}/THREAT"
        assert client("2002").get(address).status_code == 403


def test_a_code_nobody_knows_has_no_findings(repeated: Staff) -> None:
    answer = client("3001").get(f"/inspection/coaching/{repeated.pk}/DANCE")
    assert answer.status_code == 200
    assert "没有成立的同类问题" in answer.content.decode()
