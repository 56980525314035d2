"""The extract holds what the database holds: ageing as `domain` says, nothing of a person."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import pyarrow.parquet as pq

from machinery.databases import Database
from records.play import play_a_call
from records.world import NOON, account_row, make_world
from shounuo.domain.account import position
from shounuo.records.actions.plan_shift import plan_shift
from shounuo.records.actions.take_accounts import take_accounts
from shounuo.records.models import Account, Case, Contact
from shounuo.records.queries.extract import extract
from shounuo.records.queries.position import trade_account
from shounuo.strategy import tables as t
from shounuo.strategy.days import day_number
from shounuo.strategy.insight import LAST_BUCKET
from shounuo.strategy.manifest import read_manifest

DAY = date(2026, 11, 22)


def read(folder: Path, name: str) -> list[dict[str, int]]:
    table = t.BY_NAME[name]
    path = folder / name / "part-0000.parquet" if table.parts else folder / f"{name}.parquet"
    return pq.read_table(path).to_pylist()


def test_ageing_in_the_extract_is_what_domain_says(
    django_on_both: Database, tmp_path: Path
) -> None:
    """DUE, past due and days of eighty accounts with random and missing figures equal `domain`'s."""
    world, random = make_world(1), Random(5)
    rows = [account_row(n, figures=_figures(random)) for n in range(1, 80)]
    take_accounts(lender=world.lender, rows=rows, actor="test", recorded_at=NOON)
    extract(tmp_path / "x", world.lender, DAY)
    policy = world.lender.settings()
    found = {row["account_id"]: row for row in read(tmp_path / "x", "accounts")}
    worked = Case.objects.exclude(state="closed").values("customer")
    compared = 0
    for account in Account.objects.filter(customer__in=worked):
        stands = position(trade_account(account), policy, DAY)
        row = found[account.pk]
        assert row["past_due_cents"] == stands.past_due_minor
        assert row["due_cents"] == max(stands.due_minor, stands.past_due_minor)
        assert row["days_past_due"] == stands.days_past_due
        assert min(stands.bucket, LAST_BUCKET) == policy.buckets.bucket(row["days_past_due"])
        compared += 1
    assert compared == len(found) > 40


def _figures(random: Random) -> dict[str, object]:
    total = random.randrange(1, 5_000_000)
    told: dict[str, object] = {"total_cents": total, "minimum_cents": total // 10}
    if random.random() < 0.7:
        told["statement_cents"] = random.randrange(0, total + 1)
    if random.random() < 0.5:
        told["past_due_cents"] = random.randrange(0, total + 1)
    if random.random() < 0.5:
        told["days_past_due"] = random.randrange(0, 200)
    if random.random() < 0.8:
        told["due_date"] = date(2026, 11, 25) - timedelta(days=random.randrange(0, 200))
    return told


def test_the_manifest_counts_what_the_files_hold(django_on_both: Database, tmp_path: Path) -> None:
    """Rows and sums told by the database equal those of the files; the same data give the same note."""
    world = make_world(3)
    play_a_call(world)
    told = extract(tmp_path / "x", world.lender, DAY)
    assert told == extract(tmp_path / "y", world.lender, DAY) == read_manifest(tmp_path / "x")
    for table in t.TABLES:
        rows = read(tmp_path / "x", table.name)
        sums = {name: sum(row[name] for row in rows) for name in table.sums}
        assert told.totals[table.name] == {"rows": len(rows), **sums}
    (promise,) = read(tmp_path / "x", "promises")
    assert promise["verdict"] == t.OPEN
    assert promise["made_day"] == promise["due_day"] == day_number(date(2026, 11, 20))


def test_an_attempt_counts_on_the_customers_own_day(
    django_on_both: Database, tmp_path: Path
) -> None:
    """23:30 in Shanghai is the same day there and the morning of it in New York."""
    world = make_world(2)
    late = datetime(2026, 11, 20, 15, 30, tzinfo=UTC)
    away = world.case(1).customer
    away.zone = "America/New_York"
    away.save()
    for number in range(2):
        case = world.case(number)
        Contact.objects.create(
            case=case,
            customer=case.customer,
            channel="call",
            role="customer",
            state="ended",
            outcome="dead_number",
            opened_at=late,
            request_key=f"late-{number}",
        )
    extract(tmp_path / "x", world.lender, DAY)
    friday = day_number(date(2026, 11, 20))
    rows = read(tmp_path / "x", "contacts")
    assert [(r["day"], r["minute"]) for r in rows] == [
        (friday, 23 * 60 + 30),
        (friday, 10 * 60 + 30),
    ]
    assert {r["outcome"] for r in rows} == {t.DEAD_NUMBER}


def test_capacity_is_the_planned_shifts(django_on_both: Database, tmp_path: Path) -> None:
    """Two people without a roster have 8 h each at 70 %; one planned shift of 9 h leaves only its own."""
    from datetime import time

    world = make_world(1)
    extract(tmp_path / "x", world.lender, DAY)
    assert read(tmp_path / "x", "teams")[0]["capacity_seconds"] == 2 * 8 * 3600 * 7 // 10
    plan_shift(
        staff=world.anna,
        day=DAY,
        hours=(time(9), time(18)),
        actor=world.lead,
        recorded_at=NOON,
    )
    extract(tmp_path / "x", world.lender, DAY)
    assert read(tmp_path / "x", "teams")[0]["capacity_seconds"] == 9 * 3600 * 7 // 10
