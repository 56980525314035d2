"""`shounuo bench live-night`: the whole night over the desk's own database, from its rows to its queues.

What `bench nightly` leaves out is in here: the extract from the live tables, the live gate with the records
of each candidate, and every case's rank laid ready and switched. The floor beside it reads the
columns that the extract needs and rewrites every case's rank once.
"""

from __future__ import annotations

import resource
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

from shounuo.bench.place import empty_desk

PER_ACCOUNT = 8  # contacts of the last month
COLLECTORS_A_MILLION = 300
SAY_EVERY_SECONDS = 20
READ = {
    "records_account": "id, customer_id, total_cents, minimum_cents, past_due_cents, days_past_due,"
    " due_date, times_in_collection, opened_on, last_payment_on",
    "records_contact": "id, customer_id, actor_id, opened_at, channel, role, state, outcome, talk_seconds",
    "records_case": "id, customer_id, team_id, state, return_at, set_aside_until",
}
SPREAD = """UPDATE records_account SET
    total_cents = 20000 + (id * 7919) % 3000000, minimum_cents = 10000 + (id * 7919) % 1500000,
    past_due_cents = 5000 + (id * 7919) % 700000, days_past_due = 1 + (id * 31) % 120,
    times_in_collection = id % 5"""


def measure(accounts: int, database: str, say: Callable[[str], None]) -> dict[str, Any]:
    """Seconds of the night by stage, of the same night again, and of the floor; peak memory in MB.

    `cpu_…`: of this process; a PostgreSQL server's own are not in them.
    """
    with empty_desk(database):
        from shounuo.bench import gate_data
        from shounuo.jobs.nightly import run_night
        from shounuo.records.models import Lender
        from shounuo.settings import clock

        with _lap() as built:
            gate_data.build(accounts, accounts * PER_ACCOUNT)
            _furnish(accounts)
        say(f"built {accounts} accounts in {built[0]:.0f} s")
        lender, day = Lender.objects.get(), gate_data.NOON.date() + timedelta(days=1)
        with clock.held_at(gate_data.NOON + timedelta(hours=15)):
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            with _lap() as first:
                run = run_night(lender, day, "bench", _Stages(say))
            figures = _figures(run.summary, first[0])
            say(f"night {first[0]:.1f} s ({first[1]:.1f} s of it processor): {figures['stages']}")
            with _lap() as floor:
                _floor()
            say(
                f"floor {floor[0]:.1f} s ({floor[1]:.1f} s): {first[0] / floor[0]:.1f} times as long"
            )
            with _lap() as second:
                again = run_night(lender, day, "bench")
        return {
            "bench": "live-night",
            "accounts": accounts,
            "contacts": accounts * PER_ACCOUNT,
            "seconds": round(first[0], 2),
            "floor_seconds": round(floor[0], 2),
            "ratio": round(first[0] / floor[0], 1),
            "cpu_seconds": round(first[1], 2),
            "floor_cpu_seconds": round(floor[1], 2),
            "cpu_ratio": round(first[1] / floor[1], 1),
            **figures,
            "again_seconds": round(second[0], 2),
            "again_changed_nothing": again.pk == run.pk,
            "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
            "peak_mb_before": before // 1024,
        }


class _Stages:
    """Says each stage of the night as it begins, and a long one again every so often."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self.say, self.began, self.last = say, time.perf_counter(), ("", 0.0)

    def __call__(self, stage: str, done: int, of: int) -> None:
        spent = time.perf_counter() - self.began
        if stage != self.last[0] or spent - self.last[1] > SAY_EVERY_SECONDS:
            self.say(f"{spent:7.1f} s  {stage} {done + 1}/{of}")
            self.last = (stage, spent)


def _figures(summary: dict[str, Any], seconds: float) -> dict[str, Any]:
    stages = {name: round(spent, 2) for name, spent in summary["stages"].items()}
    # What is no stage of the columns: everybody's place, the reasons, laying ready and the switch itself.
    stages["publish_to_cases"] = round(seconds - sum(summary["stages"].values()), 2)
    return {
        "stages": stages,
        **{key: summary[key] for key in ("asked", "queued", "refused", "decisions")},
    }


def _furnish(accounts: int) -> None:
    """Collectors in the trade's proportion, accounts unlike each other, and payments reported to date."""
    from django.db import connection

    from shounuo.bench.gate_data import NOON
    from shounuo.records.models import Account, Lender, PaymentCoverage, Staff, Team

    team = Team.objects.get()
    more = max(accounts * COLLECTORS_A_MILLION // 1_000_000, 1)
    Staff.objects.bulk_create(
        Staff(staff_no=f"L{n:04}", name=f"L{n}", role="collector", team=team) for n in range(more)
    )
    with connection.cursor() as cursor:
        cursor.execute(SPREAD)
    Account.objects.update(due_date=date(2026, 11, 8), statement_cents=0)
    PaymentCoverage.objects.create(
        lender=Lender.objects.get(), source="core", covers_through=NOON.date(), recorded_at=NOON
    )
    Lender.objects.update(policy={})


def _floor() -> None:
    from django.db import connection, transaction

    with transaction.atomic(), connection.cursor() as cursor:
        for table, columns in READ.items():
            cursor.execute(f'SELECT {columns} FROM "{table}"')
            while cursor.fetchmany(10_000):
                pass
        cursor.execute("UPDATE records_case SET rank_b = rank_b + 1")


@contextmanager
def _lap() -> Iterator[list[float]]:
    """The seconds the block took, once it has ended, and this process's processor seconds."""
    spent = [0.0, 0.0]
    began, worked = time.perf_counter(), time.process_time()
    yield spent
    spent[:] = time.perf_counter() - began, time.process_time() - worked
