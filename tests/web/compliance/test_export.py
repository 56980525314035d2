"""Taking cases out of the house is allowed to few, needs a reason, and leaves an event."""

from __future__ import annotations

import csv
from io import StringIO

from django.test import Client

from machinery.databases import Database
from records.world import make_world
from shounuo.records.models import Event, Staff


def signed_in(staff_no: str) -> Client:
    found = Client()
    found.force_login(Staff.objects.get(staff_no=staff_no))
    return found


def test_an_export_is_masked_reasoned_and_an_event(django_on_both: Database) -> None:
    """Two cases of 14,000.00 leave as rows with a masked name; the event names count, reason and digest."""
    make_world(2)
    Staff.objects.create(staff_no="4001", name="何律", role="compliance")
    asked = {"lender": "jianghai", "state": "queued", "reason": "监管抽查 2026-11"}
    answer = signed_in("4001").post("/cases/export", asked)
    rows = list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig"))))
    assert [row["due_minor"] for row in rows] == ["1400000", "1400000"]
    assert {row["name"] for row in rows} == {"王*国"}
    assert "王建国" not in answer.content.decode()
    event = Event.objects.get(kind="CasesExported")
    assert (event.actor, event.payload["cases"]) == ("4001", 2)
    assert event.payload["reason"] == "监管抽查 2026-11"


def test_without_a_reason_or_the_right_nothing_leaves(django_on_both: Database) -> None:
    """No reason: refused with what to do; a lead: refused by role; neither leaves an event."""
    make_world(1)
    Staff.objects.create(staff_no="4001", name="何律", role="compliance")
    assert signed_in("4001").post("/cases/export", {"lender": "jianghai"}).status_code == 409
    asked = {"lender": "jianghai", "reason": "x"}
    assert signed_in("2001").post("/cases/export", asked).status_code == 403
    assert not Event.objects.filter(kind="CasesExported").exists()
