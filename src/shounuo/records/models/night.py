"""Strategies in their versions, nights that were run, and where each case stood in them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from shounuo.records.models.account import Account
from shounuo.records.models.case import Case
from shounuo.records.models.lender import Lender
from shounuo.records.models.staff import Staff, Team


class StrategyVersion(models.Model):
    """A strategy file as it was saved. Never changed; its part in the nights is its `role`."""

    lender = models.ForeignKey(Lender, on_delete=models.PROTECT, related_name="strategies")
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=60)
    body = models.TextField()  # the file, as the lead wrote it
    digest = models.CharField(max_length=12)
    role = models.CharField(max_length=12, default="draft")  # draft champion challenger retired
    challenger_bp = models.PositiveIntegerField(default=0)  # the challenger's share of accounts
    note = models.CharField(max_length=200, blank=True)
    made_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    live_by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")
    live_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["lender", "number"], name="strategy_number"),
            models.UniqueConstraint(
                fields=["lender", "role"],
                condition=Q(role__in=["champion", "challenger"]),
                name="one_strategy_a_role",
            ),
        ]


class NightRun(models.Model):
    """One run of the night for a lender and day. One `published` a day is in force; the newest counts."""

    lender = models.ForeignKey(Lender, on_delete=models.PROTECT, related_name="nights")
    as_of = models.DateField()
    state = models.CharField(max_length=12, default="running")  # published failed superseded
    asked_by = models.CharField(max_length=40)
    started_at = models.DateTimeField()
    seen_at = models.DateTimeField()  # the last sign of life
    ended_at = models.DateTimeField(null=True)
    stage = models.CharField(max_length=12, blank=True)
    done = models.PositiveIntegerField(default=0)
    of = models.PositiveIntegerField(default=0)
    inputs = models.CharField(max_length=12, blank=True)
    queue_digest = models.CharField(max_length=64, blank=True)
    parts_done = models.PositiveIntegerField(default=0)  # of what lies ready for the switch
    folder = models.CharField(max_length=80, blank=True)  # under the lender's nights
    summary = models.JSONField(default=dict)
    problems = models.JSONField(default=list)  # [{"zh", "en"}, …]

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["lender", "as_of"], condition=Q(state="published"), name="one_night_a_day"
            ),
            models.UniqueConstraint(
                fields=["lender"], condition=Q(state="running"), name="one_night_at_a_time"
            ),
        ]


class QueueEntry(models.Model):
    """What a night said of one account it would have called. `position` is empty unless queued."""

    run = models.ForeignKey(NightRun, on_delete=models.CASCADE, related_name="entries")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="queue_entries")
    account = models.ForeignKey(Account, on_delete=models.CASCADE)
    team = models.ForeignKey(Team, null=True, on_delete=models.SET_NULL)
    outcome = models.CharField(max_length=12)  # queued blocked joined holdout
    position = models.PositiveIntegerField(null=True)
    arm = models.PositiveSmallIntegerField(default=0)  # 0 champion, 1 challenger
    segment = models.CharField(max_length=60, blank=True)
    slot = models.PositiveSmallIntegerField(default=0)
    explored = models.BooleanField(default=False)
    propensity_ppm = models.PositiveIntegerField(default=1_000_000)
    expected_seconds = models.PositiveIntegerField(default=0)
    value_cents = models.BigIntegerField(default=0)
    value_per_hour_cents = models.BigIntegerField(default=0)
    rules = models.TextField(blank=True)  # what the gate said against it
    earliest = models.CharField(max_length=40, blank=True)
    why = models.JSONField(default=dict)  # {"zh": […], "en": […]}

    class Meta:
        indexes = [
            models.Index(fields=["case", "-run"], name="entry_of_case"),
            models.Index(fields=["run", "team", "position"], name="entry_in_queue"),
        ]
