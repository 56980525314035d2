"""Which amount to ask for on this case: the account's own history given to `domain.amount_advice`."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from shounuo.domain.amount_advice import Advice, Known, advise
from shounuo.records.models import Case, Flag, Promise
from shounuo.records.queries.case_page import accounts_of, position_together
from shounuo.records.queries.position import bucket_number

KEPT, FAILED = ("kept", "kept_late"), ("broken", "partly_kept")


def advice_for(case: Case, at: datetime) -> Advice | None:
    """None when nothing is due: then nothing is asked."""
    accounts = accounts_of(case)
    whole = position_together(case, accounts, at)
    if whole.nothing_due:
        return None
    day = at.astimezone(ZoneInfo(case.lender.zone)).date()
    return advise(
        whole, case.lender.settings(), _known(case, at), day, language=case.customer.language
    )


def _known(case: Case, at: datetime) -> Known:
    accounts = accounts_of(case)
    worst = accounts[0] if accounts else None
    promises = Promise.objects.filter(customer=case.customer_id, voided_at=None)
    flags = Flag.objects.filter(customer=case.customer_id, ended_at=None)
    if worst is None:
        return Known()
    months = None
    if worst.opened_on is not None:
        months = max(0, (at.date() - worst.opened_on).days // 30)
    return Known(
        last_payment_minor=worst.last_payment_cents,
        hardship=flags.filter(kind="vulnerable").exists(),
        months_open=months,
        times_in_collection=worst.times_in_collection or None,
        worst_bucket=bucket_number(worst.worst_bucket),
        promises_kept=promises.filter(state__in=KEPT).count(),
        promises_broken=promises.filter(state__in=FAILED).count(),
        plan_approved=flags.filter(kind="plan_approved").exists(),
    )
