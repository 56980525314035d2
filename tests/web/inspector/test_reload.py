"""A page that a form was refused on is the page its form stands on: reloaded, typed again, after signing in."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from records.world import World
from shounuo.records.models import FaultDecision, FoundFault
from web.collector.floor import Floor
from web.inspector.test_inspection import client
from web.inspector.test_inspection import read as read  # noqa: PLC0414 - the fixture


def test_the_address_of_every_form_leads_to_its_page(read: World) -> None:
    """Read instead of sent, for the inspector and for the collector; nothing is decided by it."""
    fault = FoundFault.objects.get(code="THREAT")
    call = f"/inspection/call/{fault.inspection_id}"
    for number, form, page in (
        ("3001", f"decide/{fault.pk}", f"{call}#fault-{fault.pk}"),
        ("3001", f"add/{fault.inspection_id}", f"{call}#add"),
        ("3001", f"step/{fault.inspection_id}", f"{call}#step"),
        ("3001", f"close/{fault.inspection_id}", call),
        ("1001", f"mine/{fault.pk}/seen", f"/inspection/mine#fault-{fault.pk}"),
        ("1001", f"mine/{fault.pk}/appeal", f"/inspection/mine#fault-{fault.pk}"),
    ):
        reader = client(number)
        answer = reader.get(f"/inspection/{form}")
        assert (answer.status_code, answer["Location"]) == (302, page)
        assert reader.get(page).status_code == 200
        assert reader.put(f"/inspection/{form}").status_code == 405
    assert client("3001").get("/inspection/decide/999999").status_code == 404
    assert client("1001").get(f"/inspection/decide/{fault.pk}").status_code == 403
    assert not FaultDecision.objects.exists()


@pytest.mark.browser
def test_a_refused_close_is_reloaded_as_the_calls_page(listening: Page, threat: FoundFault) -> None:
    listening.keyboard.press("d")
    expect(listening.locator(".call-head [role=alert]")).to_contain_text("未裁定")
    listening.wait_for_load_state()
    assert listening.url.endswith(f"/inspection/call/{threat.inspection_id}")
    answer = listening.reload()
    assert answer is not None
    assert answer.status == 200
    expect(listening.locator(".fault.here")).to_be_visible()
    expect(listening.locator("[role=alert]:visible")).to_have_count(0)


@pytest.mark.browser
def test_the_refused_finding_is_at_hand_before_and_after_a_reload(
    listening: Page, floor: Floor, threat: FoundFault
) -> None:
    """The second of two, which a colleague decided meanwhile."""
    threat.inspection.faults.exclude(pk=threat.pk).delete()
    later = FoundFault.objects.get(pk=threat.pk)
    later.pk, later.code, later.turn, later.start, later.end = None, "INSULT", 3, 0, 2
    later.save()
    listening.reload()
    listening.keyboard.press("j")
    expect(listening.locator(f"#fault-{later.pk}.here")).to_be_visible()
    sent = {"decision": "accept"}
    assert client("3002").post(f"/inspection/decide/{later.pk}", sent).status_code == 302
    listening.keyboard.press("a")
    alert = listening.locator(f"#fault-{later.pk}.here [role=alert]")
    expect(alert).to_contain_text("质检3002 已判定这一条")
    listening.wait_for_load_state()
    answer = listening.reload()
    assert answer is not None
    assert answer.status == 200
    expect(listening.locator(f"#fault-{later.pk}.here")).to_be_visible()
