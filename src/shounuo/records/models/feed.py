"""Files that came in, rows that wait to be mended, placements."""

from __future__ import annotations

from django.db import models

from shounuo.records.models.account import Account
from shounuo.records.models.fields import SealedTextField
from shounuo.records.models.lender import Lender
from shounuo.records.models.staff import Staff


class ImportRun(models.Model):
    lender = models.ForeignKey(Lender, on_delete=models.PROTECT)
    kind = models.CharField(max_length=16)  # portfolio payments placements contacts ratings
    mapping = models.CharField(max_length=60)
    mapping_hash = models.CharField(max_length=64, blank=True)
    file_name = models.CharField(max_length=200)
    file_hash = models.CharField(max_length=64)
    as_of = models.DateField(null=True)
    covers_through = models.DateField(null=True)
    actor = models.ForeignKey(Staff, null=True, on_delete=models.SET_NULL)
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=10, default="running")  # running done stopped failed
    rows_seen = models.PositiveIntegerField(default=0)
    rows_total = models.PositiveIntegerField(null=True)
    counts = models.JSONField(default=dict)
    control_totals = models.JSONField(default=dict)
    problems = models.JSONField(default=list)  # faults of the file as a whole


class WaitingRow(models.Model):
    """A row that could not be taken, or that contradicts what is known; it waits, whole."""

    import_run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="waiting")
    row_no = models.PositiveIntegerField()
    column = models.CharField(max_length=80, blank=True)
    value = SealedTextField(blank=True)
    code = models.CharField(max_length=40)
    what_zh = models.CharField(max_length=300)
    what_en = models.CharField(max_length=300)
    next_zh = models.CharField(max_length=300, blank=True)
    next_en = models.CharField(max_length=300, blank=True)
    raw = SealedTextField()  # the row as it came, JSON
    conflict = models.BooleanField(default=False)
    row_hash = models.CharField(max_length=64)
    state = models.CharField(max_length=8, default="waiting")  # waiting mended dropped

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["import_run", "row_hash", "code"], name="waits_once")
        ]


class Placement(models.Model):
    """委案: an account entrusted to an agency between two dates; 退案 and 停催 end or pause it."""

    lender = models.ForeignKey(Lender, on_delete=models.PROTECT)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="placements")
    organisation = models.CharField(max_length=80)
    batch = models.CharField(max_length=60)
    starts_on = models.DateField()
    ends_on = models.DateField()
    commission_band = models.CharField(max_length=40, blank=True)
    recalled_on = models.DateField(null=True)  # 退案
    stopped_on = models.DateField(null=True)  # 停催
    resumed_on = models.DateField(null=True)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "batch"], name="placement_once_a_batch")
        ]
