"""A lender's file of any size over invented people, in the plain form that `feeds` reads.

Amounts and lateness are drawn as the lab draws its customers; written in bounded memory. The same seed
and size give the same bytes.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

import numpy as np

from shounuo.kernel.money import Money
from shounuo.lab.nobody import chinese_nobody
from shounuo.lab.response import MONTH_DAYS, draw_customers
from shounuo.lab.world import past_due_on

COLUMNS = (
    "customer",
    "account",
    "name",
    "id_no",
    "title",
    "mobile",
    "currency",
    "balance",
    "minimum",
    "past_due",
    "dpd",
    "due_date",
    "opened_on",
)
BLOCK = 20_000


def rows(accounts: int, as_of: date, seed: int = 1) -> Iterator[dict[str, str]]:
    """`accounts` rows with the values of `COLUMNS`; amounts in yuan with two places."""
    for start in range(0, accounts, BLOCK):
        yield from _block(start, min(BLOCK, accounts - start), as_of, seed)


def _block(start: int, count: int, as_of: date, seed: int) -> Iterator[dict[str, str]]:
    people = draw_customers(count, 1, np.random.default_rng([seed, start]))
    names = Random(seed * 1_000_003 + start)
    late = people.months_late * MONTH_DAYS + people.day_in_month
    owed = past_due_on(people, late)
    for i in range(count):
        number = start + i + 1
        who = chinese_nobody(number, names)
        opened = as_of - timedelta(days=int(people.months_on_book[i]) * MONTH_DAYS + int(late[i]))
        money = (_yuan(x) for x in (people.balance[i], people.instalment[i], owed[i]))
        values = (
            f"C{number:09d}",
            f"A{number:09d}",
            who.name,
            who.id_no,
            who.title,
            who.phone,
            "CNY",
            *money,
            str(late[i]),
            str(as_of - timedelta(days=int(late[i]))),
            str(opened),
        )
        yield dict(zip(COLUMNS, values, strict=True))


def _yuan(cents: int) -> str:
    return Money(int(cents), "CNY").plain()


def write(path: Path, accounts: int, as_of: date, seed: int = 1) -> int:
    """Writes the file as UTF-8 CSV and returns the rows written."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        for row in rows(accounts, as_of, seed):
            writer.writerow(row)
    return accounts
