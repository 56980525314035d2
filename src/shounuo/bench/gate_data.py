"""Customers with a month of contacts behind them, for measuring the gate: written by the database itself.

A few rows are made through the models; the database multiplies them, so that ten million take minutes.
The same size is always the same data. Kept for next time.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import connection, models

from shounuo.records.models import (
    Account,
    Case,
    Contact,
    ContactPoint,
    Customer,
    Lender,
    Staff,
    Team,
)

NOON = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)
DAYS = 30
MOMENTS = 300  # distinct moments and outcomes that contacts are drawn from
CHUNK = 500_000
CODE = "bench"


def build(accounts: int, contacts: int) -> None:
    """One account, number and case a customer; contacts spread evenly over customers and the month.

    Raises RuntimeError on a database that holds anything else.
    """
    size = {"accounts": accounts, "contacts": contacts}
    lender = Lender.objects.first()
    if lender is not None:
        if lender.code != CODE or lender.policy != size:
            raise RuntimeError(f"{connection.alias}: not an empty database, nor one of {size}")
        return
    lender, team, staff = _house()
    first = _person(lender, team)
    moments = _moments(first, staff)
    _people(accounts - 1)
    _contacts(contacts, accounts, moments)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    lender.policy = size
    lender.save()


def _house() -> tuple[Lender, Team, Staff]:
    lender = Lender.objects.create(
        id=1, code=CODE, full_name="测速银行", contact_settings={"collecting_parties": []}
    )
    team = Team.objects.create(
        id=1,
        code=CODE,
        name=CODE,
        lender=lender,
        line="1",
        line_approved=True,
        recording_works=True,
        recording_checked_at=NOON,
    )
    return lender, team, Staff.objects.create(staff_no="b1", name="b", role="collector", team=team)


def _person(lender: Lender, team: Team) -> Case:
    customer = Customer.objects.create(
        id=1, lender=lender, ref_hash="r1", zone="Asia/Shanghai", place="CN"
    )
    ContactPoint.objects.create(id=1, customer=customer, value_hash="n1", source="contract")
    Account.objects.create(
        id=1, lender=lender, customer=customer, ref_hash="a1", currency="CNY",
        as_of=NOON.date(), total_cents=100_000, bucket="M1",
    )  # fmt: skip
    return Case.objects.create(
        id=1, lender=lender, customer=customer, team=team, opened_at=NOON, currency="CNY"
    )


def _moments(case: Case, staff: Staff) -> int:
    """Contact rows to multiply: spread over the month, one in three connected. Their number."""
    step = timedelta(days=DAYS) / MOMENTS
    rows = [
        Contact(
            id=n + 1, case=case, customer_id=1, point_id=1, number_hash="n1", channel="call",
            role="customer", actor=staff, debts=[1], opened_at=NOON - step * (n + 1),
            state="ended", connected=n % 3 == 0, request_key=f"m{n}",
            outcome="connected" if n % 3 == 0 else "no_answer",
        )
        for n in range(MOMENTS)
    ]  # fmt: skip
    Contact.objects.bulk_create(rows)
    return len(rows)


def _people(more: int) -> None:
    own = {"id": "i + 1"}
    for_customer = own | {"customer_id": "i + 1"}
    _multiply(Customer, more, own | {"ref_hash": "'r' || (i + 1)"})
    _multiply(ContactPoint, more, for_customer | {"value_hash": "'n' || (i + 1)"})
    _multiply(Account, more, for_customer | {"ref_hash": "'a' || (i + 1)"})
    _multiply(Case, more, for_customer)


def _contacts(wanted: int, accounts: int, moments: int) -> None:
    """The i-th further contact belongs to customer i mod accounts, at one of the moments."""
    person = f"(1 + i % {accounts})"
    drawn = f"(1 + (i * 7 + i / {accounts}) % {moments})"
    own = {
        "id": f"{moments} + i",
        "case_id": person,
        "customer_id": person,
        "point_id": person,
        "number_hash": f"'n' || {person}",
        "request_key": "'k' || i",
    }
    _multiply(Contact, wanted - moments, own, drawn)


def _multiply(model: type[models.Model], count: int, own: dict[str, str], like: str = "1") -> None:
    """`count` rows as row `like` is, but for the expressions in `own` (of i from 1)."""
    table, columns = model._meta.db_table, [f.column for f in model._meta.concrete_fields]
    names = ", ".join(f'"{column}"' for column in columns)
    values = ", ".join(own.get(column, f't."{column}"') for column in columns)
    for start in range(1, count + 1, CHUNK):
        stop = min(start + CHUNK - 1, count)
        _run(
            f'INSERT INTO "{table}" ({names}) '
            f"WITH RECURSIVE n(i) AS (SELECT {start} UNION ALL SELECT i + 1 FROM n WHERE i < {stop}) "
            f'SELECT {values} FROM n JOIN "{table}" t ON t.id = {like}'
        )


def _run(sql: str, *values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values or None)
