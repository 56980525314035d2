"""First stage: the extract is whole, adds up and covers every day, or the night stops."""

from __future__ import annotations

import ibis

from shounuo.kernel.errors import Problem
from shounuo.strategy import identities
from shounuo.strategy import tables as t
from shounuo.strategy.coverage import coverage_problems
from shounuo.strategy.engine import read_rows
from shounuo.strategy.extract import check_files
from shounuo.strategy.night.work import Work


def check(work: Work) -> None:
    """Everything wrong is collected first, so that one look mends it."""
    work.parts = check_files(work.night.extract, work.manifest)
    problems: list[Problem] = []
    found: dict[str, dict[str, int]] = {}
    for table in t.TABLES:
        work.bind(table, work.parts)
        rows = work.engine.fetch(
            f"totals:{table.name}", identities.totals(table, work.as_of)
        ).to_pylist()[0]
        found[table.name] = rows
        problems += identities.against_manifest(table.name, rows, work.manifest)
    work.counted = {name: found[name]["counted"] for name in identities.COUNTED}
    problems += _grain(work, found["contacts"]["rows"])
    stop, notices = coverage_problems(
        read_rows(work.night.extract / "coverage.parquet").to_pylist(), work.as_of
    )
    work.night.notices += notices
    work.refuse(problems + stop)
    work.capacity = _capacity(work)


def _grain(work: Work, attempts: int) -> list[Problem]:
    """One row an account, no contact twice, nothing more past due than is due."""
    accounts = ibis.table(t.ACCOUNTS.ibis, name="accounts")
    contacts = ibis.table(t.CONTACTS.ibis, name="contacts")
    grain = work.engine.fetch("grain", identities.account_grain(accounts)).to_pylist()[0]
    doubled = work.engine.fetch("doubled", identities.doubled(contacts, attempts)).to_pylist()[0]
    problem = identities.doubled_problem(doubled["rows"], doubled["distinct"])
    return [
        *identities.equal("accounts.account_id", grain["rows"], grain["distinct"]),
        *identities.equal("accounts.past_due_above_due", 0, grain["past_due_above_due"]),
        *([problem] if problem else []),
    ]


def _capacity(work: Work) -> dict[int, int]:
    rows = read_rows(work.night.extract / "teams.parquet").to_pylist()
    return {row["team_id"]: row["capacity_seconds"] for row in rows}
