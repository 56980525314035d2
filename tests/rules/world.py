"""A plain lawful mainland contact, to be changed one fact at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from shounuo.rules.facts import Facts
from shounuo.rules.past import PastContact
from shounuo.rules.proposed import (
    Address,
    Channel,
    Collector,
    CollectorKind,
    Content,
    Line,
    Proposed,
    Role,
)
from shounuo.rules.standing import Creditor, Customer, Debt, Location

BEIJING = ZoneInfo("Asia/Shanghai")
NOON = datetime(2026, 6, 17, 12, 0, tzinfo=BEIJING)
NUMBER = Address("n1", source="contract")


def facts(**changes: Any) -> Facts:
    """Lender's staff call the customer at noon about one open consumer debt: allowed."""
    plain = Facts(
        Proposed(
            NOON,
            Channel.CALL,
            "c1",
            Role.CUSTOMER,
            Collector(CollectorKind.LENDER_STAFF, "bank", "s1"),
            ("d1",),
            contact_id="k1",
            address=NUMBER,
            line=Line("l1", approved=True, private=False),
            content=Content(names_institution=True),
            expected_duration=timedelta(minutes=5),
            recording_works=True,
            first_contact=False,
        ),
        Creditor("bank", "CN", "bank", frozenset({"agency"})),
        Customer("c1", (Location("Asia/Shanghai", country="CN"),), (NUMBER,), adult=True),
        (Debt("d1", "consumer", "credit_card", settled=False, plan="none"),),
        other_parties=(),
    )
    return replace(plain, **changes)


def proposing(base: Facts | None = None, **changes: Any) -> Facts:
    """The same with other words about the proposed contact."""
    base = base or facts()
    return replace(base, proposed=replace(base.proposed, **changes))


def at(hour: int, minute: int = 0, day: int = 17, month: int = 6, year: int = 2026) -> datetime:
    """That time in Beijing."""
    return datetime(year, month, day, hour, minute, tzinfo=BEIJING)


def call(when: datetime, connected: bool | None = True, **more: Any) -> PastContact:
    """A call to the customer on the plain number."""
    told = {"person_id": "c1", "address_id": "n1", "organisation": "bank"} | more
    return PastContact(when, Channel.CALL, connected=connected, **told)
