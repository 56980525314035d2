"""How a task that a code started may end, and what its end sets free.

Decides the answers a person can give; whether they are right is that person's word. A flag that somebody's
own request holds up is not lowered by an answer: the request has to be taken back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from shounuo.domain.flags import Flag
from shounuo.kernel.text import Text

HEARD = "heard"  # begins the kind of every task that inspection found


@dataclass(frozen=True, slots=True)
class Outcome:
    """`returns_days`: calendar days until the case is called again; None: as it stands."""

    name: str
    words: Text
    ends: tuple[Flag, ...] = ()
    returns_days: int | None = None


@dataclass(frozen=True, slots=True)
class Ends:
    """`answer_days`: when the answer is due, in calendar days after the call."""

    outcomes: Mapping[str, Outcome]
    answer_days: int = 0


@cache
def task_ends() -> Mapping[str, Ends]:
    """Every task of the catalogue with its possible ends, and what inspection heard."""
    rows = yaml.safe_load((files(__package__) / "task_outcomes.yaml").read_text(encoding="utf-8"))
    return {
        task: Ends(
            {
                name: Outcome(
                    name,
                    Text(told["zh"], told["en"]),
                    tuple(Flag(flag) for flag in told.get("ends", ())),
                    told.get("returns_days"),
                )
                for name, told in row["outcomes"].items()
            },
            row.get("answer_days", 0),
        )
        for task, row in rows.items()
    }


def ends_of(task: str) -> Mapping[str, Outcome]:
    """The answers a task takes; none for one that is simply done."""
    known = HEARD if task.startswith(f"{HEARD}_") else task
    return task_ends()[known].outcomes if known in task_ends() else {}
