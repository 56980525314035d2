"""A strategy file is saved as a new version, and a version is given its part in the nights."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Max

from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.actions._act import act
from shounuo.records.models import Lender, Staff, StrategyVersion
from shounuo.strategy.strategy_reader import parse

MOST_CHALLENGER_BP = 5_000


def save_strategy(
    *, lender: Lender, body: str, note: str, staff: Staff, recorded_at: datetime
) -> StrategyVersion:
    """Keeps `body` as the next draft. Raises `Refused` with the first fault of a file that has any."""
    strategy, problems = parse(body)
    if strategy is None:
        raise Refused(problems[0])
    with act(actor=staff, recorded_at=recorded_at) as writing:
        Lender.objects.select_for_update().get(pk=lender.pk)
        newest = StrategyVersion.objects.filter(lender=lender).aggregate(n=Max("number"))["n"] or 0
        version = StrategyVersion.objects.create(
            lender=lender,
            number=newest + 1,
            name=strategy.name[:60],
            body=body,
            digest=strategy.digest,
            note=note[:200],
            made_by=staff,
            made_at=recorded_at,
        )
        payload = {"number": version.number, "digest": version.digest}
        writing.event(f"strategy:{lender.pk}", "StrategySaved", payload)
        return version


def publish_strategy(
    *,
    version_id: int,
    role: str,
    challenger_bp: int = 0,
    staff: Staff,
    recorded_at: datetime,
) -> StrategyVersion:
    """From the next night on the version is `champion`, `challenger` with a share, or `retired`.

    Whoever had the part before is retired. Raises `Refused` for a share out of 1 to 5,000 basis points.
    """
    if role == "challenger" and not 0 < challenger_bp <= MOST_CHALLENGER_BP:
        raise Refused(_bad_share(challenger_bp))
    with act(actor=staff, recorded_at=recorded_at) as writing:
        version = StrategyVersion.objects.select_for_update().get(pk=version_id)
        before = StrategyVersion.objects.filter(lender=version.lender_id, role=role)
        before.exclude(pk=version.pk).update(role="retired", ended_at=recorded_at)
        version.role = role
        version.challenger_bp = challenger_bp if role == "challenger" else 0
        version.live_by, version.live_at = staff, recorded_at
        version.ended_at = recorded_at if role == "retired" else None
        version.save()
        payload = {"number": version.number, "digest": version.digest, "role": role}
        writing.event(
            f"strategy:{version.lender_id}",
            "StrategyRoleGiven",
            payload | {"challenger_bp": version.challenger_bp},
        )
        return version


def _bad_share(share: int) -> Problem:
    return Problem(
        "challenger-share",
        Text("挑战策略的份额为 {n}", "The challenger's share is {n}").format(n=share),
        next_step=Text("写 1 到 5000（万分之）", "Write 1 to 5,000 (basis points)"),
    )
