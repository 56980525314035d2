"""The daily root: every chain's head under one hash, linked to the day before."""

from __future__ import annotations

from datetime import date, datetime

from shounuo.ledger.root import Head, daily_root
from shounuo.records.actions._act import act
from shounuo.records.models import ChainHead, DailyRoot
from shounuo.records.queries.roots import heads_of

ROOTS = "roots"


def seal_day(*, day: date, recorded_at: datetime) -> DailyRoot:
    """Makes the root of `day` once; a second call returns the first.

    Only the heads that moved since the day before are stored; the root covers them all.
    """
    made = DailyRoot.objects.filter(day=day).first()
    if made is not None:
        return made
    with act(actor="scheduler", recorded_at=recorded_at) as writing:
        before = DailyRoot.objects.filter(day__lt=day).order_by("-day").first()
        known = {head.chain: head for head in heads_of(before)} if before else {}
        now = [
            Head(head.chain, head.seq, head.hash)
            for head in ChainHead.objects.exclude(seq=0).exclude(chain=ROOTS).order_by("chain")
        ]
        heads = sorted(now, key=lambda head: head.chain)
        root = daily_root(day, heads, before.root if before else "")
        writing.event(ROOTS, "DaySealed", {"day": day.isoformat(), "root": root})
        return DailyRoot.objects.create(
            day=day,
            root=root,
            prev_root=before.root if before else "",
            moved=[[h.chain, h.seq, h.hash] for h in heads if known.get(h.chain) != h],
            made_at=recorded_at,
        )
