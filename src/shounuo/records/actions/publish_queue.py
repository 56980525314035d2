"""The night's switch: every case's rank, its reasons, and the gate's answers, laid ready in parts.

The parts go into the column of ranks that nobody draws from, and under a run that is not published: until
the last transaction, which makes the new column the one in force and sets aside who is not to be called,
a reader sees the whole of yesterday's order. A run stopped between two parts leaves it so; the next run of
the same night goes on after the last part that stands. The same night again changes nothing. A case that
somebody works, or that is held, or that returns on another day keeps its state.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from django.db import transaction
from django.db.models import F, Q

from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.actions._act import Actor, Writing, act
from shounuo.records.actions._insert import insert
from shounuo.records.actions._rank import write_places
from shounuo.records.models import Case, GateDecision, Lender, NightRun, QueueEntry

Progress = Callable[[int, int], None]


class Places(Protocol):
    """Customers with their places, in parts."""

    def __len__(self) -> int: ...
    def part(self, number: int) -> tuple[Sequence[int], Sequence[int]]: ...


class Entries(Protocol):
    """Customers with what is told of one of their accounts, the run and the case still open."""

    def __len__(self) -> int: ...
    def part(self, number: int) -> Sequence[tuple[int, QueueEntry]]: ...


class Asked(Protocol):
    """The gate's answers, fit to be kept."""

    def __len__(self) -> int: ...
    def part(self, number: int, recorded_at: datetime) -> Sequence[GateDecision]: ...


@dataclass(frozen=True, slots=True)
class Placing:
    """What the night decided. Places 1 to `called` are to be called, the next `aside` are not today.

    Each part is the same however often it is asked for. `day_ends`: when the set-aside return.
    """

    inputs: str
    queue_digest: str
    folder: str
    summary: Mapping[str, Any]
    called: int
    aside: int
    day_ends: datetime
    places: Places
    entries: Entries
    asked: Asked

    @property
    def parts(self) -> int:
        return len(self.places) + len(self.entries) + len(self.asked)


def publish_queue(
    *,
    run_id: int,
    placing: Placing,
    actor: Actor,
    recorded_at: datetime,
    progress: Progress = lambda done, of: None,
) -> tuple[NightRun, bool]:
    """Lays the parts ready and switches the queues. Returns the run in force, and whether anything changed.

    Raises `Refused` when queues of a later day are in force (a clock set back), and when another run has
    taken this one for dead. `progress` is told each part before it is written.
    """
    run = NightRun.objects.select_related("lender").get(pk=run_id)
    _refuse_going_back(run)
    same = _in_force(run, placing)
    if same is not None:
        run.delete()
        return same, False
    column = run.lender.rank_column_beside
    for number in range(_take_up(run, placing), placing.parts):
        progress(number, placing.parts)
        with _part(run, number):
            _lay(run, placing, number, column, recorded_at)
    moved = _open_cases(run.lender).exclude(rank_a=F("rank_b")).count()
    with act(actor=actor, recorded_at=recorded_at) as writing:
        run = _still_ours(run)
        _refuse_going_back(run)
        NightRun.objects.filter(lender=run.lender, as_of=run.as_of, state="published").update(
            state="superseded"
        )
        _keep(run, placing, recorded_at)
        _switch(run.lender, placing, column)
        _tell(writing, run, placing, moved)
    return run, True


def _refuse_going_back(run: NightRun) -> None:
    later = NightRun.objects.filter(lender=run.lender, state="published", as_of__gt=run.as_of)
    found = later.order_by("-as_of").first()
    if found is not None:
        what = Text(
            "已有 {new} 的队列在用，不会被 {old} 的替换。",
            "The queues of {new} are in force and are not replaced by those of {old}.",
        ).format(new=found.as_of, old=run.as_of)
        step = Text("核对本机时钟。", "Check this machine's clock.")
        raise Refused(Problem("night-older-than-current", what, run.lender.code, next_step=step))


def _in_force(run: NightRun, placing: Placing) -> NightRun | None:
    """The run of this day that said the very same and is in force."""
    return NightRun.objects.filter(
        lender=run.lender,
        as_of=run.as_of,
        state="published",
        inputs=placing.inputs,
        queue_digest=placing.queue_digest,
    ).first()


def _take_up(run: NightRun, placing: Placing) -> int:
    """How many parts stand already: those of the last run that laid any, if it was this very night.

    Anything else that a stopped run left is taken away.
    """
    with transaction.atomic():
        others = NightRun.objects.filter(lender=run.lender, parts_done__gt=0).exclude(pk=run.pk)
        last, stopped = others.order_by("-pk").first(), others.filter(state="failed")
        done = 0
        if last is not None and last.state == "failed" and _same_night(last, run, placing):
            QueueEntry.objects.filter(run=last).update(run=run)
            done = last.parts_done
        QueueEntry.objects.filter(run__in=stopped).delete()
        stopped.update(parts_done=0)
        NightRun.objects.filter(pk=run.pk).update(
            inputs=placing.inputs, queue_digest=placing.queue_digest, parts_done=done
        )
        return done


def _same_night(last: NightRun, run: NightRun, placing: Placing) -> bool:
    told = (placing.inputs, placing.queue_digest, run.as_of)
    return (last.inputs, last.queue_digest, last.as_of) == told


def _still_ours(run: NightRun) -> NightRun:
    """Locks the run. Raises `Refused` when another has taken it for dead: two must not write one column."""
    found = NightRun.objects.select_for_update(of=("self",)).select_related("lender").get(pk=run.pk)
    if found.state != "running":
        what = Text("另一次夜间任务已接替本次。", "Another run has taken over from this one.")
        step = Text("等它结束。", "Wait until that one has ended.")
        raise Refused(Problem("night-taken-over", what, run.lender.code, next_step=step))
    return found


@contextmanager
def _part(run: NightRun, number: int) -> Iterator[None]:
    """One part: all of it stands and is counted, or none of it."""
    with transaction.atomic():
        _still_ours(run)
        NightRun.objects.filter(pk=run.pk).update(parts_done=number + 1)
        yield


def _lay(run: NightRun, placing: Placing, number: int, column: str, at: datetime) -> None:
    places, entries = len(placing.places), len(placing.entries)
    if number < places:
        write_places(run.lender, column, *placing.places.part(number))
    elif number < places + entries:
        _lay_entries(run, placing.entries.part(number - places))
    else:
        insert(placing.asked.part(number - places - entries, at))


def _lay_entries(run: NightRun, told: Sequence[tuple[int, QueueEntry]]) -> None:
    known = _open_cases(run.lender).filter(customer__in={person for person, _ in told})
    cases = dict(known.values_list("customer", "pk"))
    found = [(cases[person], entry) for person, entry in told if person in cases]
    for case, entry in found:
        entry.run_id, entry.case_id = run.pk, case
    insert(entry for _, entry in found)


def _keep(run: NightRun, placing: Placing, at: datetime) -> None:
    run.state, run.ended_at, run.seen_at = "published", at, at
    run.stage, run.folder, run.summary = "publish", placing.folder, dict(placing.summary)
    run.save()


def _open_cases(lender: Lender) -> Any:
    return Case.objects.filter(lender=lender).exclude(state="closed")


def _switch(lender: Lender, placing: Placing, column: str) -> None:
    """The new order; what is free that day set aside; only what a night set aside fetched back.

    Free is what stands in the queue and what would come back to it within the day: the night decided on
    both, and a customer held out must not be called because yesterday's call left them waiting.
    """
    Lender.objects.filter(pk=lender.pk).update(rank_column=column)
    by_night = Q(state="waiting", return_at=F("set_aside_until"))
    cases, last = _open_cases(lender), placing.called + placing.aside
    cases.filter(by_night, **{f"{column}__range": (1, placing.called)}).update(
        state="queued", return_at=None, set_aside_until=None
    )
    back_today = Q(state="waiting", return_at__lt=placing.day_ends)
    cases.filter(
        Q(state="queued") | by_night | back_today,
        **{f"{column}__range": (placing.called + 1, last)},
    ).update(state="waiting", return_at=placing.day_ends, set_aside_until=placing.day_ends)


def _tell(writing: Writing, run: NightRun, placing: Placing, moved: int) -> None:
    payload = {
        "as_of": run.as_of.isoformat(),
        "run": run.pk,
        "inputs": run.inputs,
        "queue_digest": run.queue_digest,
        "queued": placing.summary.get("queued", 0),
        "moved": moved,
    }
    writing.event(f"night:{run.lender_id}", "NightPublished", payload)
    writing.publish("night", run.pk)
