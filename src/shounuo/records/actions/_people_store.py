"""Customers and the ways to reach them, of one batch of a lender's file, written in bulk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from shounuo.records.actions._insert import insert
from shounuo.records.actions._rewrite import rewrite
from shounuo.records.actions.account_rows import AccountRow
from shounuo.records.models import ContactPoint, Customer, Lender
from shounuo.records.sealing import keyed_hash

TOLD = ("name", "id_no", "title")  # what a later file may tell anew of a person


@dataclass(frozen=True, slots=True)
class Keyed:
    """A row with the keyed hashes it is found by; made before anything is locked."""

    row: AccountRow
    customer: str
    account: str
    id_no: str
    points: tuple[str, ...]


def keyed(rows: Iterable[AccountRow]) -> list[Keyed]:
    return [
        Keyed(
            row,
            keyed_hash(row.customer_ref, kind="customer"),
            keyed_hash(row.account_ref, kind="account"),
            keyed_hash(row.id_no, kind="id"),
            tuple(keyed_hash(point.value, kind=point.kind) for point in row.points),
        )
        for row in rows
    ]


def people_of(lender: Lender, told: Sequence[Keyed]) -> dict[str, Customer]:
    """Key -> customer, the known ones locked in order of their ids, the others made; and the ways to
    reach them that are not known yet. A known way is left as it stands."""
    rows = {one.customer: one for one in told}
    known = Customer.objects.filter(lender=lender, ref_hash__in=rows)
    found = {c.ref_hash: c for c in known.select_for_update().order_by("pk")}
    fresh = [_customer(lender, one) for key, one in rows.items() if key not in found]
    insert(fresh)
    there = _known_points([customer.pk for customer in found.values()])
    found |= {customer.ref_hash: customer for customer in fresh}
    insert(_new_points(found, told, there), ignore=True)
    return found


def _customer(lender: Lender, one: Keyed) -> Customer:
    row = one.row
    return Customer(
        lender_id=lender.pk,
        ref_hash=one.customer,
        ref=row.customer_ref,
        name=row.name,
        id_no=row.id_no,
        id_hash=one.id_no,
        title=row.title,
        zone=row.zone,
        place=row.place,
        language=row.language or "zh",
        invented=sorted(row.invented),
    )


def retell(customers: Mapping[str, Customer], newer: Iterable[Keyed]) -> int:
    """What rows of a later day say anew of people known already; how many changed.

    A file that is silent about a name leaves the name there is. Who was erased stays erased.
    """
    changed: dict[int, Customer] = {}
    for one in newer:
        person = customers[one.customer]
        fresh = {name: getattr(one.row, name) for name in TOLD if getattr(one.row, name)}
        if person.erased_at is None and any(getattr(person, n) != v for n, v in fresh.items()):
            for name, value in fresh.items():
                setattr(person, name, value)
            person.id_hash = keyed_hash(person.id_no, kind="id")
            changed[person.pk] = person
    rewrite(changed.values(), [*TOLD, "id_hash"])
    return len(changed)


_Way = tuple[int, str, str, str]  # customer, role, kind, hash of the value


def _known_points(customer_ids: Sequence[int]) -> set[_Way]:
    if not customer_ids:
        return set()
    rows = ContactPoint.objects.filter(customer__in=customer_ids)
    return set(rows.values_list("customer_id", "role", "kind", "value_hash"))


def _new_points(
    customers: Mapping[str, Customer], told: Sequence[Keyed], known: set[_Way]
) -> list[ContactPoint]:
    fresh = []
    for one in told:
        for point, value_hash in zip(one.row.points, one.points, strict=True):
            way = (customers[one.customer].pk, point.role, point.kind, value_hash)
            if way not in known:
                known.add(way)
                fresh.append(
                    ContactPoint(
                        customer_id=way[0],
                        role=point.role,
                        relation=point.relation,
                        person=point.person,
                        kind=point.kind,
                        value=point.value,
                        value_hash=value_hash,
                        place=point.place,
                        source=point.source,
                    )
                )
    return fresh
