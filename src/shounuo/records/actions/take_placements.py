"""委案, 退案, 停催, 复催: which accounts an agency holds, from when to when.

A customer whose every placed account went back is withdrawn, and one with a stopped account is stopped:
both keep the case out of the queue from the day the lender names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from shounuo.domain.flags import Flag as FlagKind
from shounuo.kernel.civil import start_of_day
from shounuo.records.actions._act import Actor, Writing, act
from shounuo.records.actions._hold import refresh_hold
from shounuo.records.actions.raise_flag import flag_within
from shounuo.records.models import Account, Case, Customer, Flag, Lender, Placement
from shounuo.records.sealing import keyed_hash

ACTS = ("place", "recall", "stop", "resume")
_DAY_OF = {"recall": "recalled_on", "stop": "stopped_on", "resume": "resumed_on"}


@dataclass(frozen=True, slots=True)
class PlacementRow:
    """One line of a placement file. `acts_on`: the day of a recall, stop or resumption."""

    row_no: int
    account_ref: str
    batch: str
    act: str = "place"
    organisation: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    acts_on: date | None = None
    commission_band: str = ""


@dataclass
class TakenPlacements:
    new: int = 0
    updated: int = 0
    unchanged: int = 0
    unknown_accounts: list[PlacementRow] = field(default_factory=list)
    not_placed: list[PlacementRow] = field(default_factory=list)
    touched: set[int] = field(default_factory=set)


def take_placements(
    *, lender: Lender, rows: Sequence[PlacementRow], actor: Actor, recorded_at: datetime
) -> TakenPlacements:
    """Stores one batch atomically, in the order of the file."""
    with act(actor=actor, recorded_at=recorded_at) as writing:
        keys = {keyed_hash(row.account_ref, kind="account") for row in rows}
        accounts = {
            account.ref_hash: account
            for account in Account.objects.filter(lender=lender, ref_hash__in=keys)
        }
        owners = {account.customer_id for account in accounts.values()}
        list(Customer.objects.select_for_update().filter(pk__in=owners).order_by("pk"))
        taken = TakenPlacements()
        for row in rows:
            account = accounts.get(keyed_hash(row.account_ref, kind="account"))
            if account is None:
                taken.unknown_accounts.append(row)
            else:
                _one(writing, lender, account, row, taken)
        for customer_id in sorted(taken.touched):
            _flags(writing, customer_id, ZoneInfo(lender.zone))
        return taken


def _one(
    writing: Writing, lender: Lender, account: Account, row: PlacementRow, taken: TakenPlacements
) -> None:
    placement = Placement.objects.filter(account=account, batch=row.batch).first()
    if row.act == "place":
        told = {
            "organisation": row.organisation,
            "starts_on": row.starts_on,
            "ends_on": row.ends_on,
            "commission_band": row.commission_band,
        }
        if placement is None:
            placement = Placement(
                lender=lender, account=account, batch=row.batch, recorded_at=writing.recorded_at
            )
    elif placement is None:
        taken.not_placed.append(row)
        return
    else:
        told = {_DAY_OF[row.act]: row.acts_on}
    if placement.pk and all(getattr(placement, name) == value for name, value in told.items()):
        taken.unchanged += 1
        return
    taken.new, taken.updated = taken.new + (not placement.pk), taken.updated + bool(placement.pk)
    for name, value in told.items():
        setattr(placement, name, value)
    placement.save()
    taken.touched.add(account.customer_id)
    payload = {"account": account.pk, "batch": row.batch, "act": row.act}
    payload |= {name: str(value) for name, value in told.items() if value}
    writing.event(f"customer:{account.customer_id}", "PlacementTaken", payload)


def _flags(writing: Writing, customer_id: int, zone: ZoneInfo) -> None:
    placements = list(Placement.objects.filter(account__customer=customer_id))
    gone = [one.recalled_on for one in placements if one.recalled_on]
    stopped = [one.stopped_on for one in placements if _is_stopped(one)]
    withdrawn = len(gone) == len(placements)
    since = {
        FlagKind.WITHDRAWN: max(gone) if withdrawn and gone else None,
        FlagKind.COLLECTION_STOPPED: min(filter(None, stopped), default=None),
    }
    for kind, day in since.items():
        _set(writing, customer_id, kind, start_of_day(day, zone) if day else None)


def _is_stopped(placement: Placement) -> bool:
    if placement.stopped_on is None or placement.recalled_on is not None:
        return False
    return placement.resumed_on is None or placement.resumed_on < placement.stopped_on


def _set(writing: Writing, customer_id: int, kind: str, since: datetime | None) -> None:
    """`since`: the first moment, at the lender, of the day that it names."""
    standing = Flag.objects.filter(
        customer_id=customer_id, account=None, kind=kind, source="placement", ended_at=None
    )
    if since is None:
        ended = standing.update(ended_at=writing.effective_at, end_recorded_at=writing.recorded_at)
        if ended:
            for case in Case.objects.filter(customer_id=customer_id).exclude(state="closed"):
                writing.event(f"case:{case.pk}", "FlagEnded", {"flag": kind, "source": "placement"})
                refresh_hold(writing, case)
    elif not standing.exists():
        details = {"since": since.date().isoformat()}
        flag = flag_within(writing, customer_id, kind, source="placement", details=details)
        if flag.source == "placement" and since < flag.effective_at:
            flag.effective_at = since
            flag.save(update_fields=["effective_at"])
