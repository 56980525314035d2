"""The door of live calls over real HTTP: turns in, the state out, the transcript afterwards."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from api.knocking import Answer, knock
from shounuo.jobs import close_live_calls, inspect_calls
from shounuo.records.models import Contact, FoundFault, LiveTurn, Transcript
from web.collector.floor import Floor
from web.collector.hands import answer, hang_up

pytestmark = pytest.mark.browser

SAID: list[dict[str, Any]] = [
    {"i": 0, "speaker": "agent", "text": "您好，江海银行信用卡中心，通话有录音，请问是王建国先生吗？", "t0": 0, "t1": 5},
    {"i": 1, "speaker": "party", "text": "是我，你以后别再给我打电话了", "t0": 6, "t1": 8},
]  # fmt: skip


def tell(floor: Floor, path: str, body: object = None, **more: str) -> Answer:
    return knock(floor, f"live/{path}", body, key="live", **more)


def test_a_call_is_followed_minded_and_written_down(floor: Floor, page: Page) -> None:
    """The wish to stop breaks in on the screen, heard steps are ticked, the call ends as a transcript."""
    answer(floor, page)
    call = Contact.objects.get()
    first = tell(floor, f"{call.pk}/turns", SAID[0]).told
    assert first["steps"]["identify_self"] == 0
    expect(page.locator("#hints [data-caution=unverified]")).to_be_visible()
    second = tell(floor, f"{call.pk}/turns", SAID).told
    assert (second["turns"], second["interrupt"]["kind"]) == (2, "stop")
    expect(page.locator("#hints .interrupt[data-caution=stop]")).to_be_visible()
    expect(page.locator("#hints [data-caution=unverified]")).to_have_count(0)
    hang_up(page)
    Contact.objects.update(state="ended")
    later = Contact.objects.get().ended_at + timedelta(minutes=1)
    assert close_live_calls.run(later) == 1
    assert not LiveTurn.objects.exists()
    body = json.loads(Transcript.objects.get(contact=call).body)
    assert [turn["text"] for turn in body["turns"]] == [turn["text"] for turn in SAID]
    assert inspect_calls.run(later) == 1
    assert not FoundFault.objects.filter(severity="critical").exists()


def test_the_stream_tells_each_state_once_and_the_end(floor: Floor, page: Page) -> None:
    """Server-sent events carry the state after the turns that the listener has not seen, then the end."""
    answer(floor, page)
    call = Contact.objects.get()
    tell(floor, f"{call.pk}/turns", SAID)
    Contact.objects.update(state="ended")
    whole = tell(floor, f"{call.pk}/events").text
    assert whole.count("event: state") == 1
    assert "id: 2\n" in whole
    assert whole.rstrip().endswith("event: ended\ndata: {}")
    seen = tell(floor, f"{call.pk}/events", **{"Last-Event-ID": "2"}).text
    assert "event: state" not in seen


def test_what_cannot_be_taken_is_said_in_both_languages(floor: Floor, page: Page) -> None:
    """No key, no call, other words under a known number, a turn that is none: each refused, nothing kept of it."""
    answer(floor, page)
    call = Contact.objects.get()
    assert tell(floor, f"{call.pk}/turns", SAID, token="wrong").status == 401
    assert tell(floor, f"{call.pk + 1}/turns", SAID).status == 409
    tell(floor, f"{call.pk}/turns", SAID[0])
    other = tell(floor, f"{call.pk}/turns", {**SAID[0], "text": "喂"}).told
    assert (other["code"], bool(other["zh"]), bool(other["en"])) == ("turn_conflict", True, True)
    for bad in (
        {},
        "喂",
        {**SAID[1], "i": -1},
        {**SAID[1], "speaker": "?"},
        {**SAID[1], "t0": "x"},
    ):
        refused = tell(floor, f"{call.pk}/turns", bad)
        assert (refused.status, refused.told["code"]) == (409, "turn_unreadable")
    assert LiveTurn.objects.count() == 1
