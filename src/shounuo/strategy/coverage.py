"""Payment sources that have not reported: a day late is said aloud, many days late stop the night."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from shounuo.kernel.errors import Problem
from shounuo.kernel.text import Text
from shounuo.strategy.days import date_of

STOP_AFTER_DAYS = 4  # house policy: beyond a long weekend, too many customers may have paid unseen


def coverage_problems(
    rows: Iterable[Mapping[str, int]], as_of: int
) -> tuple[list[Problem], list[Problem]]:
    """(what stops the night, what it only says). A source is on time if it covers the day before."""
    stop: list[Problem] = []
    notices: list[Problem] = []
    for row in rows:
        late = as_of - 1 - row["covers_through_day"]
        if late > 0:
            problem = _late(row["source_id"], row["covers_through_day"], late)
            (stop if late > STOP_AFTER_DAYS else notices).append(problem)
    return stop, notices


def _late(source: int, day: int, late: int) -> Problem:
    what = Text(
        "还款来源只报到 {day}，缺 {late} 天；其后到期的承诺保持“待文件”，不会判为落空。",
        "The payment source has reported through {day}, {late} day(s) short; promises due since stay “awaiting file” and are not broken.",
    )
    step = Text(
        "取回还款文件（空文件也算）后重跑。",
        "Fetch the payment file (an empty one counts) and run again.",
    )
    return Problem(
        "payments-late", what.format(day=date_of(day), late=late), f"source {source}", "", step
    )
