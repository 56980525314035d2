"""The night's switch: every case's rank, its reasons, and the gate's answers, in one transaction.

A reader sees the whole of yesterday's order or the whole of today's, never a mixture. The same night
again changes nothing. A case somebody works, holds or awaits an answer on is left as it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.actions._act import Actor, Writing, act
from shounuo.records.actions._rewrite import rewrite
from shounuo.records.models import Case, GateDecision, Lender, NightRun, QueueEntry
from shounuo.records.queries.gate import Reach

BATCH = 500


@dataclass(frozen=True, slots=True)
class Placing:
    """What the night decided. `order`: customers, first to be called first; `aside`: not called today.

    `entries`: fields of `QueueEntry` by name, with `person` for the customer. `asked`: the gate's
    answers per customer with the moment each was asked about. `day_ends`: when the set-aside return.
    """

    inputs: str
    queue_digest: str
    folder: str
    summary: Mapping[str, Any]
    order: Sequence[int]
    aside: Sequence[int]
    day_ends: datetime
    entries: Sequence[Mapping[str, Any]] = ()
    asked: Mapping[int, tuple[Reach, datetime]] = field(default_factory=dict)


def publish_queue(
    *, run_id: int, placing: Placing, actor: Actor, recorded_at: datetime
) -> tuple[NightRun, bool]:
    """Switches the queues. Returns the run in force, and whether anything changed.

    Raises `Refused` when queues of a later day are in force (a clock set back).
    """
    with act(actor=actor, recorded_at=recorded_at) as writing:
        run = NightRun.objects.select_for_update().select_related("lender").get(pk=run_id)
        _refuse_going_back(run)
        before = NightRun.objects.filter(lender=run.lender, as_of=run.as_of, state="published")
        same = before.filter(inputs=placing.inputs, queue_digest=placing.queue_digest).first()
        if same is not None:
            run.delete()
            return same, False
        before.update(state="superseded")
        _keep(run, placing, recorded_at)
        cases = _cases(run.lender)
        moved = _rank(cases, placing)
        QueueEntry.objects.bulk_create(_entries(run, cases, placing), batch_size=BATCH)
        GateDecision.objects.bulk_create(_decisions(placing, recorded_at), batch_size=BATCH)
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


def _keep(run: NightRun, placing: Placing, at: datetime) -> None:
    run.state, run.ended_at, run.seen_at = "published", at, at
    run.stage, run.inputs, run.folder = "publish", placing.inputs, placing.folder
    run.queue_digest, run.summary = placing.queue_digest, dict(placing.summary)
    run.save()


def _cases(lender: Lender) -> dict[int, Case]:
    """The lender's open cases by customer, locked in one order."""
    rows = Case.objects.select_for_update().filter(lender=lender).exclude(state="closed")
    return {case.customer_id: case for case in rows.order_by("pk")}


def _rank(cases: Mapping[int, Case], placing: Placing) -> int:
    """New ranks in order, then the set-aside; returns how many cases changed."""
    places = {person: place for place, person in enumerate((*placing.order, *placing.aside), 1)}
    aside, changed = set(placing.aside), []
    for person, case in cases.items():
        before = (case.rank, case.state, case.return_at, case.set_aside_until)
        case.rank = places.get(person, len(places) + 1)
        _state(case, person in aside, person in places, placing.day_ends)
        if before != (case.rank, case.state, case.return_at, case.set_aside_until):
            changed.append(case)
    rewrite(changed, ["rank", "state", "return_at", "set_aside_until"])
    return len(changed)


def _state(case: Case, aside: bool, placed: bool, day_ends: datetime) -> None:
    """Only what is free in the queue is set aside; only what a night set aside is fetched back."""
    by_night = case.state == "waiting" and case.return_at == case.set_aside_until
    if aside and (case.state == "queued" or by_night):
        case.state, case.return_at, case.set_aside_until = "waiting", day_ends, day_ends
    elif placed and not aside and by_night and case.return_at is not None:
        case.state, case.return_at, case.set_aside_until = "queued", None, None


def _entries(run: NightRun, cases: Mapping[int, Case], placing: Placing) -> list[QueueEntry]:
    known = {name.attname for name in QueueEntry._meta.concrete_fields}
    return [
        QueueEntry(
            run=run, case=cases[told["person"]], **{k: v for k, v in told.items() if k in known}
        )
        for told in placing.entries
        if told["person"] in cases
    ]


def _decisions(placing: Placing, at: datetime) -> list[GateDecision]:
    """Every answer is written down, allowed and blocked alike, with the hour it was asked about."""
    return [
        GateDecision(
            customer_id=person,
            point_id=reach.point_id,
            case_id=reach.case_id,
            channel=reach.channel,
            asked_by="nightly",
            at=at,
            outcome=reach.outcome,
            rules=reach.rules,
            verdict=reach.as_json() | {"asked_about": moment.isoformat()},
            earliest_next=reach.earliest_next,
            pack_version=reach.pack_version,
        )
        for person, (reach, moment) in placing.asked.items()
    ]


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
