"""A flag set or lifted by hand: with its day, its reason, one event.

What a file, the figures or a person's own request says is not set here: it comes and goes with them.
"""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from shounuo.domain.flags import SET_BY_HAND
from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.actions._act import act
from shounuo.records.actions._locks import lock_customer
from shounuo.records.actions.raise_flag import flag_within, lower_within
from shounuo.records.models import Case, Flag, Staff
from shounuo.records.queries.flags import LIFTED_BY_HAND, held_up_by_requests


def set_flag(
    *,
    case_id: int,
    kind: str,
    staff: Staff,
    recorded_at: datetime,
    why: str,
    effective_at: datetime | None = None,
) -> Flag:
    """From `effective_at` on (default now, never later) `kind` is true of the case's customer.

    `why` is kept sealed beside the event. Raises `Refused` without it, for a later day, and for a kind
    that is not set by hand. A flag that stands already is returned as it is.
    """
    _refuse(kind, why, effective_at, recorded_at)
    with act(actor=staff, recorded_at=recorded_at, effective_at=effective_at) as writing:
        case = Case.objects.get(pk=case_id)
        lock_customer(case.customer_id)
        return flag_within(writing, case.customer_id, kind, source="hand", why=why.strip())


def lift_flag(
    *,
    flag_id: int,
    staff: Staff,
    recorded_at: datetime,
    why: str,
    effective_at: datetime | None = None,
) -> Flag:
    """The flag ceases to be true at `effective_at`: not before it began; on its own day, as it began.

    Raises `Refused` as `set_flag` does, and while a standing request of the person holds the flag up.
    """
    flag = Flag.objects.select_related("customer__lender").get(pk=flag_id)
    _refuse(flag.kind, why, effective_at, recorded_at)
    at = effective_at or recorded_at
    zone = ZoneInfo(flag.customer.lender.zone)
    if at < flag.effective_at:
        if at.astimezone(zone).date() != flag.effective_at.astimezone(zone).date():
            raise Refused(
                _problem(Text("不能早于标记开始的日期", "Not before it began"), flag.kind)
            )
        at = flag.effective_at
    with act(actor=staff, recorded_at=recorded_at, effective_at=at) as writing:
        lock_customer(flag.customer_id)
        flag.refresh_from_db(fields=["ended_at", "source"])
        if flag.source not in LIFTED_BY_HAND or flag.kind in held_up_by_requests(flag.customer_id):
            raise Refused(_held_up(flag))
        lower_within(writing, flag, why.strip())
        return flag


def _refuse(kind: str, why: str, at: datetime | None, now: datetime) -> None:
    if kind not in SET_BY_HAND:
        said = Text("这个标记不由人工设置", "This flag is not set by hand")
    elif not why.strip():
        said = Text("请写明理由", "Say why")
    elif at is not None and at > now:
        said = Text("生效日期不能在将来", "It cannot begin in the future")
    else:
        return
    raise Refused(_problem(said, kind))


def _problem(said: Text, record: str) -> Problem:
    step = Text("改正后再登记", "Mend it and record it again")
    return Problem("flag_not_set", said, record=record, next_step=step)


def _held_up(flag: Flag) -> Problem:
    return Problem(
        "flag_held_up",
        Text(
            "这个标记由要求、文件或账面数字决定",
            "A request, a file or the figures hold this flag up",
        ),
        record=f"flag {flag.pk} ({flag.kind})",
        next_step=Text(
            "先登记要求已撤回，或等机构文件", "Record the request as taken back, or await the file"
        ),
    )
