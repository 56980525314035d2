"""Learns each lender's estimates again from its own nights, once a week, after the night of the day.

The new model replaces the old one only where it tells the last nights better; the card beside it and an
event say what came of it. A training that fails leaves the model as it was and is tried the next day.
"""

from __future__ import annotations

import shutil
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import structlog
from django_tasks import task

from shounuo.jobs.nightly import home_of, model_of
from shounuo.records.actions._act import Actor
from shounuo.records.actions.note_learning import (
    FAILED,
    REPLACED,
    STAYED,
    note_learning,
)
from shounuo.records.models import Event, Lender, NightRun, Staff
from shounuo.records.queries.learning import last_learning
from shounuo.settings import clock
from shounuo.strategy.training import train

NAME = "learn_estimates"
EVERY_SECONDS = 30 * 60
AGAIN_AFTER, RETRY_AFTER = timedelta(days=7), timedelta(days=1)
LEAST_NIGHTS = 5  # to teach, to set the level and to judge
log = structlog.get_logger(__name__)


def run(as_of: datetime) -> int:
    """Leaves a training with the worker for each lender whose week is over; returns how many."""
    due = [lender for lender in Lender.objects.order_by("pk") if is_due(lender, as_of)]
    for lender in due:
        learn_task.enqueue(lender.pk, NAME)
    return len(due)


def is_due(lender: Lender, at: datetime) -> bool:
    """A night newer than the last training, nights enough, no night at work, and the week over."""
    nights = NightRun.objects.filter(lender=lender)
    if nights.filter(state="running").exists():
        return False
    published = nights.filter(state="published").order_by("-as_of")
    if published.count() < LEAST_NIGHTS or not _extract_of(lender, published[0].as_of).exists():
        return False
    last = last_learning(lender)
    if last is None:
        return True
    wait = RETRY_AFTER if last.kind == FAILED else AGAIN_AFTER
    return at - last.recorded_at >= wait and _day_of(published[0].as_of) > last.payload["through"]


def _extract_of(lender: Lender, as_of: date) -> Path:
    return home_of(lender) / f"extract-{as_of}"


def _day_of(as_of: date) -> str:
    return (as_of - timedelta(days=1)).isoformat()


@task()
def learn_task(lender_id: int, asked_by: str) -> str:
    """The background worker's door."""
    lender = Lender.objects.get(pk=lender_id)
    if asked_by == NAME and not is_due(lender, clock.now()):
        return "not due"  # asked for twice while the worker was busy
    return learn_estimates(lender, Staff.objects.filter(staff_no=asked_by).first() or asked_by).kind


def learn_estimates(lender: Lender, actor: Actor) -> Event:
    """Trains on the newest extract and writes down what came of it; never raises for what is learned."""
    newest = NightRun.objects.filter(lender=lender, state="published").latest("as_of")
    model = model_of(lender)
    model.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        found = train(home_of(lender), _extract_of(lender, newest.as_of), model)
        kind, figures = (REPLACED if found["changed"] else STAYED), _origins(found)
    except Exception as error:
        # Whatever it is, the night goes on with the model there is, and the failure is on file.
        log.exception("estimates not learned", lender=lender.code)
        kind, figures = FAILED, {"why": type(error).__name__}
    finally:
        shutil.rmtree(model.parent / "scratch", ignore_errors=True)
    return note_learning(
        lender=lender,
        kind=kind,
        through=newest.as_of - timedelta(days=1),
        figures=figures,
        actor=actor,
        recorded_at=clock.now(),
    )


def _origins(found: dict[str, Any]) -> dict[str, str]:
    return {part: own["origin"] for part, own in {**found["targets"], **found["sizes"]}.items()}
