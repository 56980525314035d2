"""A night begins, shows how far it is, and fails without touching a queue."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.actions._act import Actor, act
from shounuo.records.models import Lender, NightRun, Staff

SILENT = timedelta(minutes=10)  # a run that showed no life for so long has died


def begin_night(*, lender: Lender, as_of: date, actor: Actor, recorded_at: datetime) -> NightRun:
    """A new run. Raises `Refused` while another run of the lender shows signs of life."""
    with act(actor=actor, recorded_at=recorded_at) as writing:
        Lender.objects.select_for_update().get(pk=lender.pk)
        for other in NightRun.objects.filter(lender=lender, state="running"):
            if timedelta() <= recorded_at - other.seen_at < SILENT:
                raise Refused(_runs(lender, other))
            other.state, other.ended_at = "failed", recorded_at
            other.problems = [
                {"zh": "运行中断，已由新的一次接替。", "en": "Cut short; another run took over."}
            ]
            other.save(update_fields=["state", "ended_at", "problems"])
        who = actor.staff_no if isinstance(actor, Staff) else actor
        run = NightRun.objects.create(
            lender=lender, as_of=as_of, asked_by=who, started_at=recorded_at, seen_at=recorded_at
        )
        writing.event(_chain(lender), "NightBegun", {"as_of": as_of.isoformat(), "run": run.pk})
        return run


def show_progress(*, run_id: int, stage: str, done: int, of: int, recorded_at: datetime) -> None:
    """The page's bar; silent, since nothing is decided by it."""
    NightRun.objects.filter(pk=run_id, state="running").update(
        stage=stage, done=done, of=of, seen_at=recorded_at
    )


def fail_night(
    *, run_id: int, problems: Sequence[Problem], actor: Actor, recorded_at: datetime
) -> NightRun:
    """Keeps every problem found. The queues in force stay in force."""
    with act(actor=actor, recorded_at=recorded_at) as writing:
        run = NightRun.objects.select_for_update().select_related("lender").get(pk=run_id)
        run.state, run.ended_at = "failed", recorded_at
        run.problems = [{"code": p.code, "zh": p.line("zh"), "en": p.line("en")} for p in problems]
        run.save(update_fields=["state", "ended_at", "problems"])
        payload = {
            "as_of": run.as_of.isoformat(),
            "run": run.pk,
            "codes": [p.code for p in problems],
        }
        writing.event(_chain(run.lender), "NightFailed", payload)
        writing.publish("night", run.pk)
        return run


def _chain(lender: Lender) -> str:
    return f"night:{lender.pk}"


def _runs(lender: Lender, other: NightRun) -> Problem:
    return Problem(
        "night-running",
        Text("夜间任务正在运行（{stage}）", "The nightly run is at work ({stage})").format(
            stage=other.stage or "…"
        ),
        record=lender.code,
        next_step=Text("等它结束后再试", "Try again when it has ended"),
    )
