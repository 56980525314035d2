"""Fills an empty home with the demo floor, its past, and a clock set into its working hours."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from shounuo.jobs.demo.calls import speak
from shounuo.jobs.demo.days import Floor, Truth
from shounuo.jobs.demo.house import House, make_house
from shounuo.jobs.demo.portfolio import Portfolio, portfolio
from shounuo.jobs.nightly import run_night
from shounuo.kernel.calendar_file import calendar
from shounuo.records.actions.take_accounts import take_accounts
from shounuo.records.models import Account, Lender, Staff
from shounuo.records.sealing import keyed_hash
from shounuo.settings import clock

BATCH = 200
SEED = 20261120
SHANGHAI = ZoneInfo("Asia/Shanghai")


def demo_now(real: datetime) -> datetime:
    """Ten in the morning in Shanghai of the last business day that is over: calls are open there."""
    cn = calendar("cn")
    day = real.astimezone(SHANGHAI).date() - timedelta(days=1)
    while not cn.is_business_day(day):
        day -= timedelta(days=1)
    return datetime.combine(day, time(10), SHANGHAI)


def fill(now: datetime, *, accounts: int, days: int, say: Callable[[str], None]) -> House:
    """Makes the house, imports `accounts` cards, and plays `days` working days up to yesterday."""
    past = _working_days(now.astimezone(SHANGHAI).date(), days)
    house = make_house(now)
    begin = datetime.combine(past[0], time(6), SHANGHAI)
    bank = portfolio(accounts, past[0], SEED)
    floor = _floor(house.bank, bank, "m1-1", begin)
    american = portfolio(max(20, accounts // 10), past[0], SEED + 1, american=True)
    _take(house.american, american, begin)
    for number, day in enumerate(past, start=1):
        floor.play(day)
        if number % 10 == 0 or number == len(past):
            say(f"{number}/{len(past)} {day}")
    with clock.held_at(now.replace(hour=3)):
        run_night(house.bank, now.date(), "demo")
    say(f"{speak(now, Random(SEED))} calls inspected")  # noqa: S311 - a demo, not a secret
    return house


def _working_days(today: date, count: int) -> list[date]:
    cn, found = calendar("cn"), list[date]()
    day = today
    while len(found) < count:
        day -= timedelta(days=1)
        if cn.is_business_day(day):
            found.append(day)
    return found[::-1]


def _take(lender: Lender, made: Portfolio, at: datetime) -> None:
    for start in range(0, len(made.rows), BATCH):
        rows = made.rows[start : start + BATCH]
        take_accounts(lender=lender, rows=rows, actor="demo", recorded_at=at)


def _floor(lender: Lender, made: Portfolio, team: str, at: datetime) -> Floor:
    _take(lender, made, at)
    owners = dict(Account.objects.filter(lender=lender).values_list("ref_hash", "customer"))
    truth = {
        owners[keyed_hash(row.account_ref, kind="account")]: Truth(
            float(made.truth.answers[i]), float(made.truth.promises[i]), float(made.truth.keeps[i])
        )
        for i, row in enumerate(made.rows)
    }
    staff = list(Staff.objects.filter(team__code=team, role="collector").order_by("staff_no"))
    return Floor(lender, staff, truth, Random(SEED))  # noqa: S311 - a demo, not a secret
