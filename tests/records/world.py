"""A small world for tests: a lender, a team, two collectors, customers with overdue cards.

Everything goes through the product's own actions; nothing is written past them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache

from django.contrib.auth.hashers import make_password

from shounuo.records.actions.account_rows import AccountRow, PointRow
from shounuo.records.actions.take_accounts import take_accounts
from shounuo.records.models import Case, ContactPoint, Lender, Staff, Team

AS_OF = date(2026, 11, 20)
NOON = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)  # 12:00 in Shanghai, a Friday

POLICY = {
    "promise_limits": {"floor_minor": 100, "max_days_ahead": 3, "max_open": 2},
    "settlement": {"expected_sources": ["core"], "timetables": [{"source": "core"}]},
}
CONTACT_SETTINGS = {"collecting_parties": ["jianghai"], "expected_call_seconds": 300}


@dataclass
class World:
    lender: Lender
    team: Team
    anna: Staff
    bao: Staff
    lead: Staff
    cases: list[Case] = field(default_factory=list)

    def case(self, number: int = 0) -> Case:
        return Case.objects.select_related("customer", "lender").get(pk=self.cases[number].pk)

    def point(self, number: int = 0) -> ContactPoint:
        return ContactPoint.objects.get(customer=self.cases[number].customer, role="customer")


@cache
def hashed() -> str:
    """The password "x", hashed once a session: hashing is slow on purpose."""
    return make_password("x")


def make_world(customers: int = 1, **lender_fields: object) -> World:
    """A lender whose team may call: recording checked, line approved, nobody else collecting."""
    lender = Lender.objects.create(
        code="jianghai",
        full_name="江海银行股份有限公司信用卡中心",
        full_name_en="Jianghai Bank Credit Card Centre",
        policy=POLICY,
        contact_settings=CONTACT_SETTINGS,
        **lender_fields,
    )
    team = Team.objects.create(
        code="m1-3",
        name="M1-3组",
        lender=lender,
        line="4009",
        line_approved=True,
        recording_works=True,
        recording_checked_at=NOON,
    )
    staff = [
        Staff.objects.create(staff_no=no, password=hashed(), name=name, role=role, team=team)
        for no, name, role in [
            ("1001", "张敏", "collector"),
            ("1002", "包刚", "collector"),
            ("2001", "李青", "lead"),
        ]
    ]
    world = World(lender, team, *staff)
    take_accounts(
        lender=lender,
        rows=[account_row(n) for n in range(customers)],
        actor="test",
        recorded_at=NOON,
    )
    world.cases = list(Case.objects.order_by("pk"))
    return world


def account_row(number: int, **changes: object) -> AccountRow:
    """Card `number`: 14,000.00 due, 7,108.35 past due, twelve days late."""
    figures = {
        "total_cents": 1_400_000,
        "statement_cents": 1_400_000,
        "minimum_cents": 710_835,
        "past_due_cents": 710_835,
        "days_past_due": 12,
        "due_date": date(2026, 11, 8),
    }
    row = {
        "row_no": number + 2,
        "customer_ref": f"C{number:06}",
        "account_ref": f"6200-0000-{number:06}",
        "as_of": AS_OF,
        "currency": "CNY",
        "figures": figures,
        "name": "王建国",
        "id_no": f"00000019900101{number:04}",
        "zone": "Asia/Shanghai",
        "place": "CN",
        "tail": f"{number % 10000:04}",
        "points": (PointRow(f"1110000{number:04}", source="contract", place="mobile"),),
    }
    return AccountRow(**(row | changes))  # type: ignore[arg-type]
