"""Locks, always taken in this order: person, then number, then case, account, chain heads.

On PostgreSQL these are row locks; on SQLite the transaction is IMMEDIATE and holds the one
write lock already, so the same code is right on both.
"""

from __future__ import annotations

from shounuo.records.models import Account, Case, Customer, NumberLock


def lock_customer(customer_id: int) -> Customer:
    return Customer.objects.select_for_update().get(pk=customer_id)


def lock_number(value_hash: str) -> None:
    """Locks a number across all customers it belongs to; empty hashes lock nothing."""
    if not value_hash:
        return
    NumberLock.objects.bulk_create([NumberLock(value_hash=value_hash)], ignore_conflicts=True)
    NumberLock.objects.select_for_update().get(pk=value_hash)


def lock_case(case_id: int) -> Case:
    return Case.objects.select_for_update().get(pk=case_id)


def lock_accounts(account_ids: list[int]) -> list[Account]:
    return list(Account.objects.select_for_update().filter(pk__in=account_ids).order_by("pk"))
