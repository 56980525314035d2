"""A collector sees what came of the calls an inspector has been through: score, missing steps, stars."""

from __future__ import annotations

from datetime import timedelta

from records.world import NOON, World
from shounuo.records.models import FoundFault, Transcript
from shounuo.settings import clock
from web.inspector.test_inspection import client
from web.inspector.test_inspection import read as read  # noqa: PLC0414 - the fixture
from web.inspector.test_rating import go_through, rate
from web.inspector.test_rating import threat as threat  # noqa: PLC0414 - the fixture

HOUR = timedelta(hours=1)


def own(number: str = "1001") -> str:
    """The section of the page, an hour after the customer's rating."""
    with clock.held_at(NOON + 2 * HOUR):
        page = client(number).get("/inspection/mine").content.decode()
    return page[page.index('id="own-calls"') :]


def test_nothing_is_shown_before_an_inspector_has_been_through(
    threat: FoundFault, read: World
) -> None:
    """The rating and the engine's steps wait with the call."""
    rate(2)
    assert "<td" in own()
    assert "★" not in own()
    assert f"/inspection/call/{threat.inspection_id}" not in own()


def test_score_missing_steps_and_stars_stand_in_the_calls_row(threat: FoundFault) -> None:
    """The step an inspector found missing is marked as such and takes its points; another is the engine's."""
    rate(2)
    go_through(threat)
    before = own()
    assert "表明身份" not in before
    told = {"step": "identify_self", "turn": "", "reason": "只报了卡中心，没有报姓名"}
    client("3001").post(f"/inspection/step/{threat.inspection_id}", told)
    after = own()
    assert f'href="/inspection/call/{threat.inspection_id}#steps"' in after
    assert '表明身份 −6</span> <span class="tag near"' in after
    assert "只报了卡中心，没有报姓名" in after
    assert "★★☆☆☆" in after
    assert after.count("tag near") == 1


def test_an_old_call_and_another_collectors_are_not_among_them(
    threat: FoundFault, read: World
) -> None:
    """Thirty days are; the day before is not."""
    go_through(threat)
    address = f"/inspection/call/{threat.inspection_id}"
    for days, there in ((29, True), (31, False)):
        Transcript.objects.update(called_at=NOON - timedelta(days=days))
        assert (address in own()) is there
    Transcript.objects.update(called_at=NOON, collector=read.bao)
    assert address not in own()
