"""Writing the whole extract folder from one snapshot, and its delivery note last."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from shounuo.records.models import Lender
from shounuo.records.queries.extract import accounts, contacts, coverage, payments, promises, teams
from shounuo.records.queries.extract.scope import PART_ACCOUNTS, Scope
from shounuo.records.queries.extract.snapshot import Snapshot, snapshot
from shounuo.strategy.extract import part_path, write_part
from shounuo.strategy.manifest import Manifest
from shounuo.strategy.tables import BY_NAME

Progress = Callable[[str, int, int], None]


def extract(
    folder: Path,
    lender: Lender,
    as_of: date,
    *,
    may_randomise: bool = False,
    progress: Progress = lambda stage, done, of: None,
) -> Manifest:
    """One lender's open work as it stands now, for the day `as_of`; days before it count.

    The folder is replaced. `may_randomise`: the lender's consent to exploration and holdout is on file.
    The manifest's note `content` is a digest of every row: the same data give the same note.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with snapshot() as taken:
        rows = accounts.counted(taken, Scope(lender, as_of))["rows"]
        scope = Scope(lender, as_of, max(1, -(-rows // PART_ACCOUNTS)))
        writer = _Writer(folder, taken, scope)
        for part in range(scope.parts):
            progress("extract", part, scope.parts)
            writer.part(part, may_randomise)
        manifest = writer.finish()
    manifest.write(folder)
    return manifest


class _Writer:
    """Writes the tables and keeps the digest of what was written."""

    def __init__(self, folder: Path, taken: Snapshot, scope: Scope) -> None:
        self.folder, self.taken, self.scope = folder, taken, scope
        self.digest = hashlib.sha256()
        self.past_due_cents = 0
        expected = scope.lender.settings().settlement.expected_sources
        self.sources = sorted({*expected, *payments.seen_sources(taken, scope)})

    def part(self, part: int, may_randomise: bool) -> None:
        taken, scope = self.taken, self.scope
        rows = accounts.accounts(taken, scope, part, may_randomise=may_randomise)
        self.past_due_cents += pc.sum(rows["past_due_cents"]).as_py() or 0
        self._write("accounts", rows, part)
        self._write("contacts", contacts.contacts(taken, scope, part), part)
        self._write("payments", payments.payments(taken, scope, part, self.sources), part)
        self._write("promises", promises.promises(taken, scope, part), part)

    def finish(self) -> Manifest:
        teams_, told = teams.teams(self.taken, self.scope), self._coverage()
        self._write("teams", teams_)
        self._write("coverage", told)
        totals = {
            "accounts": accounts.counted(self.taken, self.scope)
            | {"past_due_cents": self.past_due_cents},
            "contacts": contacts.counted(self.taken, self.scope),
            "payments": payments.counted(self.taken, self.scope),
            "promises": promises.counted(self.taken, self.scope),
            "teams": _small(teams_, "capacity_seconds"),
            "coverage": _small(told, "source_id"),
        }
        return Manifest(
            self.scope.as_of.isoformat(),
            self.scope.parts,
            totals,
            currency=self.scope.lender.currency,
            notes={"lender": self.scope.lender.code, "content": self.digest.hexdigest()},
        )

    def _coverage(self) -> pa.Table:
        return coverage.coverage(self.taken, self.scope, self.sources)

    def _write(self, name: str, rows: pa.Table, part: int = 0) -> None:
        write_part(self.folder, name, rows.sort_by(BY_NAME[name].columns[0].name), part)
        written = part_path(self.folder, BY_NAME[name], part)
        self.digest.update(hashlib.sha256(written.read_bytes()).digest())


def _small(rows: pa.Table, column: str) -> dict[str, int]:
    return {"rows": rows.num_rows, column: pc.sum(rows[column]).as_py() or 0}
