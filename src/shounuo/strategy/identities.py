"""Sums that must hold before the night goes on. A broken one stops it; yesterday's queues stay in force.

The totals of the files are held against what the source counted (lost or doubled rows), the counters
per account against the rows they count (rows of an account that is not there), the grain against the
keys, and every case against having exactly one decision.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import ibis
import ibis.expr.types as ir

from shounuo.kernel.errors import Problem
from shounuo.kernel.text import Text
from shounuo.strategy import tables as t
from shounuo.strategy.features import whole
from shounuo.strategy.manifest import Manifest

STAY = Text("重新抽取；昨日队列继续有效。", "Extract again; yesterday's queues stay in force.")
DOUBLED_SHARE_BP = 1000  # a tenth of the attempts standing twice is no chance
EXACT_ROWS = (
    2_000_000  # above, a sample of one account in `SAMPLE` tells a file imported twice as surely
)
SAMPLE = 32

# Per table, what each row adds to the counter that `features` keeps of it.
COUNTED: Mapping[str, Callable[[ir.Table, int], ir.IntegerValue]] = {
    "contacts": lambda r, as_of: ibis.ifelse((r.channel == t.CALL) & (r.day < as_of), 1, 0),
    "payments": lambda r, as_of: ibis.ifelse(
        (r.day < as_of) & (r.day >= as_of - 90), r.amount_cents, 0
    ),
    "promises": lambda r, as_of: ibis.ifelse(r.made_day < as_of, 1, 0),
}


def totals(table: t.Table, as_of: int) -> ir.Table:
    """One row: `rows`, the total of each of the table's `sums`, and `counted` (see `counted`)."""
    bound = ibis.table(table.ibis, name=table.name)
    sums = {name: whole(ibis.coalesce(bound[name].sum(), 0)) for name in table.sums}
    counted_ = (
        {}
        if table.name not in COUNTED
        else {"counted": whole(ibis.coalesce(COUNTED[table.name](bound, as_of).sum(), 0))}
    )
    return bound.agg(rows=whole(bound.count()), **sums, **counted_)


def counted_otherwise(found: Mapping[str, int], features: Mapping[str, int]) -> list[Problem]:
    """A problem per table whose rows are not all counted on some account of the extract."""
    pairs = [(name, found[name], features[f"counted_{name}"]) for name in COUNTED]
    return [p for name, rows, joined in pairs for p in equal(f"features.{name}", rows, joined)]


def against_manifest(name: str, found: Mapping[str, int], manifest: Manifest) -> list[Problem]:
    """A problem per total that differs from what the source counted."""
    told = manifest.totals.get(name, {})
    return [
        _broken(f"{name}.{key}", told.get(key), value)
        for key, value in found.items()
        if key != "counted" and told.get(key) != value
    ]


def account_grain(accounts: ir.Table) -> ir.Table:
    """`rows`, distinct accounts, and rows whose past due exceeds their due."""
    odd = ibis.ifelse(accounts.past_due_cents > ibis.greatest(accounts.due_cents, 0), 1, 0)
    return accounts.agg(
        rows=whole(accounts.count()),
        distinct=whole(accounts.account_id.nunique()),
        past_due_above_due=whole(ibis.coalesce(odd.sum(), 0)),
    )


def counted(features: ir.Table) -> ir.Table:
    """What the counters joined to accounts add up to, per table of `COUNTED`."""
    return features.agg(
        rows=whole(features.count()),
        counted_contacts=whole(ibis.coalesce(features.attempts_90.sum(), 0)),
        counted_payments=whole(ibis.coalesce(features.paid_90_cents.sum(), 0)),
        counted_promises=whole(ibis.coalesce(features.promises_made.sum(), 0)),
    )


def doubled(contacts: ir.Table, rows: int) -> ir.Table:
    """Attempts, and distinct (account, day, minute, channel): of all accounts up to `EXACT_ROWS` rows
    of the table, of a thirty-second of them above.
    """
    few = contacts if rows <= EXACT_ROWS else contacts.filter(contacts.account_id % SAMPLE == 0)
    keys = few.group_by("account_id", "day", "minute", "channel").agg(n=few.count())
    return keys.agg(rows=whole(ibis.coalesce(keys.n.sum(), 0)), distinct=whole(keys.count()))


def doubled_problem(rows: int, distinct: int) -> Problem | None:
    """The same attempt under two ids: counted twice it would spoil estimates and limits alike."""
    if not rows or (rows - distinct) * 10_000 <= rows * DOUBLED_SHARE_BP:
        return None
    share = (rows - distinct) * 100 // rows
    what = Text(
        "{s}% 的联系记录重复（同账户、同日、同分钟、同渠道）。",
        "{s}% of the contacts stand twice (same account, day, minute, channel).",
    )
    step = Text(
        "查是否有联系文件导入了两次，冲销后重跑；昨日队列继续有效。",
        "See whether a contact file was imported twice, take it back and run again; yesterday's queues stay in force.",
    )
    return Problem("contacts-doubled", what.format(s=share), "contacts", "", step)


def _broken(record: str, told: object, found: object) -> Problem:
    what = Text("应为 {told}，实为 {found}。", "should be {told} and is {found}.")
    return Problem("identity-broken", what.format(told=told, found=found), record, "", STAY)


def equal(record: str, told: int, found: int) -> list[Problem]:
    return [] if told == found else [_broken(record, told, found)]
