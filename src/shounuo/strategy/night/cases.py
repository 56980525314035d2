"""Second and third stage, part by part: every account with its features, then with its estimates and its decision."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.parquet as pq

from shounuo.kernel.errors import Problem
from shounuo.strategy import identities
from shounuo.strategy import tables as t
from shounuo.strategy.cases import cases_by_arm
from shounuo.strategy.engine import parquet_files
from shounuo.strategy.features import features
from shounuo.strategy.night.work import Work
from shounuo.strategy.scorecard import ODDS_TABLE, odds_table


def write_features(work: Work) -> None:
    """One row an account with all that the strategy may look at."""
    source = {table.name: ibis.table(table.ibis, name=table.name) for table in t.TABLES}
    expression = features(source, work.as_of)
    work.feature_schema = expression.schema()
    for number, (name, parts) in enumerate(work.rounds()):
        path = work.folder / "features" / name
        work.night.progress("features", number, len(work.parts))
        if not work.written(path):
            for table in t.TABLES:
                work.bind(table, parts)
            work.engine.write("features", expression, path)
            work.done(path)


def write_cases(work: Work) -> None:
    """One row an account with its arm, its estimates and its decision."""
    night = work.night
    odds_path = work.folder / "odds.parquet"
    odds_rows = odds_table(night.strategy.attempts_a_day)
    pq.write_table(pa.Table.from_pylist(odds_rows, ODDS_TABLE.to_pyarrow()), odds_path)
    work.engine.bind("odds", [str(odds_path)])
    bound = ibis.table(work.feature_schema, name="features")
    odds = ibis.table(ODDS_TABLE, name="odds")
    expression = cases_by_arm(
        bound, odds, night.estimates, night.strategy, night.challenger, night.challenger_bp
    )
    work.case_schema = expression.schema()
    for number, (name, _) in enumerate(work.rounds()):
        path = work.folder / "cases" / name
        night.progress("estimates", number, len(work.parts))
        if not work.written(path):
            work.engine.bind("features", parquet_files(work.folder / "features" / name))
            work.engine.write("cases", expression, path)
            work.done(path)
    work.refuse(_all_counted(work, bound))


def _all_counted(work: Work, bound: ir.Table) -> list[Problem]:
    """No account fell out of the join with its contacts, payments and promises, and none came twice."""
    work.engine.bind("features", work.files("features"))
    joined = work.engine.fetch("counted", identities.counted(bound)).to_pylist()[0]
    rows = identities.equal(
        "features.rows", work.manifest.totals["accounts"]["rows"], joined["rows"]
    )
    return rows + identities.counted_otherwise(work.counted, joined)
