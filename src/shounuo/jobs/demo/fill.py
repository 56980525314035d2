"""Fills an empty home with the demo floor, its past, and a clock set into its working hours."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from shounuo.jobs.demo.american import call_in_english
from shounuo.jobs.demo.book import make_book
from shounuo.jobs.demo.calls import speak
from shounuo.jobs.demo.days import Floor, Truth
from shounuo.jobs.demo.house import House, make_house
from shounuo.jobs.demo.listening import listen
from shounuo.jobs.demo.morning import press_too_eagerly
from shounuo.jobs.demo.portfolio import Portfolio, portfolio
from shounuo.jobs.demo.ratings import rate
from shounuo.jobs.demo.steering import plan, steer
from shounuo.jobs.nightly import home_of, model_of, run_night
from shounuo.kernel.calendar_file import calendar
from shounuo.records.actions.take_accounts import take_accounts
from shounuo.records.models import Lender, Staff
from shounuo.settings import clock
from shounuo.strategy.training import train

BATCH = 200
SEED = 20261120
NIGHT_EVERY = 4  # working days: enough nights to learn from, few enough to wait for
QUIET_CALLS, BUSY_CALLS, BUSY_DAYS = (
    5,
    14,
    10,
)  # a collector's day; the board opens on the last two weeks
SHANGHAI = ZoneInfo("Asia/Shanghai")


def demo_now(real: datetime) -> datetime:
    """Ten in the morning in Shanghai of the last business day that is over: calls are open there."""
    cn = calendar("cn")
    day = real.astimezone(SHANGHAI).date() - timedelta(days=1)
    while not cn.is_business_day(day):
        day -= timedelta(days=1)
    return datetime.combine(day, time(10), SHANGHAI)


def fill(
    now: datetime, *, accounts: int, days: int, deep: bool = False, say: Callable[[str], None]
) -> House:
    """Makes the house, imports `accounts` cards, and plays `days` working days up to yesterday.

    `deep`: full days throughout, a night before each of them and a randomised holdout, so that estimates
    can be learned and the effect of calling be read; some minutes instead of one.
    """
    past = _working_days(now.astimezone(SHANGHAI).date(), days)
    house = make_house(now)
    begin = datetime.combine(past[0], time(6), SHANGHAI)
    floor = _floor(house.bank, portfolio(accounts, past[0], SEED), "m1-1", past)
    american = portfolio(max(20, accounts // 10), past[0], SEED + 1, american=True)
    _take(house.american, american, begin)
    leads = {lead.team_id: lead for lead in Staff.objects.filter(role="lead")}
    for team in house.teams.values():
        plan(team, leads[team.pk], past, now.astimezone(ZoneInfo(team.lender.zone)))
    steer(house.bank, leads[house.teams["m1-1"].pk], begin, randomise=deep)
    house.bank.refresh_from_db()  # the consent is among its settings
    for number, day in enumerate(past, start=1):
        busy = deep or len(past) - number < BUSY_DAYS
        floor.calls_a_day = BUSY_CALLS if busy else QUIET_CALLS
        floor.play(day)
        if deep and number < len(past):
            floor.rest(day, past[number])
        if (deep or number % NIGHT_EVERY == 0) and number < len(past):
            _night(house.bank, past[number] if deep else day + timedelta(days=1))
        if number % 10 == 0 or number == len(past):
            say(f"{number}/{len(past)} {day}")
    _learn(house.bank)
    _night(house.bank, now.astimezone(SHANGHAI).date())
    opening = datetime.combine(now.astimezone(SHANGHAI).date(), time(8), SHANGHAI)
    eager = Staff.objects.filter(team__code="m1-1", role="collector").order_by("-staff_no")[0]
    say(f"{press_too_eagerly(house.bank, eager, opening)} presses blocked this morning")
    english = call_in_english(Staff.objects.get(team__code="us-1", role="collector"), now)
    say(f"{english} calls in English")
    spoken = speak(now, Random(SEED))  # noqa: S311 - a demo, not a secret
    say(f"{spoken} calls inspected, {listen(now)} of them heard by an inspector")
    say(f"{rate(now, Random(SEED))} calls rated by their customers")  # noqa: S311
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


def _floor(lender: Lender, made: Portfolio, team: str, past: list[date]) -> Floor:
    where = {row.account_ref: i for i, row in enumerate(made.rows)}
    truth = made.truth
    keeps = truth.keep_chance(truth.months_late)

    def truth_of(account_ref: str) -> Truth:
        i = where[account_ref]
        return Truth(float(truth.answers[i]), float(truth.promises[i]), float(keeps[i]))

    luck = Random(SEED)  # noqa: S311 - a demo, not a secret
    staff = list(Staff.objects.filter(team__code=team, role="collector").order_by("staff_no"))
    book = make_book(made.rows, past[0], past[-1], Random(SEED + 2))  # noqa: S311
    answers = Random(SEED + 3)  # noqa: S311
    return Floor(lender, staff, truth_of, book, luck, answers)


def _night(lender: Lender, day: date) -> None:
    """The night before `day`, at three in the morning."""
    with clock.held_at(datetime.combine(day, time(3), SHANGHAI)):
        run_night(lender, day, "demo")


def _learn(lender: Lender) -> None:
    """The house's own estimates from the nights so far, as `shounuo strategy train` makes them."""
    home, model = home_of(lender), model_of(lender)
    extracts = sorted(home.glob("extract-*"))
    if not extracts:
        return
    model.parent.mkdir(parents=True, exist_ok=True)
    train(home, extracts[-1], model)
