"""The floor: the same rows into tables of the same columns by bare INSERT, nothing else.

No index beyond the key, no lock, no sealing, no event; what stands above it is the price of the desk.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection, transaction

from shounuo.bench.spread import Lap


def bare_insert(tables: Sequence[str], rows_a_commit: int) -> tuple[int, Lap]:
    """Copies every row of `tables` through this process: (rows, one lap a commit)."""
    lap, copied = Lap(), 0
    for table in tables:
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT * FROM "{table}"')
            rows = cursor.fetchall()
            marks = ", ".join(["%s"] * len(cursor.description))
            cursor.execute(f'CREATE TABLE "floor_{table}" AS SELECT * FROM "{table}" WHERE 1 = 0')
        for start in range(0, len(rows), rows_a_commit):
            with lap, transaction.atomic(), connection.cursor() as cursor:
                cursor.executemany(
                    f'INSERT INTO "floor_{table}" VALUES ({marks})',
                    rows[start : start + rows_a_commit],
                )
        copied += len(rows)
    return copied, lap


def bare_claims(count: int) -> Lap:
    """SELECT the first queued case and UPDATE it, on a copy of the cases: one lap a claim."""
    lap = Lap()
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE floor_claim AS SELECT id, rank, state FROM records_case")
        cursor.execute("UPDATE floor_claim SET state = 'queued'")
        cursor.execute("CREATE INDEX floor_claim_queue ON floor_claim (state, rank, id)")
    for _ in range(count):
        with lap, transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                "SELECT id FROM floor_claim WHERE state = 'queued' ORDER BY rank, id LIMIT 1"
            )
            cursor.execute(
                "UPDATE floor_claim SET state = 'claimed' WHERE id = %s", cursor.fetchone()
            )
    return lap
