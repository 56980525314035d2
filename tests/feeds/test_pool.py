"""Rows that wait: mended, replayed, dropped, overruled."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from feeds.files import PAYMENTS, PORTFOLIO, account, bring, payment, write
from records.world import NOON, make_world
from shounuo.feeds.imports.replay import replay_all, replay_row
from shounuo.records.actions.drop_row import drop_row
from shounuo.records.models import Account, Event, Payment, WaitingRow
from shounuo.records.queries.evidence import check_everything

pytestmark = pytest.mark.django_db(transaction=True)


def now():  # type: ignore[no-untyped-def]
    return NOON


def _waiting() -> WaitingRow:
    return WaitingRow.objects.select_related("import_run__lender").get()


def test_a_mended_row_is_taken(tmp_path: Path) -> None:
    """The amount `ten` is corrected to 10.00: one payment, the row mended, and only once."""
    make_world()
    bring("payments", write(tmp_path / "p.csv", PAYMENTS, [payment(1, "ten")]))
    row = _waiting()
    assert replay_row(row, {"金额": "eleven"}, "admin", now).state == "waiting"
    assert replay_row(row, {"金额": "10.00"}, "admin", now).state == "mended"
    assert replay_row(_waiting(), {"金额": "99.00"}, "admin", now).state == "mended"
    assert [p.amount_cents for p in Payment.objects.all()] == [1_000]
    assert check_everything().whole


def test_a_payment_waits_for_its_account(tmp_path: Path) -> None:
    """The card came a day after its payment; a replay of the pool then takes the payment."""
    make_world()
    bring("payments", write(tmp_path / "p.csv", PAYMENTS, [payment(1, "10.00", card=5)]))
    assert (replay_all("jianghai", "admin", now).taken, Payment.objects.count()) == (0, 0)
    bring("portfolio", write(tmp_path / "a.csv", PORTFOLIO, [account(5)]))
    assert (replay_all("jianghai", "admin", now).taken, Payment.objects.count()) == (1, 1)


def test_two_figures_of_one_day_wait_for_a_person(tmp_path: Path) -> None:
    """14,000.00 stands against 15,000.00 until somebody says which is right."""
    make_world()
    outcome = bring("portfolio", write(tmp_path / "a.csv", PORTFOLIO, [account(0, "15,000.00")]))
    assert (outcome.counts["conflicts"], Account.objects.get().total_cents) == (1, 1_400_000)
    assert replay_all("jianghai", "admin", now).taken == 0
    assert replay_row(_waiting(), {}, "admin", now).state == "waiting"
    assert replay_row(_waiting(), {}, "admin", now, overrule=True).state == "mended"
    assert Account.objects.get().total_cents == 1_500_000
    told = Event.objects.filter(kind="AccountsTaken").order_by("pk").last()
    assert told is not None
    assert list(told.payload["replaced"].values()) == [{"total_cents": [1_400_000, 1_500_000]}]


@pytest.mark.parametrize(
    ("header", "line", "code"),
    [
        ("客户号,卡号,余额,逾期天数", "Z1,ZA1,14,000.00,12", "row_width"),
        ("客户号,卡号,余额,余额", "Z1,ZA1,14.00,15.00", "column_twice"),
        ("客户号,卡号,姓名,余额", 'Z1,ZA1,"王,14.00', "open_quote"),
    ],
)
def test_a_fault_of_the_file_waits_for_a_changed_cell(
    tmp_path: Path, header: str, line: str, code: str
) -> None:
    """Cut at its thousands separator 14,000.00 reads as 14.00: a replay of the pool does not take it so."""
    make_world()
    path = tmp_path / "cut.csv"
    path.write_text(f"{header}\n{line}\n", encoding="utf-8")
    bring("portfolio", path)
    assert _waiting().code == code
    assert replay_all("jianghai", "admin", now).taken == 0
    assert (_waiting().code, Account.objects.count()) == (code, 1)
    mended = {"姓名": "王", "余额": "14,000.00", "逾期天数": "12"}
    assert replay_row(_waiting(), mended, "admin", now).state == "mended"
    assert Account.objects.get(tail="1").total_cents == 1_400_000


def test_a_dropped_row_stays_dropped_when_the_file_comes_again(tmp_path: Path) -> None:
    """It is kept with its reason in the ledger, and does not come back to the pool."""
    make_world()
    path = write(tmp_path / "p.csv", PAYMENTS, [payment(1, "ten")])
    bring("payments", path)
    drop_row(row_id=_waiting().pk, reason="测试行", actor="admin", recorded_at=NOON)
    bring("payments", path)
    assert _waiting().state == "dropped"
    event = Event.objects.get(kind="RowDropped")
    assert event.payload["reason"] == "测试行"


def test_a_mapping_of_ones_own_is_kept_for_the_pool(tmp_path: Path) -> None:
    """The mapping file is gone by the time the row is mended; the import kept its own copy."""
    make_world()
    own = tmp_path / "own.yaml"
    own.write_text(
        "kind: payments\nsource: core\nfields:\n  ref: 号\n  account_ref: 卡\n"
        "  amount_cents: 额\n  transacted: 日\n",
        encoding="utf-8",
    )
    path = write(tmp_path / "p.csv", ("号", "卡", "额", "日"), [payment(1, "x")])
    bring("payments", path, mapping=str(own))
    own.unlink()
    assert replay_row(_waiting(), {"额": "10"}, "admin", now).state == "mended"
    assert json.loads(_waiting().raw)["额"] == "10"
