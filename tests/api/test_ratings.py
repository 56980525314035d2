"""The door of ratings over real HTTP: its own key, one rating a call, faults in both languages."""

from __future__ import annotations

from datetime import timedelta

import pytest

from api.knocking import Answer, knock
from records.play import play_a_call
from records.world import NOON
from shounuo.records.models import CallRating, Contact
from web.collector.floor import Floor

pytestmark = pytest.mark.browser
AT = "2026-11-20T11:56:00+08:00"


def tell(floor: Floor, key: str = "rating", **rating: object) -> Answer:
    return knock(floor, "ratings", rating, key=key)


@pytest.fixture
def call(floor: Floor) -> int:
    """A call that ended at 11:54 by the desk's clock, which stands at noon."""
    play_a_call(floor.world, at=NOON - timedelta(minutes=10))
    return Contact.objects.get().pk


def test_a_rating_is_taken_once(floor: Floor, call: int) -> None:
    """With words and a time, then the same again, then a later one without a time: now."""
    first = tell(floor, contact=call, stars=2, words="太快", at=AT)
    assert (first.status, first.told) == (200, {"contact": call, "stars": 2, "came_to": "new"})
    assert tell(floor, contact=call, stars=2, words="太快", at=AT).told["came_to"] == "unchanged"
    assert tell(floor, contact=call, stars=4).told["came_to"] == "changed"
    row = CallRating.objects.get()
    assert (row.stars, row.words) == (4, "")


def test_what_cannot_be_taken_is_said_in_both_languages(floor: Floor, call: int) -> None:
    """No key of this door, no such call, six stars, before the end: each refused, nothing kept."""
    no = tell(floor, key="live", contact=call, stars=4)
    assert (no.status, no.told["code"]) == (401, "no_key")
    assert no.told["zh"] == "没有出示本接口的密钥，或密钥不对 · 用 Authorization: Bearer 出示密钥"
    for code, told in {
        "unknown_call": {"contact": call + 999, "stars": 4},
        "stars_out_of_range": {"contact": call, "stars": 6},
        "rated_too_early": {"contact": call, "stars": 4, "at": "2026-11-20T11:00:00+08:00"},
    }.items():
        answer = tell(floor, **told)
        assert (answer.status, answer.told["code"]) == (409, code)
        assert answer.told["zh"]
        assert answer.told["en"]
    for bad, zh, en in (
        ({"stars": 4}, "contact：缺少", "contact is missing"),
        ({"contact": 0, "stars": "四"}, "contact：不得小于 1；stars：应为整数", "contact must be 1 or more; stars must be a whole number"),
        ({"contact": call, "stars": 4, "at": "2026-11-20T11:56:00"}, "at：时间要带时区", "at must be a time with its zone"),
        ({"contact": call, "stars": 4, "at": "昨天"}, "at：应为时间，如 2026-11-20T12:09:00+08:00", "at must be a time, such as 2026-11-20T12:09:00+08:00"),
        ({"contact": call, "stars": 4, "words": 7}, "words：应为文字", "words must be text"),
    ):  # fmt: skip
        answer = tell(floor, **bad)
        assert (answer.status, answer.told["code"]) == (422, "fields_unfit")
        assert answer.told["zh"] == f"{zh} · 改正后重发"
        assert answer.told["en"] == f"{en} · Correct it and send it again"
    answer = knock(floor, "ratings", b"stars=4", key="rating")
    assert (answer.status, answer.told["code"]) == (400, "body_unreadable")
    assert answer.told["zh"] == "请求内容不是 JSON · 改正后重发"
    assert not CallRating.objects.exists()
