"""The demo's lenders, teams and people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.hashers import make_password

from shounuo.records.models import Lender, Staff, Team

PASSWORD = "shounuo-demo"  # noqa: S105 - printed for everybody who runs the demo
POLICY = {
    "cure_tolerance_minor": 100,
    "kp_target": [0.55, 0.8],
    "promise_limits": {
        "floor_minor": 10_000,
        "max_days_ahead": 3,
        "max_open": 1,
        "second_after_broken": True,
        "max_parts": 3,
    },
    "settlement": {
        "expected_sources": ["core"],
        "timetables": [{"source": "core", "business_days_after": 1}],
    },
}
# (number, name, role, team)
PEOPLE = [
    ("1001", "张敏", "collector", "m1-1"),
    ("1002", "包刚", "collector", "m1-1"),
    ("1003", "陈晓", "collector", "m1-1"),
    ("1004", "罗文", "collector", "m1-1"),
    ("2001", "李青", "lead", "m1-1"),
    ("1101", "Dana Reyes", "collector", "us-1"),
    ("2101", "Morgan Blake", "lead", "us-1"),
    ("3001", "沈清", "inspector", None),
    ("3002", "唐宁", "inspector", None),
    ("3003", "Robin Ellis", "inspector", None),
    ("3101", "邓师", "trainer", "m1-1"),
    ("4001", "何律", "compliance", None),
    ("9001", "系统管理", "admin", None),
]


@dataclass(frozen=True, slots=True)
class House:
    bank: Lender
    american: Lender
    teams: dict[str, Team]


def make_house(now: datetime) -> House:
    """Two lenders, two teams, thirteen people. The lines' recording counts as checked for the demo."""
    contact = {"expected_call_seconds": 300, "recording_check_hours": 24 * 90}
    bank = Lender.objects.create(
        code="jianghai",
        full_name="江海银行股份有限公司信用卡中心",
        full_name_en="Jianghai Bank Credit Card Centre",
        policy=POLICY,
        contact_settings={**contact, "collecting_parties": ["jianghai"]},
    )
    american = Lender.objects.create(
        code="harbor-point",
        full_name="Harbor Point Bank",
        full_name_en="Harbor Point Bank",
        country="US",
        zone="America/Los_Angeles",
        currency="USD",
        calendar="us",
        rule_pack="us",
        approved_agencies=["Keel Recovery LLC"],
        policy={**POLICY, "promise_limits": {**POLICY["promise_limits"], "max_days_ahead": 14}},
        contact_settings={**contact, "collecting_parties": ["Keel Recovery LLC"]},
    )
    line = {"line_approved": True, "recording_works": True, "recording_checked_at": now}
    teams = {
        "m1-1": Team.objects.create(
            code="m1-1", name="M1-1组", name_en="M1-1", lender=bank, line="4001", **line
        ),
        "us-1": Team.objects.create(
            code="us-1",
            name="US-1",
            lender=american,
            organisation="Keel Recovery LLC",
            line="5550",
            **line,
        ),
    }
    hashed = make_password(PASSWORD)  # once: hashing is slow on purpose
    for number, name, role, team in PEOPLE:
        Staff.objects.create(
            staff_no=number,
            password=hashed,
            name=name,
            role=role,
            team=teams.get(team or ""),
            language="en" if name.isascii() else "zh-hans",
            promise_limits={"floor_minor": 5_000, "max_days_ahead": 10, "max_open": 2}
            if role == "lead"
            else {},
        )
    return House(bank, american, teams)
