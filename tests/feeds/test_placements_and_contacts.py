"""委案, 退案, 停催, 复催; and what other parties did."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pyarrow
import pyarrow.parquet
import pytest

from feeds.files import bring, write
from records.world import AS_OF, NOON, make_world
from shounuo.feeds.imports.replay import replay_row
from shounuo.records.actions.claim_next_case import claim_next_case
from shounuo.records.actions.erase_person import erase_person
from shounuo.records.models import Flag, OtherContact, OtherPartyCoverage, Placement, WaitingRow

pytestmark = pytest.mark.django_db(transaction=True)
PLACED = ("卡号", "批次", "动作", "委外机构", "开始日期", "结束日期", "佣金档")
CALLED = ("记录号", "客户号", "机构", "拨打时间", "方式", "号码", "结果")
CARD = "6200-0000-000000"


def _place(path: Path, *acts: str) -> dict[str, object]:
    rows = [
        (CARD, "B1", act, "北方催收", "2026-11-01", "2027-01-31", "C") if act == "委案"
        else (CARD, "B1", act, "", "", "", "")
        for act in acts
    ]  # fmt: skip
    return bring("placements", write(path, PLACED, rows), as_of=AS_OF).counts


def test_a_placement_is_taken_once(tmp_path: Path) -> None:
    """Batch, both days and the commission band are kept; the same file again changes nothing."""
    make_world()
    assert _place(tmp_path / "p.csv", "委案")["changed"] == 1
    assert _place(tmp_path / "p.csv", "委案")["changed"] == 0
    placed = Placement.objects.get()
    assert (placed.batch, placed.commission_band) == ("B1", "C")
    assert (placed.starts_on, placed.ends_on) == (date(2026, 11, 1), date(2027, 1, 31))


def test_a_stopped_account_is_not_handed_out_until_resumed(tmp_path: Path) -> None:
    """停催 takes the case out of the queue, 复催 a file later brings it back."""
    world = make_world()
    assert _place(tmp_path / "p.csv", "委案", "停催")["stopped"] == 1
    assert claim_next_case(staff=world.anna, recorded_at=NOON) is None
    assert _place(tmp_path / "p.csv", "复催")["queued"] == 1
    assert claim_next_case(staff=world.anna, recorded_at=NOON) is not None


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "America/New_York"])
def test_a_stop_begins_with_its_day_at_the_lender(tmp_path: Path, zone: str) -> None:
    """停催 of the 18th began at midnight where the lender is: not on its evening before, not at eight."""
    make_world(zone=zone)
    rows = [
        (CARD, "B1", "委案", "北方催收", "2026-11-01", "2027-01-31", "C"),
        (CARD, "B1", "停催", "", "", "", ""),
    ]
    bring("placements", write(tmp_path / "p.csv", PLACED, rows), as_of=date(2026, 11, 18))
    began = Flag.objects.get(kind="collection_stopped").effective_at
    assert began == datetime(2026, 11, 18, tzinfo=ZoneInfo(zone))


def test_a_recalled_account_is_withdrawn(tmp_path: Path) -> None:
    """退案: nobody is handed the case again."""
    world = make_world()
    assert _place(tmp_path / "p.csv", "委案", "退案")["withdrawn"] == 1
    assert claim_next_case(staff=world.anna, recorded_at=NOON) is None


def test_a_recall_of_what_was_never_placed_waits(tmp_path: Path) -> None:
    """It names no placement that we know."""
    make_world()
    assert _place(tmp_path / "p.csv", "退案")["rejected"] == 1
    assert WaitingRow.objects.get().code == "not_placed"


def test_another_party_and_how_far_it_tells(tmp_path: Path) -> None:
    """Two calls, one connected, told through the 19th; the same file again changes nothing."""
    make_world()
    rows = [
        ("1", "C000000", "北方催收", "2026-11-19 10:00", "电话", "19900000000", "接通"),
        ("2", "C000000", "北方催收", "2026-11-19 11:00", "电话", "19900000000", "占线"),
    ]
    path = write(tmp_path / "c.csv", CALLED, rows)
    told = {"covers_through": date(2026, 11, 19), "covers_from": date(2026, 11, 1)}
    assert bring("contacts", path, **told).counts["changed"] == 2
    assert bring("contacts", path, **told).counts["changed"] == 0
    assert list(OtherContact.objects.order_by("ref").values_list("connected", flat=True)) == [
        True,
        False,
    ]
    assert OtherContact.objects.filter(number_hash="").count() == 0
    covered = OtherPartyCoverage.objects.get()
    assert (covered.organisation, covered.basis) == ("北方催收", "file")
    assert covered.covers_through.isoformat() == "2026-11-19T16:00:00+00:00"


@pytest.mark.parametrize(
    ("told", "column"),
    [
        (("1", "C000000", "北方催收", "2026-11-19 10:00", "电话", "19900000000", "接通"), "结果"),
        (
            ("1", "C000000", "北方催收", "2026-11-19 18:00", "电话", "19900000000", "占线"),
            "拨打时间",
        ),
        (("1", "C000001", "北方催收", "2026-11-19 10:00", "电话", "19900000000", "占线"), "客户号"),
        (("1", "C000000", "北方催收", "2026-11-19 10:00", "电话", "19900000001", "占线"), "号码"),
    ],
)
def test_a_contact_put_right_waits_for_a_person(
    tmp_path: Path, told: tuple[str, ...], column: str
) -> None:
    """Busy in the first file, a talk in the corrected one: not passed over, and taken once confirmed."""
    make_world(2)
    first = ("1", "C000000", "北方催收", "2026-11-19 10:00", "电话", "19900000000", "占线")
    bring("contacts", write(tmp_path / "1.csv", CALLED, [first]))
    path = write(tmp_path / "2.csv", CALLED, [told])
    assert bring("contacts", path).counts["conflicts"] == 1
    row = WaitingRow.objects.select_related("import_run__lender").get()
    assert (row.code, row.column, row.conflict) == ("conflict_contact", column, True)
    assert "19900000001" not in row.what_zh
    assert replay_row(row, {}, "admin", lambda: NOON, overrule=True).state == "mended"
    assert bring("contacts", path).counts["unchanged"] == 1
    assert OtherContact.objects.count() == 1


def test_a_contact_file_that_comes_again_keeps_nothing_of_somebody_erased(tmp_path: Path) -> None:
    """Their contact is known by its number: the row changes nothing, and does not wait either."""
    world = make_world()
    row = ("1", "C000000", "北方催收", "2026-11-19 10:00", "电话", "19900000000", "占线")
    path = write(tmp_path / "1.csv", CALLED, [row])
    bring("contacts", path)
    person = world.cases[0].customer_id
    erase_person(customer_id=person, actor="admin", recorded_at=NOON, ground="书面请求")
    assert bring("contacts", path).counts["unchanged"] == 1
    assert not WaitingRow.objects.exists()


def test_whether_it_was_answered_is_kept_from_a_column_of_yes_and_no(tmp_path: Path) -> None:
    """A Parquet file with true and false: a talk is a talk, and is not forgotten for "not said"."""
    make_world()
    columns = {
        **{"流水号": ["1", "2"], "客户号": ["C000000"] * 2, "机构": ["北方催收"] * 2},
        **{"拨打时间": ["2026-11-19 10:00"] * 2, "是否接通": [True, False]},
    }
    pyarrow.parquet.write_table(pyarrow.table(columns), tmp_path / "c.parquet")
    bring("contacts", tmp_path / "c.parquet")
    told = OtherContact.objects.order_by("ref").values_list("connected", flat=True)
    assert list(told) == [True, False]


def test_a_file_with_an_unread_row_covers_nothing(tmp_path: Path) -> None:
    """The row without a time may be the call that uses up the limit; once mended, its file covers."""
    make_world()
    rows = [("1", "C000000", "北方催收", "", "电话", "", "")]
    path = write(tmp_path / "c.csv", CALLED, rows)
    outcome = bring("contacts", path, covers_through=date(2026, 11, 19))
    assert (outcome.counts["rejected"], outcome.counts["covered"]) == (1, [])
    assert not OtherPartyCoverage.objects.exists()
    row = WaitingRow.objects.select_related("import_run__lender").get()
    replay_row(row, {"拨打时间": "2026-11-19 10:00"}, "admin", lambda: NOON)
    again = bring("contacts", path, covers_through=date(2026, 11, 19), source="北方催收")
    assert again.counts["covered"] == ["北方催收"]
