"""The whole book of a lender against what we knew of it: who is missing, and how many at once."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from shounuo.feeds.mapping.model import LenderMapping
from shounuo.kernel.errors import Problem
from shounuo.kernel.text import Text
from shounuo.records.models import Account, Lender


def not_in_book(lender: Lender, as_of: date) -> QuerySet[Account]:
    """Accounts that the book of `as_of` did not tell and an earlier one did."""
    return Account.objects.filter(lender=lender, as_of__lt=as_of).exclude(facts__has_key="left_on")


def shrank(
    lender: Lender, mapping: LenderMapping, as_of: date | None, rows: int, record: str
) -> Problem | None:
    """A snapshot that lost more accounts than its limit is for a person to look at first."""
    if mapping.manner != "snapshot" or as_of is None:
        return None
    known = not_in_book(lender, as_of).count()
    if rows * 100 >= known * (100 - mapping.shrink_limit_percent):
        return None
    return Problem(
        "snapshot_shrank",
        Text(
            f"上一份有 {known} 个账户，这一份只有 {rows} 行，少了超过 {mapping.shrink_limit_percent}%",
            f"The book had {known} accounts and this file has {rows} rows: more than "
            f"{mapping.shrink_limit_percent} % fewer",
        ),
        record,
        "feeds.book",
        Text(
            "什么都没有导入；向机构核对，确实变少就加 --confirm-shrink",
            "Nothing was imported; ask the lender, and if it is right import with --confirm-shrink",
        ),
    )
