"""A file of customers' ratings: taken once, faults wait, words of somebody erased wait nowhere."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from feeds.files import bring, write
from records.play import play_a_call
from records.test_erasure import erase, where
from records.world import NOON, World, make_world
from shounuo.feeds.imports.replay import replay_row
from shounuo.records.models import CallRating, Contact, Lender, WaitingRow

pytestmark = pytest.mark.django_db(transaction=True)
RATINGS = ("通话编号", "星级", "留言", "评分时间")
LATER = NOON + timedelta(hours=2)
AT = "2026-11-20 12:09"
WORDS = "催得太急"


@pytest.fixture
def world() -> World:
    """One call that ended four minutes past noon."""
    made = make_world(2)
    play_a_call(made)
    return made


def take(path: Path, *rows: tuple[str, str, str, str]) -> dict[str, object]:
    return bring("ratings", write(path / "r.csv", RATINGS, rows), at=LATER).counts


def call() -> str:
    return str(Contact.objects.get().pk)


def waiting() -> WaitingRow:
    return WaitingRow.objects.select_related("import_run__lender").get()


def test_a_rating_is_taken_once_by_number_or_name(world: World, tmp_path: Path) -> None:
    """The same file again changes nothing; a later word replaces, by the customer's time."""
    counts = take(tmp_path, (call(), "2", WORDS, AT))
    assert (counts["ratings"], counts["changed"], counts["rejected"]) == (1, 1, 0)
    row = CallRating.objects.get()
    assert (row.stars, row.words, row.at.isoformat()) == (2, WORDS, "2026-11-20T04:09:00+00:00")
    counts = take(tmp_path, (f"contact-{call()}", "2", WORDS, AT))
    assert (counts["changed"], counts["unchanged"]) == (0, 1)
    counts = take(tmp_path, (call(), "3", "", "2026-11-20 12:30"), (call(), "2", WORDS, AT))
    assert (counts["changed"], counts["older"]) == (1, 1)
    assert CallRating.objects.get().stars == 3


def test_a_day_without_a_clock_time_is_after_the_call(world: World, tmp_path: Path) -> None:
    """The last moment of the day, or now: never before a call of that day ended."""
    assert take(tmp_path, (call(), "5", "", "2026-11-20"))["changed"] == 1
    assert CallRating.objects.get().at == LATER


@pytest.mark.parametrize(
    ("cells", "column", "code"),
    [
        (("999999", "4", "", AT), "通话编号", "unknown_call"),
        (("abc", "4", "", AT), "通话编号", "unknown_call"),
        (("", "4", "", AT), "通话编号", "missing_value"),
        (("{call}", "6", "", AT), "星级", "stars_out_of_range"),
        (("{call}", "很好", "", AT), "星级", "not_a_count"),
        (("{call}", "4", "长" * 501, AT), "留言", "too_long"),
        (("{call}", "4", "", "昨天"), "评分时间", "date_not_a_date"),
        (("{call}", "4", "", "2026-11-20 11:00"), "评分时间", "rated_too_early"),
    ],
)
def test_a_row_with_a_fault_waits_whole_and_the_others_go_on(
    world: World, tmp_path: Path, cells: tuple[str, str, str, str], column: str, code: str
) -> None:
    bad = tuple(cell.format(call=call()) for cell in cells)
    counts = take(tmp_path, bad, (call(), "1", "", AT))
    assert (counts["ratings"], counts["rejected"]) == (1, 1)
    row = waiting()
    assert (row.column, row.code) == (column, code)
    assert tuple(json.loads(row.raw).values()) == bad
    assert row.what_zh
    assert row.what_en


def test_a_mended_row_is_taken_and_a_contradiction_decided(world: World, tmp_path: Path) -> None:
    """Six stars are mended to 4; two ratings of one moment wait until a person says which is right."""
    take(tmp_path, (call(), "6", "", AT))
    assert replay_row(waiting(), {"星级": "4"}, "admin", lambda: LATER).state == "mended"
    WaitingRow.objects.all().delete()
    take(tmp_path, (call(), "1", "", AT))
    assert waiting().conflict
    mended = replay_row(waiting(), {}, "admin", lambda: LATER, overrule=True)
    assert (mended.state, CallRating.objects.get().stars) == ("mended", 1)


def test_another_lenders_call_is_not_known(world: World, tmp_path: Path) -> None:
    Lender.objects.create(code="other", full_name="别的银行")
    path = write(tmp_path / "r.csv", RATINGS, [(call(), "4", "", AT)])
    assert bring("ratings", path, at=LATER, lender="other").counts["rejected"] == 1
    assert not CallRating.objects.exists()


def test_words_of_an_erased_person_wait_nowhere(world: World, tmp_path: Path) -> None:
    """The row that waited is emptied; one that comes after the erasure is left out and counted."""
    take(tmp_path, (f"contact-{call()}", "6", WORDS, AT))
    assert where(WORDS) == {"WaitingRow.raw"}
    erase(world)
    assert where(WORDS) == set()
    counts = take(tmp_path, (call(), "4", WORDS, AT))
    assert (counts["erased"], counts["rejected"]) == (1, 0)
    assert where(WORDS) == set()


def test_a_waiting_row_that_names_the_call_by_its_bare_number_is_emptied(
    world: World, tmp_path: Path
) -> None:
    """That of another customer's call, with as many stars, waits on."""
    own = Contact.objects.get()
    for pk, case in ((612, world.cases[0]), (613, world.cases[1])):
        own.pk, own.request_key, own.case, own.customer_id = pk, f"k{pk}", case, case.customer_id
        own.save()
    rows = (("612", "6", WORDS, AT), ("613", "6", "另一位的话", AT))
    bring("ratings", write(tmp_path / "r.csv", RATINGS, rows), at=LATER)
    erase(world)
    assert where(WORDS) == set()
    assert where("另一位的话") == {"WaitingRow.raw"}


@pytest.mark.parametrize("named", ["3", "003", "contact-3"])
def test_a_bare_1_to_5_is_a_call_where_calls_are_named_and_stars_elsewhere(
    world: World, tmp_path: Path, named: str
) -> None:
    """Of call 3 the row goes; the row of another's call 613, given 3 stars in a file whose calls stand in
    another column, waits on, and so does one in whose name 3 is only a part. All wait for their time."""
    own = Contact.objects.get()
    for pk, case in ((3, world.cases[0]), (613, world.cases[1])):
        own.pk, own.request_key, own.case, own.customer_id = pk, f"k{pk}", case, case.customer_id
        own.save()
    early = "2026-11-20 11:00"
    rows = (
        (named, "4", WORDS, early),
        ("613", "3", "另一位的话", early),
        ("2026-11-20/3", "4", "不知是哪一通", early),
    )
    take(tmp_path, *rows)
    others = ("另一位的话", "不知是哪一通")
    assert [where(words) for words in (WORDS, *others)] == [{"WaitingRow.raw"}] * 3
    erase(world)
    assert where(WORDS) == set()
    assert [where(words) for words in others] == [{"WaitingRow.raw"}] * 2
