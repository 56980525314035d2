import pytest

from shounuo.bench import nightly_runs
from shounuo.bench.nightly import measure
from shounuo.bench.nightly_data import extract_of
from shounuo.strategy.manifest import read_manifest

KEYS = {
    "accounts",
    "seconds",
    "floor_seconds",
    "ratio",
    "peak_mb",
    "stages",
    "reference_seconds",
    "cells_equal",
}


def test_the_night_and_the_hand_written_sql_publish_the_same_cells(tmp_path):
    """On 20,000 drawn accounts every table of both nights is equal, and the report has every key."""
    found = measure(tmp_path, 20_000, 1)
    assert found.keys() >= KEYS
    assert found["cells_equal"] is True
    assert set(found["stages"]) == {"extract", "features", "estimates", "rank", "gate", "publish"}
    assert found["asked"] == found["queued"] + found["refused"] > 0
    assert sum(found["decisions"].values()) == 20_000


def test_a_differing_cell_is_found(tmp_path):
    """One row of a queue changed by one cent is reported as that table differing."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    for side, cents in (("a", 5), ("b", 6)):
        for name in ("features", "cases"):
            (tmp_path / side / name).mkdir(parents=True)
            pq.write_table(
                pa.table({"account_id": [1], "x": [1]}), tmp_path / side / name / "p.parquet"
            )
        pq.write_table(
            pa.table({"account_id": [1], "value_cents": [cents]}), tmp_path / side / "queue.parquet"
        )
        pq.write_table(pa.table({"account_id": [1]}), tmp_path / side / "refused.parquet")
    assert nightly_runs.differing_tables(tmp_path / "a", tmp_path / "b", tmp_path) == [
        "queue.parquet"
    ]
    assert nightly_runs.differing_tables(tmp_path / "a", tmp_path / "a", tmp_path) == []


def test_the_portfolio_is_made_once_and_is_the_same(tmp_path):
    """The same size gives the same totals, and a second call makes nothing."""
    first = read_manifest(extract_of(tmp_path / "a", 3_000))
    again = extract_of(tmp_path / "a", 3_000)
    stamp = (again / "manifest.json").stat().st_mtime_ns
    assert extract_of(tmp_path / "a", 3_000) == again
    assert (again / "manifest.json").stat().st_mtime_ns == stamp
    assert read_manifest(extract_of(tmp_path / "b", 3_000)).totals == first.totals


def test_a_process_that_dies_is_reported(tmp_path):
    """A measured process that ends without an answer raises instead of hanging."""
    with pytest.raises(RuntimeError):
        nightly_runs.apart(
            nightly_runs.floor, tmp_path / "no extract", tmp_path, tmp_path, "one too many"
        )
