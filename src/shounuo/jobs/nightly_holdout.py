"""After a night: its accounts enter the holdout's cohort, and the effect of calling is counted anew."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.compute as pc
import pyarrow.parquet as pq

from shounuo.records.models import Lender
from shounuo.records.queries.paid_since import paid_since
from shounuo.strategy import holdout
from shounuo.strategy.days import date_of, day_number
from shounuo.strategy.engine import DuckEngine


def holdout_told(lender: Lender, as_of: date, home: Path, night: Path) -> dict[str, Any] | None:
    """The figures of `strategy.holdout.as_told`; None while the champion holds nobody out."""
    experiment = holdout.experiment_of(night)
    if experiment is None:
        return None
    engine, cohort = DuckEngine(home / "scratch"), holdout.cohort_file(home, experiment)
    holdout.enter(engine, night, day_number(as_of), cohort)
    first = pc.min(pq.read_table(cohort, columns=["day"])["day"]).as_py()
    since = as_of if first is None else date_of(first)
    found = holdout.effect(engine, cohort, paid_since(lender, since, as_of), day_number(as_of))
    return holdout.as_told(found, experiment)
