"""The daily root: every chain's head under one hash, linked to the day before."""

from __future__ import annotations

from datetime import date, datetime

from shounuo.ledger.root import Head, daily_root
from shounuo.records.actions._act import act
from shounuo.records.models import ChainHead, DailyRoot


def seal_day(*, day: date, recorded_at: datetime) -> DailyRoot:
    """Makes the root of `day` once; a second call returns the first."""
    made = DailyRoot.objects.filter(day=day).first()
    if made is not None:
        return made
    with act(actor="scheduler", recorded_at=recorded_at) as writing:
        heads = [
            Head(head.chain, head.seq, head.hash)
            for head in ChainHead.objects.exclude(seq=0).exclude(chain="roots").order_by("chain")
        ]
        before = DailyRoot.objects.filter(day__lt=day).order_by("-day").first()
        prev = before.root if before else ""
        root = daily_root(day, heads, prev)
        writing.event("roots", "DaySealed", {"day": day.isoformat(), "root": root})
        return DailyRoot.objects.create(
            day=day,
            root=root,
            prev_root=prev,
            heads=[[head.chain, head.seq, head.hash] for head in heads],
            made_at=recorded_at,
        )
