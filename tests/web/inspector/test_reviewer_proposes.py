"""A model's proposals wait for an inspector, marked as such, and move neither score nor queue."""

from __future__ import annotations

import json

import pytest

from feeds.reviewer.model_server import completion, model_server
from records.world import NOON, World
from shounuo.jobs import review_calls
from shounuo.records.models import FoundFault, Inspection
from web.inspector.test_inspection import client
from web.inspector.test_inspection import read as read  # noqa: PLC0414 - the fixture

QUOTE = "通话有录音"
PROPOSAL = {"code": "RUDE_TONE", "turn": 0, "quote": QUOTE, "why": "curt"}


def numbers() -> list[tuple[int, int, int]]:
    return list(Inspection.objects.order_by("pk").values_list("pk", "points", "urgency"))


def test_without_a_reviewer_nothing_is_asked(read: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The usual state: the job does nothing."""
    monkeypatch.delenv("SHOUNUO_REVIEWER_URL", raising=False)
    assert review_calls.run(NOON) == 0
    assert not FoundFault.objects.filter(source="model").exists()


def test_a_proposal_waits_for_an_inspector(read: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each call is asked about once; what is proposed is open, shown as a model's, and nothing to the collector."""
    before = numbers()
    text = json.dumps({"findings": [PROPOSAL]}, ensure_ascii=False)
    with model_server(lambda body: completion(text)) as server:
        monkeypatch.setenv("SHOUNUO_REVIEWER_URL", server.url)
        assert review_calls.run(NOON) == 2
        assert review_calls.run(NOON) == 0
        assert len(server.asked) == 2
        assert "王建国" not in json.dumps(server.asked, ensure_ascii=False)
    fault = FoundFault.objects.filter(source="model").earliest("pk")
    assert (fault.state, fault.quote, fault.rule) == ("open", QUOTE, "reviewer")
    assert numbers() == before
    page = client("3001").get(f"/inspection/call/{fault.inspection_id}").content.decode()
    assert f'data-fault="{fault.pk}"' in page
    assert "模型提出" in page
    assert fault.quote not in client("1001").get("/inspection/mine").content.decode()


def test_a_reviewer_that_fails_leaves_the_reading_alone(
    read: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nonsense from the reviewer: the engine's findings stand, and it is not asked again."""
    found = set(FoundFault.objects.values_list("pk", flat=True))
    with model_server(lambda body: (500, b"no")) as server:
        monkeypatch.setenv("SHOUNUO_REVIEWER_URL", server.url)
        assert review_calls.run(NOON) == 0
        assert review_calls.run(NOON) == 0
        assert len(server.asked) == 2
    assert set(FoundFault.objects.values_list("pk", flat=True)) == found
