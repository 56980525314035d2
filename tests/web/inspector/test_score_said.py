"""What the number at the top of a call is, said beside it: no verdict before an inspector has decided."""

from __future__ import annotations

import pytest

from records.world import World
from shounuo.records.models import FoundFault
from web.inspector.test_inspection import client
from web.inspector.test_inspection import read as read  # noqa: PLC0414 - the fixture

STEPS_ONLY, SO_FAR, DONE = "steps", "so far", "done"
SAID = {
    "zh-hans": {
        STEPS_ONLY: "评分卡暂计：只算步骤，质检员还没有裁定",
        SO_FAR: "评分卡暂计：步骤和已成立的问题",
        DONE: "评分卡得分",
    },
    "en": {
        STEPS_ONLY: "By the card, steps only, until an inspector has decided",
        SO_FAR: "By the card so far: steps and accepted findings",
        DONE: "Score by the card",
    },
}


@pytest.fixture
def two(read: World) -> FoundFault:
    """The threat and a minor finding on the collector's call."""
    threat = FoundFault.objects.get(code="THREAT")
    threat.inspection.faults.exclude(pk=threat.pk).delete()
    threat.pk, threat.code, threat.severity = None, "FILLERS", "minor"
    threat.save()
    return FoundFault.objects.get(code="THREAT")


@pytest.mark.parametrize("language", SAID)
def test_the_number_says_what_it_counts(two: FoundFault, language: str) -> None:
    """Steps only; with what was accepted; the score. Only then, or once something counts, does it look like one."""

    def head(number: str = "3001") -> str:
        reader = client(number)
        reader.cookies["django_language"] = language
        page = reader.get(f"/inspection/call/{two.inspection_id}").content.decode()
        return page.split('<header class="call-head">')[1].split("</header>")[0]

    def says(head: str) -> list[str]:
        return [name for name, words in SAID[language].items() if words in head]

    before = head()
    assert says(before) == [STEPS_ONLY]
    assert 'class="score so-far" id="score"' in before
    client("3001").post(f"/inspection/decide/{two.pk}", {"decision": "accept"})
    after = head()
    assert says(after) == [SO_FAR]
    assert 'class="score fail" id="score"' in after
    assert says(head("1001")) == []  # the collector is told no score before the call is done
    client("3001").post(f"/inspection/close/{two.inspection_id}")
    assert says(head()) == says(head("1001")) == [DONE]
