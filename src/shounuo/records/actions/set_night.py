"""When a lender's night runs, and the lender's consent to exploration and a randomised holdout."""

from __future__ import annotations

from datetime import date, datetime

from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.actions._act import Actor, act
from shounuo.records.models import Lender
from shounuo.strategy.strategy_reader import CAPS_BP

LATEST_HOUR = 7  # house policy: queues stand before the first call of their day


def set_night(
    *, lender_id: int, hour: int, runs: bool, actor: Actor, recorded_at: datetime
) -> Lender:
    """`hour`: of the lender's own clock, 0–7; `runs`: whether the night starts by itself at all.

    Raises `Refused` for an hour at which the day's queues would come too late.
    """
    if not 0 <= hour <= LATEST_HOUR:
        raise Refused(_bad_hour(hour))
    with act(actor=actor, recorded_at=recorded_at) as writing:
        lender = Lender.objects.select_for_update().get(pk=lender_id)
        kept = {k: v for k, v in lender.night.items() if k not in ("hour", "off")}
        lender.night = {**kept, "hour": hour, **({} if runs else {"off": True})}
        lender.save(update_fields=["night"])
        writing.event(f"lender:{lender.pk}", "NightHourSet", {"hour": hour, "runs": runs})
        return lender


def consent_to_randomise(
    *,
    lender_id: int,
    since: date | None,
    evidence: str,
    explore_bp: int,
    holdout_bp: int,
    actor: Actor,
    recorded_at: datetime,
) -> Lender:
    """The lender agrees, from `since` on, that at most these shares are drawn by chance.

    Basis points of capacity (exploration) and of callable accounts (holdout). `since` None withdraws
    the consent. Raises `Refused` above the caps (500 and 1,000) and without evidence.
    """
    if since is not None:
        _refuse(evidence, {"explore_bp": explore_bp, "holdout_bp": holdout_bp})
    with act(actor=actor, recorded_at=recorded_at) as writing:
        lender = Lender.objects.select_for_update().get(pk=lender_id)
        before = lender.night.get("randomise")
        kept = {k: v for k, v in lender.night.items() if k != "randomise"}
        told = None
        if since is not None:
            shares = {"explore_bp": explore_bp, "holdout_bp": holdout_bp}
            told = {"since": since.isoformat(), "evidence": evidence.strip(), **shares}
        lender.night = {**kept, "randomise": told} if told else kept
        lender.save(update_fields=["night"])
        if told is not None:
            writing.event(f"lender:{lender.pk}", "RandomisingConsented", told)
        elif before:
            payload = {"was": before, "evidence": evidence.strip()}
            writing.event(f"lender:{lender.pk}", "RandomisingWithdrawn", payload)
        return lender


def _refuse(evidence: str, shares: dict[str, int]) -> None:
    if not evidence.strip():
        said = Text("没有委托机构的书面依据", "The lender's letter is not named")
        raise Refused(_not_recorded(said, ""))
    for name, share in shares.items():
        if not 0 <= share <= CAPS_BP[name]:
            said = Text(
                "份额 {n}% 超出 0 至 {cap}%", "A share of {n}% is not between 0 and {cap}%"
            ).format(n=f"{share / 100:g}", cap=CAPS_BP[name] // 100)
            raise Refused(_not_recorded(said, name))


def _not_recorded(said: Text, record: str) -> Problem:
    step = Text(
        "写明同意函编号；探索不超过 5%，留白不超过 10%。",
        "Give the letter's number; exploration up to 5%, holdout up to 10%.",
    )
    return Problem("consent_not_recorded", said, record, "strategy.consent", step)


def _bad_hour(hour: int) -> Problem:
    step = Text(
        "选 0 至 7 点：队列须在当天第一通电话之前排好。",
        "Choose 0 to 7: the queues must stand before the first call of their day.",
    )
    what = Text("夜间任务的钟点为 {n}", "The night's hour is {n}").format(n=hour)
    return Problem("night-hour", what, str(hour), "", step)
