"""Identifying data is nowhere in plain text: not in the database, its log, the logs, the extract."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pyarrow.parquet as pq
from django.db import connection

from machinery.databases import Database
from records.play import play_a_call
from records.world import AS_OF, make_world
from shounuo.records.models import Lender
from shounuo.records.queries.extract import extract

SECRETS = ("王建国", "11100000000", "1110000000", "000000199001010000", "C000000", "客户说晚上")


def found_in(data: bytes) -> list[str]:
    forms = {secret: [secret.encode(), secret.encode("unicode_escape")] for secret in SECRETS}
    return [s for s, shapes in forms.items() if any(shape in data for shape in shapes)]


def everything_stored(database: Database) -> bytes:
    """The files of SQLite with its write-ahead log, or a full dump of PostgreSQL's rows."""
    if connection.vendor == "sqlite":
        return b"".join(path.read_bytes() for path in Path(database.home).rglob("*sqlite3*"))
    rows = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT t::text FROM "{table}" t')
            rows += [row[0] for row in cursor.fetchall()]
    return "\n".join(rows).encode()


def everything_extracted(home: Path, lender: Lender) -> bytes:
    """Every cell of the nightly extract, as text, and its delivery note."""
    extract(home / "extract", lender, AS_OF + timedelta(days=1))
    files = sorted((home / "extract").rglob("*.parquet"))
    rows = [str(pq.read_table(path).to_pydict()) for path in files]
    return "\n".join([*rows, (home / "extract" / "manifest.json").read_text()]).encode()


def test_no_plaintext_personal_data_in_database_wal_logs_extract(
    django_on_both: Database, capfd, tmp_path: Path
) -> None:
    """After a whole call no name, number, id, reference or note is found where it is stored or logged."""
    world = make_world(2)
    play_a_call(world)
    stored = everything_stored(django_on_both)
    assert b"PromiseRecorded" in stored
    assert found_in(stored) == []
    taken = everything_extracted(tmp_path, world.lender)
    assert b"'promise_id': [" in taken
    assert found_in(taken) == []
    assert world.case().customer.name == "王建国"
    ran = django_on_both.shounuo("evidence", "verify")
    assert ran.returncode == 0, ran.stderr
    out, err = capfd.readouterr()
    logs = (out + err + ran.stdout + ran.stderr).encode()
    assert found_in(logs) == []
