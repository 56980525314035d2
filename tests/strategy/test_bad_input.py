import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from a_night import published, run
from small_extract import DAY, rows, totals_of, write

from shounuo.kernel.errors import Refused
from shounuo.strategy import estimates, identities
from shounuo.strategy.manifest import Manifest
from shounuo.strategy.night import NightRefused
from shounuo.strategy.nights import Nights


def codes(refused: NightRefused) -> set[str]:
    return {p.code for p in refused.problems}


def pointer(home):
    return (home / "nights" / "current.json").read_bytes()


def test_broken_identity_leaves_yesterdays_queues_in_force(tmp_path):
    """A total that differs from the source's stops the night and the pointer does not move."""
    run(write(tmp_path / "good", rows(50)), tmp_path)
    before = pointer(tmp_path)
    tables = rows(50)
    extract = write(tmp_path / "bad", tables)
    told = totals_of(tables)
    told["payments"]["amount_cents"] += 1
    Manifest("2026-11-24", 1, told).write(extract)
    with pytest.raises(NightRefused) as stopped:
        run(extract, tmp_path)
    assert codes(stopped.value) == {"identity-broken"}
    assert stopped.value.problems[0].record == "payments.amount_cents"
    assert pointer(tmp_path) == before


def test_rows_of_an_unknown_account_stop_the_night(tmp_path):
    """A contact, payment or promise whose account is not in the extract is an identity broken."""
    tables = rows(50)
    tables["contacts"].append(dict(tables["contacts"][0], contact_id=1, account_id=999, channel=0))
    with pytest.raises(NightRefused) as stopped:
        run(write(tmp_path / "x", tables), tmp_path)
    assert [p.record for p in stopped.value.problems] == ["features.contacts"]


def test_an_account_twice_stops_the_night(tmp_path):
    """Accounts have the grain of one row an account."""
    tables = rows(20)
    tables["accounts"].append(tables["accounts"][3])
    with pytest.raises(NightRefused) as stopped:
        run(write(tmp_path / "x", tables), tmp_path)
    assert "accounts.account_id" in {p.record for p in stopped.value.problems}


def test_half_the_contacts_doubled_stop_the_night(tmp_path):
    """The same attempts under new ids are recognised, and the night says what to look for."""
    tables = rows(300)
    copies = [dict(c, contact_id=c["contact_id"] + 10**6) for c in tables["contacts"]]
    tables["contacts"] += copies
    with pytest.raises(NightRefused) as stopped:
        run(write(tmp_path / "x", tables), tmp_path)
    assert codes(stopped.value) == {"contacts-doubled"}
    assert "50%" in stopped.value.problems[0].what.zh


def attempts(accounts, twice):
    """One attempt per account, and as many copies of them as said; ids never a multiple of 32."""
    tables = rows(accounts)
    for name in ("contacts", "payments", "promises"):
        tables[name] = []
    for n, account in enumerate(tables["accounts"]):
        account["account_id"] = account["person_id"] = 32 * n + 1
    made = [
        {
            "contact_id": n,
            "account_id": tables["accounts"][n % accounts]["account_id"],
            "agent_id": 1,
            "day": DAY - 1,
            "minute": 600,
            "channel": 0,
            "outcome": 0,
            "talk_seconds": 0,
        }
        for n in range(accounts + twice)
    ]
    tables["contacts"] = made
    return tables


def test_every_account_is_looked_at_for_doubled_attempts(tmp_path):
    """Of 90 attempts 10 more are copies: 10 of 100 is a tenth and passes, 11 of 101 stops the night."""
    assert run(write(tmp_path / "at", attempts(90, 10)), tmp_path)["accounts"] == 90
    with pytest.raises(NightRefused) as stopped:
        run(write(tmp_path / "over", attempts(90, 11)), tmp_path)
    assert codes(stopped.value) == {"contacts-doubled"}


def test_a_large_table_is_looked_at_by_its_sampled_accounts(tmp_path, monkeypatch):
    """Above the limit only each 32nd account counts: copies elsewhere pass, copies on those are seen."""
    monkeypatch.setattr(identities, "EXACT_ROWS", 100)
    tables = attempts(90, 60)
    assert run(write(tmp_path / "elsewhere", tables), tmp_path)["accounts"] == 90
    for name in ("accounts", "contacts"):
        for row in tables[name]:
            row["account_id"] -= 1
    with pytest.raises(NightRefused) as stopped:
        run(write(tmp_path / "on", tables), tmp_path)
    assert codes(stopped.value) == {"contacts-doubled"}


@pytest.mark.parametrize(("late", "stops"), [(1, False), (4, False), (5, True)])
def test_a_missing_payment_file_is_said_and_after_days_stops_the_night(tmp_path, late, stops):
    """A source a day late is a notice on the queues; more than four days late stops the night."""
    tables = rows(30)
    tables["coverage"] = [{"source_id": 1, "covers_through_day": DAY - 1 - late}]
    extract = write(tmp_path / "x", tables)
    if stops:
        with pytest.raises(NightRefused) as stopped:
            run(extract, tmp_path)
        assert codes(stopped.value) == {"payments-late"}
    else:
        notices = run(extract, tmp_path)["notices"]
        assert [n["code"] for n in notices] == ["payments-late"]


def test_a_clock_set_back_replaces_nothing(tmp_path):
    """Queues of an earlier day never replace those of a later one."""
    tables = rows(30)
    run(write(tmp_path / "x", tables), tmp_path)
    before = pointer(tmp_path)
    Manifest("2026-11-20", 1, totals_of(tables)).write(tmp_path / "x")
    with pytest.raises(Refused) as stopped:
        run(tmp_path / "x", tmp_path)
    assert stopped.value.problem.code == "night-older-than-current"
    assert pointer(tmp_path) == before


def test_an_account_without_history_is_decided(tmp_path):
    """No contact, payment or promise means counters of zero and “never”, not an error or a null."""
    tables = rows(5)
    for name in ("contacts", "payments", "promises"):
        tables[name] = []
    rows_ = published(run(write(tmp_path / "x", tables), tmp_path), "features")
    assert {r["days_since_right"] for r in rows_} == {9999}
    assert {r["attempts_90"] for r in rows_} == {0}


def test_a_negative_balance_is_left_alone_as_credit(tmp_path):
    """Somebody in credit is owed money and never called about it."""
    tables = rows(40)
    for account in tables["accounts"]:
        account.update(balance_cents=-500, due_cents=0, past_due_cents=0, work_state=0)
    summary = run(write(tmp_path / "x", tables), tmp_path)
    assert summary["decisions"]["credit"] == 40
    assert summary["queued"] == 0


def test_past_due_above_due_stops_the_night(tmp_path):
    """What ends the delinquency cannot exceed everything due."""
    tables = rows(10)
    tables["accounts"][0].update(due_cents=100, past_due_cents=101)
    with pytest.raises(NightRefused) as stopped:
        run(write(tmp_path / "x", tables), tmp_path)
    assert [p.record for p in stopped.value.problems] == ["accounts.past_due_above_due"]


def test_cents_written_as_double_are_refused(tmp_path):
    """A money column of another type than int64 stops the night before it is read."""
    extract = write(tmp_path / "x", rows(10))
    path = extract / "payments" / "part-0000.parquet"
    table = pq.read_table(path)
    index = table.schema.get_field_index("amount_cents")
    pq.write_table(
        table.set_column(index, "amount_cents", table["amount_cents"].cast(pa.float64())), path
    )
    with pytest.raises(Refused) as stopped:
        run(extract, tmp_path)
    assert stopped.value.problem.code == "extract-file-types"


def test_a_model_missing_unreadable_or_of_another_version_falls_back_and_says_so(tmp_path):
    """Without a model that can be trusted the rule of thumb is used, with the reason."""
    other = {**_model(), "features_version": 99}
    (tmp_path / "other.json").write_text(json.dumps(other))
    (tmp_path / "torn.json").write_text("{")
    for path in (tmp_path / "none.json", tmp_path / "other.json", tmp_path / "torn.json", None):
        found, problem = estimates.load(path)
        assert found == estimates.prior()
        assert problem is not None
        assert problem.code == "estimates-fall-back"
        assert problem.what.zh
    (tmp_path / "good.json").write_text(json.dumps(_model()))
    assert estimates.load(tmp_path / "good.json")[1] is None


def _model():
    import importlib.resources

    import yaml

    return yaml.safe_load(
        importlib.resources.files("shounuo.strategy")
        .joinpath("prior.yaml")
        .read_text(encoding="utf-8")
    )


def test_the_same_night_again_changes_no_row(tmp_path):
    """A night is idempotent per day: the same inputs publish the same rows under the same name."""
    extract = write(tmp_path / "x", rows(120), 2)
    first = run(extract, tmp_path)
    rows_ = published(first, "queue")
    second = run(extract, tmp_path)
    assert second["folder"] == first["folder"]
    assert published(second, "queue") == rows_


def test_a_night_stopped_half_way_goes_on_from_its_finished_parts(tmp_path):
    """After a crash in the gate the finished feature parts are not computed again."""
    extract = write(tmp_path / "x", rows(120), 2)

    def crash(candidates):
        raise RuntimeError("power cut")

    with pytest.raises(RuntimeError):
        run(extract, tmp_path, gate=crash)
    assert Nights(tmp_path / "nights").current() is None
    work = next((tmp_path / "nights").glob(".work-*"))
    stamps = {p: p.stat().st_mtime_ns for p in work.glob("*/part-*.parquet")}
    assert len(stamps) == 4
    folder = run(extract, tmp_path)["folder"]
    after = {
        p: p.stat().st_mtime_ns
        for p in Nights(tmp_path / "nights").home.glob(
            f"{folder.rsplit('/', 1)[1]}/*/part-*.parquet"
        )
    }
    assert sorted(after.values()) == sorted(stamps.values())
    assert not list((tmp_path / "nights").glob(".work-*"))
