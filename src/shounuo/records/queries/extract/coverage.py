"""How far each expected payment source has told. One that never told counts from before the first file."""

from __future__ import annotations

import pyarrow as pa

from shounuo.records.queries.extract.scope import Scope
from shounuo.records.queries.extract.snapshot import Snapshot


def coverage(taken: Snapshot, scope: Scope, sources: list[str]) -> pa.Table:
    """`source_id` (place in `sources`), `covers_through_day`, of the sources the lender expects."""
    day = taken.dialect.day
    told = taken.rows(
        f"""SELECT source, MAX({day("covers_through")}) AS through FROM records_paymentcoverage
            WHERE lender_id = {scope.lender.pk} GROUP BY source"""  # noqa: S608
    )
    first = taken.one(
        f"""SELECT MIN({day("h.as_of")}) AS day FROM records_accountfigures h
            JOIN records_account a ON a.id = h.account_id
            WHERE a.lender_id = {scope.lender.pk}"""  # noqa: S608
    )["day"]
    known = {row["source"]: row["through"] for row in told.to_pylist()}
    before_all = scope.day - 1 if first is None else first - 1
    expected = scope.lender.settings().settlement.expected_sources
    return pa.table(
        {
            "source_id": pa.array([sources.index(name) for name in expected], pa.int64()),
            "covers_through_day": pa.array(
                [known.get(name, before_all) for name in expected], pa.int64()
            ),
        }
    )
