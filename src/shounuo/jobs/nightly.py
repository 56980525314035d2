"""The night over the live database: extract → features → estimates → rank → gate → publish.

Runs for a lender once a civil day at its own hour (`Lender.night["hour"]`, 03:00 unless set), when a
lead asks, or by command. What fails leaves yesterday's queues in force and says why on the page.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from zoneinfo import ZoneInfo

import structlog
from django_tasks import task

from shounuo.jobs.nightly_holdout import holdout_told
from shounuo.jobs.nightly_placing import placing_of
from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.actions._act import Actor
from shounuo.records.actions.begin_night import begin_night, fail_night, show_progress
from shounuo.records.actions.publish_queue import publish_queue
from shounuo.records.models import Lender, NightRun, Staff
from shounuo.records.queries.extract import extract
from shounuo.records.queries.live_strategies import live_strategies
from shounuo.records.queries.night_answers import NightAnswers
from shounuo.records.queries.night_gate import LiveGate
from shounuo.settings import clock, place
from shounuo.strategy import estimates
from shounuo.strategy.consent import in_force, within
from shounuo.strategy.drifting import drift_notice
from shounuo.strategy.engine import DuckEngine
from shounuo.strategy.night import Night, NightRefused
from shounuo.strategy.nights import Nights

NAME = "nightly"
EVERY_SECONDS = 5 * 60
DEFAULT_HOUR = 3
GIVE_UP_AFTER_HOURS = 6  # queues are not turned over under people who have begun to work
TRY_AGAIN = timedelta(minutes=30)
log = structlog.get_logger(__name__)
Say = Callable[[str, int, int], None]


def run(as_of: datetime) -> int:
    """Leaves a night with the worker for each lender whose hour has come; returns how many."""
    due = [lender for lender in Lender.objects.order_by("pk") if is_due(lender, as_of)]
    for lender in due:
        night_task.enqueue(lender.pk, _local(lender, as_of).date().isoformat(), NAME)
    return len(due)


def is_due(lender: Lender, at: datetime) -> bool:
    """Whether the lender's hour has come, today's night is not published and none was tried just now."""
    if lender.night.get("off") or not lender.team_set.exists():
        return False
    local, hour = _local(lender, at), int(lender.night.get("hour", DEFAULT_HOUR))
    if not hour <= local.hour < hour + GIVE_UP_AFTER_HOURS:
        return False
    tried = NightRun.objects.filter(lender=lender, as_of=local.date())
    done = tried.filter(state="published").exists()
    return not done and not tried.filter(seen_at__gt=at - TRY_AGAIN).exists()


def _local(lender: Lender, at: datetime) -> datetime:
    return at.astimezone(ZoneInfo(lender.zone))


@task()
def night_task(lender_id: int, as_of: str, asked_by: str) -> str:
    """The background worker's door; a night that is refused has been kept as failed, with its reasons."""
    lender = Lender.objects.get(pk=lender_id)
    actor = Staff.objects.filter(staff_no=asked_by).first() or asked_by
    try:
        return run_night(lender, date.fromisoformat(as_of), actor).state
    except Refused as stopped:
        log.warning("night refused", lender=lender.code, code=stopped.problem.code)
        return "failed"


def home_of(lender: Lender) -> Path:
    """Where the lender's nights lie; each night's folder stands in it by name."""
    return place.home() / "nights" / lender.code


def model_of(lender: Lender) -> Path:
    """The lender's learned estimates, when there are any."""
    return place.home() / "models" / f"{lender.code}.json"


def run_night(
    lender: Lender,
    as_of: date,
    actor: Actor,
    say: Say = lambda stage, done, of: None,
) -> NightRun:
    """Runs the night and publishes it. Raises `Refused` (`NightRefused` with all problems)."""
    begun = begin_night(lender=lender, as_of=as_of, actor=actor, recorded_at=clock.now())
    try:
        return _Desk(lender, as_of, actor, begun, say).run()
    except Refused as stopped:
        problems = stopped.problems if isinstance(stopped, NightRefused) else [stopped.problem]
        fail_night(run_id=begun.pk, problems=problems, actor=actor, recorded_at=clock.now())
        raise
    except Exception as error:
        fail_night(run_id=begun.pk, problems=[_fault(error)], actor=actor, recorded_at=clock.now())
        raise


@dataclass(slots=True)
class _Desk:
    lender: Lender
    as_of: date
    actor: Actor
    begun: NightRun
    say: Say

    def run(self) -> NightRun:
        home = home_of(self.lender)
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        with (
            closing(NightAnswers()) as kept,
            TemporaryDirectory(dir=home, prefix=".placing-") as work,
        ):
            published = self._publish(home, kept, Path(work))
        _forget_extracts(home, self.as_of)
        return published

    def _publish(self, home: Path, kept: NightAnswers, work: Path) -> NightRun:
        gate = LiveGate(self.lender, self.as_of, kept, self._progress)
        night, extract_seconds = self._night(home, gate)
        summary = night.run()
        summary["stages"]["extract"] += extract_seconds
        folder = Path(summary["folder"])
        summary["holdout"] = holdout_told(self.lender, self.as_of, home, folder)
        summary["notices"] += self._drift(folder, summary["accounts"])
        placing = placing_of(self.lender, self.as_of, work, summary, night.estimates, kept)
        published, _ = publish_queue(
            run_id=self.begun.pk,
            placing=placing,
            actor=self.actor,
            recorded_at=clock.now(),
            progress=partial(self._progress, "publish"),
        )
        return published

    def _night(self, home: Path, gate: LiveGate) -> tuple[Night, float]:
        folder = home / f"extract-{self.as_of}"
        consent = in_force(self.lender.night, self.as_of)
        began = perf_counter()
        extract(
            folder,
            self.lender,
            self.as_of,
            may_randomise=consent is not None,
            progress=self._progress,
        )
        took = perf_counter() - began
        learned, fallback = estimates.load(model_of(self.lender))
        live = live_strategies(self.lender)
        champion, cut = within(live.champion, consent)
        night = Night(folder, Nights(home), DuckEngine(home / "scratch"), gate, champion, learned)
        if live.challenger is not None:
            night.challenger, other_cut = within(live.challenger, consent)
            night.challenger_bp, cut = live.challenger_bp, cut or other_cut
        night.notices += [said for said in (fallback, cut) if said]
        night.progress = self._progress
        return night, took

    def _drift(self, folder: Path, accounts: int) -> list[dict[str, str]]:
        said = drift_notice(folder, model_of(self.lender), accounts)
        return [{"code": said.code, "zh": said.line("zh"), "en": said.line("en")}] if said else []

    def _progress(self, stage: str, done: int, of: int) -> None:
        self.say(stage, done, of)
        show_progress(
            run_id=self.begun.pk, stage=stage, done=done + 1, of=of, recorded_at=clock.now()
        )


def _forget_extracts(home: Path, as_of: date) -> None:
    """Only the newest extract is kept: the pages read it, and yesterday's would only age."""
    for left in home.glob("extract-*"):
        if left.name < f"extract-{as_of}":
            shutil.rmtree(left, ignore_errors=True)
    for left in home.glob(".placing-*"):  # of runs that were killed
        shutil.rmtree(left, ignore_errors=True)


def _fault(error: Exception) -> Problem:
    return Problem(
        "night-fault",
        Text("程序出错：{why}", "The program failed: {why}").format(why=type(error).__name__),
        next_step=Text(
            "昨日队列继续有效；请系统管理员看日志后重跑。",
            "Yesterday's queues stay in force; have an administrator read the log, then run again.",
        ),
    )
