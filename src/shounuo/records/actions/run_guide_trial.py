"""Beginning and ending a trial of two guide versions. A trial is never changed while it runs."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from shounuo.guides.assignment import Trial
from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.actions._act import act
from shounuo.records.models import GuideTrial, Staff
from shounuo.records.queries.guide_trials import running_on
from shounuo.records.queries.guides import published


def begin_trial(*, trial: Trial, staff: Staff, today: date, recorded_at: datetime) -> GuideTrial:
    """Both versions are published and of one guide; neither is in another trial. Raises `Refused`."""
    with act(actor=staff, recorded_at=recorded_at) as writing:
        _refuse(trial, today)
        row = GuideTrial.objects.create(
            trial=trial.id,
            first=trial.guide_a,
            second=trial.guide_b,
            share_bp=round(trial.share_b * 10_000),
            starts_on=trial.begins,
            ends_on=None if trial.ends == date.max else trial.ends,
            started_by=staff,
        )
        payload = {"trial": row.trial, "first": row.first, "second": row.second, "share_bp": row.share_bp}  # fmt: skip
        writing.event(_chain(row), "GuideTrialBegun", payload)
        return row


def end_trial(*, trial_id: int, staff: Staff, today: date, recorded_at: datetime) -> GuideTrial:
    """The trial's last day was yesterday; calls that began in it keep their version. Twice changes nothing."""
    with act(actor=staff, recorded_at=recorded_at) as writing:
        row = GuideTrial.objects.select_for_update().get(pk=trial_id)
        if row.ends_on is None or row.ends_on >= today:
            row.ends_on = today - timedelta(days=1)
            row.save(update_fields=["ends_on"])
            writing.event(_chain(row), "GuideTrialEnded", {"trial": row.trial})
        return row


def _chain(row: GuideTrial) -> str:
    return f"guide:{row.guide_id}"


def _refuse(trial: Trial, today: date) -> None:
    refs = (trial.guide_a, trial.guide_b)
    standing = {guide.ref for guide in published()}
    if trial.guide_a.partition("@")[0] != trial.guide_b.partition("@")[0]:
        raise _refused("two_guides", "只能比较同一份话术的两个版本", "Only two versions of one guide are compared", refs)  # fmt: skip
    if unknown := [ref for ref in refs if ref not in standing]:
        raise _refused("not_published", "版本还没有发布", "The version is not published", unknown)
    if trial.begins < today or not 0.05 <= trial.share_b <= 0.95:
        raise _refused("bad_trial", "从今天起，份额 5% 到 95%", "From today on, with a share of 5 to 95 percent", refs)  # fmt: skip
    if any(running_on(trial.begins, ref) for ref in refs):
        raise _refused("in_a_trial", "其中一个版本正在另一个试验里", "One of them is already in a trial", refs)  # fmt: skip
    if GuideTrial.objects.filter(trial=trial.id).exists():
        raise _refused("trial_taken", "这个试验名已经用过", "This name has been used", [trial.id])


def _refused(code: str, zh: str, en: str, about: object) -> Refused:
    record = ", ".join(about) if isinstance(about, list | tuple) else str(about)
    then = Text("改好再开始", "Mend it and begin again")
    return Refused(Problem(code, Text(zh, en), record=record, rule=f"guide_trial.{code}", next_step=then))  # fmt: skip
