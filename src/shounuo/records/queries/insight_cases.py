"""The cases behind a number of the insight pages, counted as the number was.

Says which cases; whose they are and who may read them is asked by the page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pyarrow.parquet as pq

from shounuo.records.models import Account, Case, Lender
from shounuo.records.queries.insight import DAYS, Seen
from shounuo.records.queries.nights import arm_cases
from shounuo.records.queries.paid_since import paid_since
from shounuo.strategy import holdout, insight
from shounuo.strategy.days import date_of
from shounuo.strategy.training import judged_file

STEPS = ("calls", "reached", "promises", "kept")
TARGETS = ("contact", "promise", "kept", "self_cure")
SIDE = {"0": 0, "1": 1}
Asked = Mapping[str, str]


def cases_behind(lender: Lender, home: Path, model: Path, asked: Asked) -> list[int] | None:
    """Case ids; None for a number that does not exist (any more). `asked`: `of` and what it needs.

    `roll`: was, now · `history`: night, was · `vintage`: month · `step`: step · `bin`: target, group ·
    `arm`: arm · `holdout`: held.
    """
    found = _KINDS.get(asked.get("of", ""))
    try:
        return found(lender, home, model, asked) if found else None
    except (KeyError, ValueError):
        return None


def _roll(lender: Lender, home: Path, model: Path, asked: Asked) -> list[int] | None:
    was, now, seen = int(asked["was"]), int(asked["now"]), Seen.of(lender, home)
    before = seen.a_month_before(0) if seen else None
    if seen is None or before is None:
        return None
    moved = seen.moves(before, seen.nights[0])
    return _of_rows(lender, seen, moved.filter((moved.was == was) & (moved.now == now)))


def _history(lender: Lender, home: Path, model: Path, asked: Asked) -> list[int] | None:
    """Those that rolled to a later bucket by that night."""
    night, was = date.fromisoformat(asked["night"]), int(asked["was"].removeprefix("M"))
    seen = Seen.of(lender, home)
    numbers = [n for n, run in enumerate(seen.nights) if run.as_of == night] if seen else []
    before = seen.a_month_before(numbers[0]) if seen and numbers else None
    if seen is None or before is None:
        return None
    moved = seen.moves(before, seen.nights[numbers[0]])
    return _of_rows(lender, seen, moved.filter((moved.was == was) & (moved.now > was)))


def _vintage(lender: Lender, home: Path, model: Path, asked: Asked) -> list[int]:
    first = date.fromisoformat(asked["month"] + "-01")
    after = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    span = [datetime.combine(day, time(), ZoneInfo(lender.zone)) for day in (first, after)]
    cases = Case.objects.filter(lender=lender, opened_at__gte=span[0], opened_at__lt=span[1])
    return list(cases.values_list("pk", flat=True))


def _step(lender: Lender, home: Path, model: Path, asked: Asked) -> list[int] | None:
    step, seen = asked["step"], Seen.of(lender, home)
    if step not in STEPS or seen is None:
        return None
    rows = insight.behind_step(*seen.worked(), seen.last - DAYS + 1, seen.last, step)
    return _of_rows(lender, seen, rows)


def _bin(lender: Lender, home: Path, model: Path, asked: Asked) -> list[int] | None:
    target, group, path = asked["target"], int(asked["group"]), judged_file(model)
    if target not in TARGETS or not path.exists():
        return None
    rows = pq.read_table(path, filters=[("target", "=", target), ("group", "=", group)])
    return _of_accounts(lender, rows["account_id"].to_pylist())


def _arm(lender: Lender, home: Path, model: Path, asked: Asked) -> list[int] | None:
    arm, challenger = SIDE[asked["arm"]], lender.strategies.filter(role="challenger").first()
    if challenger is None or challenger.live_at is None:
        return None
    return [case for case, (own, _) in arm_cases(challenger).items() if own == arm]


def _holdout(lender: Lender, home: Path, model: Path, asked: Asked) -> list[int] | None:
    """Those whose thirty days are over, as the page counts them."""
    held, seen = SIDE[asked["held"]], Seen.of(lender, home)
    experiment = holdout.experiment_of(home / seen.newest.folder) if seen else None
    cohort = holdout.cohort_file(home, experiment) if experiment else None
    if seen is None or cohort is None or not cohort.exists():
        return None
    days = pq.read_table(cohort, columns=["day"])["day"].to_pylist()
    as_of = seen.newest.as_of
    paid = paid_since(lender, date_of(min(days)) if days else as_of, as_of)
    rows = holdout.sides(seen.engine, cohort, paid, seen.last + 1).filter(
        f"held = {held} AND settled"
    )
    return _of_accounts(lender, [row[0] for row in rows.project("account_id").fetchall()])


def _of_rows(lender: Lender, seen: Seen, rows: Any) -> list[int]:
    told = seen.engine.fetch(repr(hash(rows)), rows.select("account_id"))
    return _of_accounts(lender, told["account_id"].to_pylist())


def _of_accounts(lender: Lender, accounts: Iterable[int]) -> list[int]:
    """The newest case of each account's customer."""
    people = set(
        Account.objects.filter(lender=lender, pk__in=set(accounts)).values_list(
            "customer", flat=True
        )
    )
    cases = Case.objects.filter(lender=lender, customer__in=people).order_by("pk")
    return list(dict(cases.values_list("customer", "pk")).values())


_KINDS: dict[str, Callable[[Lender, Path, Path, Asked], list[int] | None]] = {
    "roll": _roll,
    "history": _history,
    "vintage": _vintage,
    "step": _step,
    "bin": _bin,
    "arm": _arm,
    "holdout": _holdout,
}
