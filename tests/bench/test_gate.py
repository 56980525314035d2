"""The bench of the gate builds its data once and measures a decision beside its floor."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from machinery.databases import Database
from shounuo.bench.gate import measure
from shounuo.records.queries.background import QUERIES


def test_figures_of_one_run(
    tmp_path: Path,
    make_database: Callable[[str], Database],
    django_db_blocker: pytest.FixtureRequest,
) -> None:
    """On both databases a decision takes the stated queries, and the second run finds the data."""
    url = make_database("postgresql").url
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        first = measure(tmp_path, 120, 1000, 100, url)
        again = measure(tmp_path, 120, 1000, 100, url)
    for found in (first["sqlite"], again["sqlite"], first["postgresql"], again["postgresql"]):
        assert found["queries_per_decision"] == QUERIES
        assert found["decision_ms"]["p50"] > found["floor_ms"]["p50"] > 0
        assert found["bulk_decisions"] == 100
    assert [path.name for path in (tmp_path / "bench").glob("*.sqlite3")] == [
        "gate-120-1000.sqlite3"
    ]
