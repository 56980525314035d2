"""A chart's title says what the chart shows, in figures anybody can count after."""

from __future__ import annotations

from datetime import date

from shounuo.records.queries.insight import Insight
from shounuo.web.insight.findings import findings, honest

FUNNEL = {"calls": 1479, "reached": 76, "promises": 17, "settled": 9, "kept": 1}
ROLLS = [
    {"was": 1, "now": 0, "share": 0.32},
    {"was": 1, "now": 1, "share": 0.1},
    {"was": 1, "now": 2, "share": 0.38},
    {"was": 1, "now": 3, "share": 0.2},
    {"was": 2, "now": 0, "share": 1.0},
]
HISTORY = [
    {"night": "2026-10-14", "was": "M1", "share": 0.58},
    {"night": "2026-10-14", "was": "M2", "share": 0.9},
    {"night": "2026-11-27", "was": "M1", "share": 0.68},
]


def steps(vintage: str, *shares: float) -> list[dict]:
    return [
        {"vintage": vintage, "weeks": week, "cured_share": share, "low": share / 2, "high": share}
        for week, share in enumerate(shares)
    ]


def told(**changes) -> dict:
    plain = {"as_of": date(2026, 11, 27), "funnel": FUNNEL, "quality": []}
    return findings(Insight(**(plain | changes)))


def test_the_titles_are_counted_from_what_is_drawn() -> None:
    """M1: 32% back, 38% + 20% on; 58% then 68%; at week 2, the last both have, 22% against 10%."""
    cures = [
        *steps("*", 0, 0.1, 0.2),
        *steps("2026-10", 0, 0.05, 0.1, 0.3),
        *steps("2026-11", 0, 0.1, 0.22),
    ]
    found = told(rolls=ROLLS, rolls_from=date(2026, 10, 30), roll_history=HISTORY, cures=cures)
    assert found["funnel"].zh == "拨打 1,479 通，接通 76 通，承诺 17 个，已兑现 1 个"
    assert found["roll"].en == (
        "Of M1, 32% came back in order and 58% rolled on (2026-10-30 to 2026-11-27)"
    )
    assert found["history"].zh == "M1 滚入更后账龄：2026-10-14 为 58%，2026-11-27 为 68%"
    assert found["cure"].en == "20% were in order again within 2 weeks (10%–20%)"
    assert found["vintage"].en == "By week 2, 22% of 2026-11 were in order again, 10% of 2026-10"


def test_one_month_or_one_night_is_told_alone_and_nothing_is_told_of_nothing() -> None:
    """Without a second month or night there is no comparison; without rows no title."""
    alone = told(roll_history=HISTORY[:1], cures=steps("2026-11", 0, 0.25))
    assert alone["vintage"].zh == "2026-11 入催的，1 周内已回正 25%"
    assert alone["history"].en == "Of M1, 58% rolled on"
    assert set(told()) == {"funnel"}


def test_how_far_estimates_lie_from_what_came_true() -> None:
    """30 cases 5 points off and 10 cases 1 point off: (1.5 + 0.1) / 40 = 4.0 points."""
    points = [[{"told": 0.2, "true": 0.25, "n": 30}], [{"told": 0.5, "true": 0.49, "n": 10}]]
    assert "4.0" in honest(points).zh
    assert "4.0" in honest(points).en
    assert "经验规则" in honest([[], []]).zh
