"""Which person a contact point reaches. A person with two numbers is one person.

The customer is one person by the record; anybody else is known by the name the point was given under
this customer, and without a name each point is its own person.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from shounuo.records.models import ContactPoint
from shounuo.records.queries.gate_rows import PointRow
from shounuo.rules.proposed import Role


def customer_person(customer_id: int) -> str:
    """The customer's id as a person of the rules."""
    return f"customer:{customer_id}"


@dataclass(frozen=True, slots=True)
class People:
    """Point id -> the first point of the same person, among one customer's points."""

    first: dict[int, int] = field(default_factory=dict)

    def of(self, customer_id: int, role: str, point_id: int | None) -> str | None:
        """The person a point of that role reaches; None when the point was not recorded."""
        if role == Role.CUSTOMER:
            return customer_person(customer_id)
        return f"point:{self.first.get(point_id, point_id)}" if point_id else None

    def at(self, point: ContactPoint) -> str:
        """The person of a recorded point."""
        person = self.of(point.customer_id, point.role, point.pk)
        assert person is not None, "a point that is not recorded reaches nobody"
        return person


def people_of(points: Iterable[PointRow]) -> People:
    """Points in the order they were recorded; the first of a name stands for the person."""
    named: dict[str, int] = {}
    first = {}
    for point in points:
        name = "".join(point.person.split()).casefold()
        first[point.id] = named.setdefault(name, point.id) if name else point.id
    return People(first)
