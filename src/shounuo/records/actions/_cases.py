"""Cases follow the accounts: opened when something is overdue, closed when nothing is any more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from shounuo.domain.account import position
from shounuo.domain.flags import Flag as FlagKind
from shounuo.domain.lender_policy import LenderPolicy
from shounuo.records.actions._act import Writing
from shounuo.records.actions._hold import holding_flags, resting_state, tell_hold
from shounuo.records.actions._insert import insert
from shounuo.records.actions._rewrite import rewrite
from shounuo.records.models import Account, Case, Flag, Lender, NightRun, Team
from shounuo.records.queries.position import trade_account

MOVED = (
    *("due_cents", "pd_cents", "days_past_due", "bucket", "big"),
    *("state", "held_reason", "closed_at", "closed_reason", "holder", "lease_until"),
)
BIG_CENTS = 5_000_000  # 50,000 in the lender's currency, unless the lender sets another


def refresh_cases(
    writing: Writing,
    lender: Lender,
    customer_ids: Iterable[int],
    at_hand: Iterable[Account] = (),
) -> tuple[int, int]:
    """Opens, updates and closes the cases of these customers: (opened, closed).

    `at_hand`: accounts that the action holds already, as they are stored by now.
    """
    ids = set(customer_ids)
    accounts = _accounts(ids, at_hand)
    open_cases = Case.objects.filter(customer__in=ids).exclude(state="closed")
    known = {case.customer_id: case for case in open_cases.select_for_update().order_by("pk")}
    team, policy = Team.objects.filter(lender=lender).order_by("pk").first(), lender.settings()
    fresh = []
    for customer_id in sorted(ids):
        sums = _sums(lender, policy, accounts[customer_id])
        case = known.get(customer_id)
        if case is None and sums["days_past_due"] > 0:
            case = Case(
                lender=lender,
                customer_id=customer_id,
                team=team,
                opened_at=writing.recorded_at,
                currency=lender.currency,
            )
            fresh.append(case)
        if case is not None:
            for name, value in sums.items():
                setattr(case, name, value)
    for case in fresh:
        case.rank_a = case.rank_b = _by_figures(case)
    insert(fresh)
    for case in fresh:
        _tell(writing, case, "CaseOpened")
    closed = _close_cured(writing, list(known.values()), accounts)
    columns = MOVED
    if not _night_orders(lender):
        columns = (*MOVED, lender.rank_column)
        for case in known.values():
            setattr(case, lender.rank_column, _by_figures(case))
    everyone = [*known.values(), *fresh]
    _flag_from_accounts(writing, policy, accounts, everyone)
    _hold(writing, everyone)
    made = {case.pk for case in fresh}
    rewrite((case for case in everyone if case.pk not in made or case.held_reason), columns)
    return len(fresh), closed


def _by_figures(case: Case) -> int:
    """The oldest first, then the largest: in front of every place a night gives, until a night has looked."""
    return -case.days_past_due * 10**12 - case.due_cents


def _night_orders(lender: Lender) -> bool:
    """Whether a night's order is in force: a file that comes in the day does not throw it over."""
    return NightRun.objects.filter(lender=lender, state="published").exists()


def _accounts(ids: set[int], at_hand: Iterable[Account]) -> dict[int, list[Account]]:
    """Customer -> their accounts, oldest first."""
    found = {account.pk: account for account in at_hand if account.customer_id in ids}
    others = Account.objects.filter(customer__in=ids).exclude(pk__in=list(found)).defer("ref")
    found |= {account.pk: account for account in others}
    accounts: dict[int, list[Account]] = defaultdict(list)
    for _, account in sorted(found.items()):
        accounts[account.customer_id].append(account)
    return accounts


def _sums(lender: Lender, policy: LenderPolicy, accounts: list[Account]) -> dict[str, object]:
    """Sums in the lender's currency; the days and bucket are those of the worst account."""
    own = [account for account in accounts if account.currency == lender.currency]
    worst = max(accounts, key=lambda a: a.days_past_due or 0)
    due = sum(account.due_cents for account in own)
    limit = lender.contact_settings.get("big_cents", BIG_CENTS)
    return {
        "due_cents": due,
        "pd_cents": sum(account.pd_cents for account in own),
        "days_past_due": worst.days_past_due or 0,
        "bucket": worst.bucket,
        "big": due >= limit,
    }


def _close_cured(writing: Writing, cases: list[Case], accounts: dict[int, list[Account]]) -> int:
    closed = 0
    for case in cases:
        if case.days_past_due <= 0:
            left = all("left_on" in account.facts for account in accounts[case.customer_id])
            case.state, case.closed_at = "closed", writing.recorded_at
            case.closed_reason = "left_book" if left else "cured"
            case.holder, case.lease_until = None, None
            _tell(writing, case, "CaseClosed")
            closed += 1
    return closed


def _flag_from_accounts(
    writing: Writing,
    policy: LenderPolicy,
    accounts: dict[int, list[Account]],
    cases: list[Case],
) -> None:
    """Nothing due and a debit in flight follow from the figures; they come and go with them."""
    truth: dict[tuple[int, str], bool] = {}
    today = writing.effective_at.date()
    for case in cases:
        rows = [trade_account(row) for row in accounts[case.customer_id]]
        truth[(case.customer_id, FlagKind.NOTHING_DUE)] = all(
            position(row, policy, today).nothing_due for row in rows
        )
        truth[(case.customer_id, FlagKind.AUTOPAY_IN_FLIGHT)] = any(
            row.autopay.is_in_flight(today, policy.debit_settles_days) for row in rows
        )
    kinds = [FlagKind.NOTHING_DUE, FlagKind.AUTOPAY_IN_FLIGHT]
    ids = [case.customer_id for case in cases]
    standing = Flag.objects.filter(customer__in=ids, kind__in=kinds, ended_at=None)
    known = {(flag.customer_id, flag.kind): flag for flag in standing}
    ended = [flag for key, flag in known.items() if not truth.get(key, False)]
    for flag in ended:
        flag.ended_at, flag.end_recorded_at = writing.effective_at, writing.recorded_at
    rewrite(ended, ["ended_at", "end_recorded_at"])
    insert(
        Flag(
            customer_id=customer_id,
            kind=kind,
            effective_at=writing.effective_at,
            recorded_at=writing.recorded_at,
            source="figures",
        )
        for (customer_id, kind), is_true in truth.items()
        if is_true and (customer_id, kind) not in known
    )


def _hold(writing: Writing, cases: list[Case]) -> None:
    reasons = holding_flags([case.customer_id for case in cases])
    for case in cases:
        reason = reasons.get(case.customer_id, "")
        if case.state == "closed" or reason == case.held_reason:
            continue
        case.held_reason = reason
        if case.state in ("queued", "held", "waiting"):
            case.state = resting_state(case, writing.recorded_at)
        tell_hold(writing, case)


def _tell(writing: Writing, case: Case, kind: str) -> None:
    payload = {
        "due_cents": case.due_cents,
        "pd_cents": case.pd_cents,
        "days_past_due": case.days_past_due,
        "bucket": case.bucket,
        "reason": case.closed_reason,
    }
    writing.event(f"case:{case.pk}", kind, payload)
