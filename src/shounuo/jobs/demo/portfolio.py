"""The demo's accounts: invented people on the simulator's balances and buckets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

import numpy as np

from shounuo.lab.nobody import Nobody, american_nobody, chinese_nobody
from shounuo.lab.response import Customers, draw_customers
from shounuo.records.actions.account_rows import AccountRow, PointRow

INVENTED = ("name", "id_no", "points")


@dataclass(frozen=True, slots=True)
class Portfolio:
    """Account rows as of a day, and the hidden truth about who answers and pays (by row)."""

    rows: list[AccountRow]
    truth: Customers


def portfolio(n: int, as_of: date, seed: int, *, american: bool = False) -> Portfolio:
    """`n` overdue cards of invented people, deterministic in `seed`."""
    truth = draw_customers(n, 1, np.random.default_rng(seed))
    random = Random(seed)  # noqa: S311 - a demo, not a secret
    rows = [_row(i, as_of, truth, random, american) for i in range(n)]
    return Portfolio(rows, truth)


def _row(i: int, as_of: date, truth: Customers, random: Random, american: bool) -> AccountRow:
    who = american_nobody(i, random) if american else chinese_nobody(i, random)
    days = int(truth.months_late[i]) * 30 + int(truth.day_in_month[i])
    past_due = int(truth.instalment[i]) * (int(truth.months_late[i]) + 1)
    total = max(int(truth.balance[i]), past_due)
    due = min(total, past_due + int(total * random.uniform(0.1, 0.6)))
    return AccountRow(
        row_no=i + 2,
        customer_ref=f"{'HP' if american else 'JH'}{i:07d}",
        account_ref=f"{'4000' if american else '6200'}-{i:08d}",
        as_of=as_of,
        currency="USD" if american else "CNY",
        figures=_figures(as_of, days, past_due, due, total, random),
        name=who.name,
        id_no=who.id_no,
        title=who.title,
        zone="America/Los_Angeles" if american else "Asia/Shanghai",
        place="US-CA" if american else "CN",
        language="en" if american else "zh",
        opened_on=as_of - timedelta(days=30 * int(truth.months_on_book[i])),
        tail=f"{(i * 7919) % 10000:04d}",
        times_in_collection=int(truth.times_before[i]),
        worst_bucket=f"M{min(7, int(truth.months_late[i]) + 1)}",
        points=tuple(_points(i, who, random, american)),
        invented=INVENTED,
    )


def _figures(
    as_of: date, days: int, past_due: int, due: int, total: int, random: Random
) -> dict[str, object]:
    return {
        "total_cents": total,
        "statement_cents": due,
        "minimum_cents": past_due,
        "past_due_cents": past_due,
        "lender_due_cents": due,
        "days_past_due": days,
        "due_date": as_of - timedelta(days=days),
        "statement_date": as_of - timedelta(days=days + 20),
        "autopay": random.choice(("none", "none", "min")),
        "last_payment_on": as_of - timedelta(days=days + random.randint(5, 40)),
        "last_payment_cents": int(past_due * random.choice((0.5, 1, 1, 2))),
    }


def _points(i: int, who: Nobody, random: Random, american: bool) -> Iterator[PointRow]:
    yield PointRow(who.phone, place="mobile", source="contract")
    if not american and random.random() < 0.5:
        relative = chinese_nobody(500_000 + i, random)
        yield PointRow(
            relative.phone,
            role="third_party",
            relation=random.choice(("配偶", "父母", "朋友", "同事")),
            person=relative.name,
            source="left_contact_informed",
        )
