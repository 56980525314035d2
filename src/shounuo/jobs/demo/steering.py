"""How the demo's lead steers: a challenger beside the house's strategy, the lender's consent, the roster.

A holdout means something only where a night runs before every working day: between two nights who was held
out would be called. So the quick demo has a challenger, and only the one with a long past a holdout too.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from importlib.resources import files

from shounuo.kernel.calendar_file import calendar
from shounuo.records.actions.plan_shift import plan_shift
from shounuo.records.actions.save_strategy import publish_strategy, save_strategy
from shounuo.records.actions.set_night import consent_to_randomise
from shounuo.records.models import Lender, Staff, Team

CHALLENGER_BP = 4_000
EXPLORE_BP, HOLDOUT_BP = 200, 1_000
HOUSE = "experiment: {explore_bp: 0, holdout_bp: 0, salt: house}"
DAY_SHIFT, SATURDAY_SHIFT = (time(9), time(18)), (time(9), time(13))
PLANNED_AHEAD = 12  # days


def steer(lender: Lender, lead: Staff, begin: datetime, *, randomise: bool) -> None:
    """In force from the first night on."""
    if randomise:
        consent_to_randomise(
            lender_id=lender.pk,
            since=begin.date(),
            evidence="江海卡部函〔2026〕17号",
            explore_bp=EXPLORE_BP,
            holdout_bp=HOLDOUT_BP,
            actor=lead,
            recorded_at=begin,
        )
    house = files("shounuo.strategy").joinpath("house.yaml").read_text(encoding="utf-8")
    if randomise:
        drawn = f"experiment: {{explore_bp: {EXPLORE_BP}, holdout_bp: {HOLDOUT_BP}, salt: house}}"
        house = house.replace(HOUSE, drawn)
    largest = house.replace("name: house", "name: largest", 1)
    for segment in ("early", "rest"):
        largest = largest.replace(
            f"  - key: {segment}\n", f"  - key: {segment}\n    order: largest\n"
        )
    for body, role, note in (
        (house, "champion", "按每小时价值排"),
        (largest, "challenger", "同样的分段，大额在前：是否更好？"),
    ):
        saved = save_strategy(lender=lender, body=body, note=note, staff=lead, recorded_at=begin)
        publish_strategy(
            version_id=saved.pk,
            role=role,
            challenger_bp=CHALLENGER_BP if role == "challenger" else 0,
            staff=lead,
            recorded_at=begin,
        )


def plan(team: Team, lead: Staff, past: Sequence[date], at: datetime) -> None:
    """All worked on the past days; of the days to come one in turn is off, and one is there on Saturday."""
    people = list(Staff.objects.filter(team=team, role="collector").order_by("staff_no"))
    today, open_days = at.date(), calendar(team.lender.calendar)
    for day in (*past, *(today + timedelta(days=n) for n in range(PLANNED_AHEAD))):
        off = people[day.toordinal() % len(people)] if day > today and len(people) > 1 else None
        for person in people:
            hours = DAY_SHIFT if open_days.is_business_day(day) and person != off else None
            if day.weekday() == 5 and person == off and not open_days.is_business_day(day):
                hours = SATURDAY_SHIFT
            if hours is not None:
                plan_shift(staff=person, day=day, hours=hours, actor=lead, recorded_at=at)
