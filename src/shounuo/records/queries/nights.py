"""The nights as the pages show them: the newest run, what was blocked by which rule, a case's place."""

from __future__ import annotations

from collections import Counter
from typing import Any

from shounuo.records.models import Case, Lender, NightRun, Promise, QueueEntry, StrategyVersion
from shounuo.strategy.experiment import Arm, Comparison, compare


def newest_run(lender: Lender) -> NightRun | None:
    return NightRun.objects.filter(lender=lender).order_by("-started_at", "-pk").first()


def in_force(lender: Lender) -> NightRun | None:
    """The night whose ranks the desk draws from."""
    return NightRun.objects.filter(lender=lender, state="published").order_by("-as_of").first()


def order_in_force(team_id: int | None) -> str:
    """The column of `Case` that a team's queue is drawn by, as of this moment; lower is sooner."""
    told = Lender.objects.filter(team=team_id).values_list("rank_column", flat=True)
    return told.first() or "rank_a"


def blocked_by(run: NightRun) -> list[tuple[str, int]]:
    """Rule → cases it kept out of this night's queue, most first. A case counts once a rule."""
    counts: Counter[str] = Counter()
    for rules in QueueEntry.objects.filter(run=run, outcome="blocked").values_list(
        "rules", flat=True
    ):
        counts.update({one.partition(":")[0] for one in rules.split()})
    return counts.most_common()


def place_of(case: Case) -> tuple[QueueEntry | None, NightRun | None]:
    """Where the night in force put a case: its best entry, and that night."""
    run = in_force(case.lender)
    if run is None:
        return None, None
    entries = QueueEntry.objects.filter(run=run, case=case).exclude(outcome="joined")
    return entries.select_related("team").order_by("position", "pk").first(), run


def arms(lender: Lender) -> dict[str, Any] | None:
    """Champion against challenger, over all nights while the present challenger has its part.

    None without a challenger.
    """
    challenger = lender.strategies.filter(role="challenger").first()
    if challenger is None or challenger.live_at is None:
        return None
    sums = [[0, 0], [0, 0]]
    for arm, kept in arm_cases(challenger).values():
        sums[arm][0] += 1
        sums[arm][1] += kept
    found = [Arm(n, total) for n, total in sums]
    comparison: Comparison = compare(found[0], found[1])
    return {"champion": found[0], "challenger": found[1], "says": comparison, "version": challenger}


def arm_cases(challenger: StrategyVersion) -> dict[int, tuple[int, int]]:
    """Case → its arm on its first night in the queue, and its outcome.

    1 if a promise made on or after that night was kept, else 0.
    """
    rows = QueueEntry.objects.filter(
        run__lender=challenger.lender_id,
        run__started_at__gte=challenger.live_at,
        run__state="published",
        outcome="queued",
        explored=False,
    )
    first: dict[int, tuple[int, Any]] = {}
    for case_id, arm, began in rows.order_by("run__as_of", "position").values_list(
        "case", "arm", "run__started_at"
    ):
        first.setdefault(case_id, (arm, began))
    made = Promise.objects.filter(state="kept", case__in=first).order_by("made_at")
    kept = dict(made.values_list("case", "made_at"))  # the last one made counts
    return {
        case_id: (arm, int(case_id in kept and kept[case_id] >= began))
        for case_id, (arm, began) in first.items()
    }
