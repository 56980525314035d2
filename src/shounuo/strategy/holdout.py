"""What calling causes, from the randomised holdout: those held out against those who could be called.

An account enters on the first night on which it could have been drawn, before anything differed; the
draw of that night is its side for good, whatever becomes of it (intention to treat: of those who could
be called, capacity does not reach all). Its outcome is counted once, thirty days later: whether what
was past due came in, and the share of it that did, in [0, 1]. Another share or salt begins anew, for
sides drawn at other chances may not be mixed. Read daily at no cost: the interval is `experiment`'s.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from shounuo.kernel.text import Text
from shounuo.strategy.cases import CODE
from shounuo.strategy.engine import DuckEngine
from shounuo.strategy.experiment import Arm, Comparison, compare

OUTCOME_DAYS = 30
ENTRIES = pa.schema([(n, pa.int64()) for n in ("account_id", "day", "held", "past_due_cents")])
PAID = pa.schema([(n, pa.int64()) for n in ("account_id", "day", "cents")])


@dataclass(frozen=True, slots=True)
class Effect:
    """`waiting`: accounts whose thirty days are not over. The comparisons are callable less held."""

    held: int
    callable: int
    waiting: int
    cured: tuple[Arm, Arm]  # held, callable
    share: tuple[Arm, Arm]
    cure_effect: Comparison
    share_effect: Comparison


def experiment_of(night: Path) -> tuple[str, int] | None:
    """Salt and share in basis points of the champion's holdout on a published night; None without one."""
    told = json.loads((night / "strategies.json").read_text(encoding="utf-8"))
    own = told[0].get("experiment", {})
    share = int(own.get("holdout_bp", 0))
    return (str(own.get("salt", "house")), share) if share else None


def cohort_file(home: Path, experiment: tuple[str, int]) -> Path:
    """Where the entries of an experiment are kept, beside the nights."""
    name = "".join(c if c.isalnum() else f"_{ord(c):x}_" for c in experiment[0])
    return home / f"holdout-{name}-{experiment[1]}.parquet"


def enter(engine: DuckEngine, night: Path, day: int, cohort: Path) -> None:
    """Adds the accounts that could have been drawn on this night for the first time; again changes nothing."""
    segments = json.loads((night / "strategies.json").read_text(encoding="utf-8"))[0]["segments"]
    called = [number for number, segment in enumerate(segments) if segment["do"] == "call"]
    codes = ", ".join(str(CODE[name]) for name in ("call", "leave", "holdout"))
    engine.bind("cases", [str(p) for p in sorted((night / "cases").glob("*.parquet"))])
    engine.bind("features", [str(p) for p in sorted((night / "features").glob("*.parquet"))])
    if not cohort.exists():
        pq.write_table(ENTRIES.empty_table(), cohort)
    engine.bind("entered", [str(cohort)])
    # `leave` may come of the segment or of calls made already; the draw was asked for the latter only.
    engine.write_sql(
        f"""SELECT account_id, day, held, past_due_cents FROM entered WHERE day < {day} UNION ALL
        SELECT c.account_id, {day}::BIGINT, (c.decision = {CODE["holdout"]})::BIGINT, f.past_due_cents
        FROM cases c JOIN features f USING (account_id)
        WHERE c.arm = 0 AND c.may_randomise = 1 AND c.decision IN ({codes})
          AND c.segment IN ({", ".join(map(str, called)) or "-1"})
          AND account_id NOT IN (SELECT account_id FROM entered WHERE day < {day})""",  # noqa: S608
        cohort,
    )


def effect(engine: DuckEngine, cohort: Path, paid: pa.Table, day: int) -> Effect:
    """As of `day`: payments before it count. `paid`: rows of `PAID`, a reversal negative."""
    rows = sides(engine, cohort, paid, day).aggregate(
        """held, count(*) FILTER (settled) n, count(*) FILTER (NOT settled) waiting,
          coalesce(sum((brought >= due)::INT) FILTER (settled), 0)::BIGINT cured,
          coalesce(sum(brought / due) FILTER (settled), 0)::DOUBLE share""",
        "held",
    )
    by_side = {row["held"]: row for row in rows.to_arrow_table().to_pylist()}
    return _effect(*(by_side.get(held, _NOBODY) for held in (1, 0)))


def sides(engine: DuckEngine, cohort: Path, paid: pa.Table, day: int) -> Any:
    """Each entered account (`account_id`, `held`): whether its days are over (`settled`), `due`, `brought`."""
    engine.bind("entered", [str(cohort)])
    engine.bind_rows("paid", paid.cast(PAID))
    return engine.connection.sql(
        f"""WITH brought AS (SELECT e.account_id, sum(p.cents) cents FROM entered e
              JOIN paid p ON p.account_id = e.account_id AND p.day >= e.day
                AND p.day < e.day + {OUTCOME_DAYS} GROUP BY e.account_id)
            SELECT e.account_id, e.held, e.day + {OUTCOME_DAYS} <= {day} AS settled, e.past_due_cents due,
              least(greatest(coalesce(b.cents, 0), 0), e.past_due_cents) brought
              FROM entered e LEFT JOIN brought b USING (account_id)"""  # noqa: S608 - integers of our own
    )


_NOBODY = {"n": 0, "waiting": 0, "cured": 0, "share": 0.0}


def _effect(held: Mapping[str, Any], callable_: Mapping[str, Any]) -> Effect:
    cured, share = (
        (Arm(held["n"], held[name]), Arm(callable_["n"], callable_[name]))
        for name in ("cured", "share")
    )
    return Effect(
        held["n"],
        callable_["n"],
        held["waiting"] + callable_["waiting"],
        cured,
        share,
        _compared(*cured),
        _compared(*share),
    )


def _compared(held: Arm, callable_: Arm) -> Comparison:
    found = compare(held, callable_)
    return Comparison(found.difference, found.low, found.high, _says(found))


def _says(found: Comparison) -> Text:
    if found.low > 0:
        return Text("拨打确有作用。", "Calling helps.")
    if found.high < 0:
        return Text("拨打反而有害，应当停下来查。", "Calling harms: stop and look.")
    return Text("还看不出拨打的作用，继续。", "No effect of calling can be told yet; go on.")


def as_told(found: Effect, experiment: tuple[str, int]) -> dict[str, Any]:
    """Plain figures for the night's summary and the pages."""
    told: dict[str, Any] = {
        "salt": experiment[0],
        "holdout_bp": experiment[1],
        "days": OUTCOME_DAYS,
        "held": found.held,
        "callable": found.callable,
        "waiting": found.waiting,
    }
    for name, arms, gap in (
        ("cured", found.cured, found.cure_effect),
        ("share", found.share, found.share_effect),
    ):
        told[name] = {
            "held": arms[0].mean,
            "callable": arms[1].mean,
            "difference": gap.difference,
            "low": gap.low,
            "high": gap.high,
            "zh": gap.says.zh,
            "en": gap.says.en,
        }
    return told
