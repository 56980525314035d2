"""A customer's view stands beside inspection and kept cash, and moves neither."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile
from zoneinfo import ZoneInfo

import pyarrow.parquet as pq
import pytest

from records.world import NOON, World
from shounuo.jobs.nightly import home_of, run_night
from shounuo.records.actions.rate_call import rate_call
from shounuo.records.models import CallRating, Case, Contact, FoundFault, Inspection, Transcript
from shounuo.records.queries.board import board
from shounuo.records.queries.extract import extract
from shounuo.records.queries.insight import portfolio_insight
from shounuo.records.queries.inspection import coaching_list, to_inspect
from shounuo.records.queries.ratings import FEWEST, view_of
from shounuo.records.queries.standing import mean_points, standing
from shounuo.settings import clock
from web.inspector.test_inspection import client
from web.inspector.test_inspection import read as read  # noqa: PLC0414 - the fixture

SHANGHAI = ZoneInfo("Asia/Shanghai")
WORDS = "他说话像在<吵架>"
HOUR = timedelta(hours=1)
SPAN = (NOON - 24 * HOUR, NOON + 24 * HOUR)


def rate(stars: int, words: str = "", contact: Contact | None = None) -> None:
    rate_call(
        contact_id=(contact or Contact.objects.order_by("pk")[0]).pk,
        stars=stars,
        words=words,
        at=NOON + HOUR,
        actor="ratings",
        recorded_at=NOON + HOUR,
    )


def rate_ten(read: World) -> None:
    """Nine more calls of the collector's; ten ratings: eight of five stars, two of one."""
    first = Contact.objects.get()
    rate(5)
    for n in range(FEWEST - 1):
        again = Contact.objects.get(pk=first.pk)
        again.pk, again.request_key = None, f"again-{n}"
        again.save()
        rate(1 if n < 2 else 5, contact=again)


@pytest.fixture
def threat(read: World) -> FoundFault:
    fault = FoundFault.objects.get(code="THREAT")
    fault.inspection.faults.exclude(pk=fault.pk).delete()
    return fault


def go_through(fault: FoundFault) -> None:
    inspector = client("3001")
    inspector.post(f"/inspection/decide/{fault.pk}", {"decision": "accept"})
    inspector.post(f"/inspection/close/{fault.inspection_id}")


@pytest.mark.parametrize(
    ("language", "heading", "stars"),
    [("zh-hans", "客户评分", "2 星（满分 5 星）"), ("en", "The customer's view", "2 of 5 stars")],
)
def test_stars_and_words_are_on_the_calls_page(
    threat: FoundFault, language: str, heading: str, stars: str
) -> None:
    """The inspector sees them at once, the collector once the call is inspected; the words are text."""
    rate(2, WORDS)
    address = f"/inspection/call/{threat.inspection_id}"
    assert client("1001").get(address).status_code == 403
    go_through(threat)
    for number in ("3001", "1001"):
        reader = client(number)
        reader.cookies["django_language"] = language
        page = reader.get(address).content.decode()
        section = page[page.index('id="rating"') :]
        assert heading.replace("'", "&#x27;") in section or heading in section
        assert stars in section
        assert "★★☆☆☆" in section
        assert "他说话像在&lt;吵架&gt;" in section
        assert "<吵架>" not in page


def test_a_call_nobody_rated_says_nothing_of_it(threat: FoundFault) -> None:
    page = client("3001").get(f"/inspection/call/{threat.inspection_id}").content.decode()
    assert 'id="rating"' not in page


def test_a_rating_moves_no_score_order_or_pay(threat: FoundFault, tmp_path: Path) -> None:
    """Score, urgency, the inspector's queue, coaching, the board, the case in the collectors' queue and
    everything the night ranks by, before and after one star and after five."""
    read_by = threat.inspection.transcript.collector
    assert read_by is not None
    assert read_by.team is not None
    team, day = read_by.team, NOON.date()

    def moved(name: str) -> object:
        extract(tmp_path / name, team.lender, date(2026, 11, 21))
        night = sorted((tmp_path / name).rglob("*.parquet"))
        return (
            [standing(row).score for row in Inspection.objects.order_by("pk")],
            list(Inspection.objects.order_by("pk").values_list("points", "failed", "urgency")),
            [row.pk for row in to_inspect()],
            coaching_list(NOON + HOUR),
            board(team, day, day),
            list(Case.objects.order_by("pk").values()),
            [pq.read_table(path).to_pydict() for path in night],
        )

    go_through(threat)
    before = moved("before")
    rate(1, WORDS)
    assert moved("one") == before
    CallRating.objects.all().delete()
    rate(5)
    assert moved("five") == before


def test_few_ratings_tell_no_mean_and_ten_tell_it_with_its_interval() -> None:
    """Eight of five stars and two of one: 4.2; as a share 0.8 of 10, whose Wilson interval is
    0.490 to 0.943, is 2.96 to 4.77 stars. Ten of five are not sure to be five."""
    assert (view_of([5] * 9).ratings, view_of([5] * 9).mean) == (9, None)
    told = view_of([5] * 8 + [1] * 2)
    assert told.mean == pytest.approx(4.2)
    assert (told.low, told.high) == (pytest.approx(2.96, abs=0.005), pytest.approx(4.77, abs=0.005))
    alike = view_of([5] * 10)
    assert alike.low is not None
    assert (alike.low < 4.5, alike.high) == (True, 5)


def test_insight_shows_it_beside_score_and_kept_money(
    threat: FoundFault, read: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With one rating "too few"; with ten the mean, its interval and their number; the workbook too."""
    monkeypatch.setenv("SHOUNUO_HOME", str(tmp_path))
    go_through(threat)
    rate(5)
    with clock.held_at(NOON + 2 * HOUR):
        run_night(read.lender, date(2026, 11, 21), "nightly")
    lead = client("2001")
    score = standing(threat.inspection).score.points
    assert mean_points(read.team, SPAN) == {read.anna.pk: (1, score)}
    page = lead.get("/insight").content.decode()
    assert "太少" in page
    assert f"{score}.0 <span" in page
    CallRating.objects.all().delete()
    Contact.objects.exclude(pk=Contact.objects.order_by("pk")[0].pk).delete()
    rate_ten(read)
    found = portfolio_insight(read.team, home_of(read.lender))
    assert found is not None
    (row,) = found.quality
    assert (row["ratings"], row["stars"], row["kept_cents"]) == (10, pytest.approx(4.2), 0)
    page = lead.get("/insight").content.decode()
    assert '4.2 <span class="muted small">3.0–4.8 (10)</span>' in page
    book = ZipFile(BytesIO(lead.get("/insight/workbook").content))
    assert b"stars_low" in book.read("xl/sharedStrings.xml")


def test_critical_findings_are_of_the_period_of_their_neighbours(
    threat: FoundFault, read: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The accepted threat counts while its call is within the 180 days, told on the page, and then no longer."""
    monkeypatch.setenv("SHOUNUO_HOME", str(tmp_path))
    go_through(threat)
    with clock.held_at(NOON + 2 * HOUR):
        run_night(read.lender, date(2026, 11, 21), "nightly")
    for days, count in ((180, 1), (181, 0)):
        Transcript.objects.update(
            called_at=datetime(2026, 11, 21, 12, tzinfo=SHANGHAI) - timedelta(days=days)
        )
        found = portfolio_insight(read.team, home_of(read.lender))
        assert found is not None
        assert [row["critical"] for row in found.quality] == [count]
    assert "2026-11-21 之前 180 天" in client("2001").get("/insight").content.decode()
