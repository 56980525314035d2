"""People who work here, and their teams."""

from __future__ import annotations

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from shounuo.records.models.lender import Lender


class Team(models.Model):
    code = models.SlugField(unique=True)
    name = models.CharField(max_length=60)
    name_en = models.CharField(max_length=60, blank=True)
    lender = models.ForeignKey(Lender, on_delete=models.PROTECT)
    # Who collects decides which law applies: the lender's own staff, or an agency by name.
    organisation = models.CharField(max_length=80, blank=True)  # empty: the lender's own staff
    release_mode = models.CharField(max_length=8, default="pool")  # pool 跳案 | owned 分案
    keep_quota = models.PositiveIntegerField(default=0)  # 留案: cases one may keep for oneself
    lease_minutes = models.PositiveIntegerField(default=20)
    return_days = models.PositiveIntegerField(default=3)
    kp_target_low = models.PositiveIntegerField(default=55)  # percent; KP is a band, not a race
    kp_target_high = models.PositiveIntegerField(default=80)

    # The line calls leave from, and whether recording was seen to work; unknown never means allowed.
    line = models.CharField(max_length=40, blank=True)
    line_approved = models.BooleanField(null=True)
    recording_works = models.BooleanField(null=True)
    recording_checked_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name


class StaffManager(BaseUserManager["Staff"]):
    def create_staff(self, staff_no: str, password: str, **fields: object) -> Staff:
        staff = self.model(staff_no=staff_no, **fields)
        staff.set_password(password)
        staff.save(using=self._db)
        return staff


class Staff(AbstractBaseUser):
    staff_no = models.CharField(max_length=24, unique=True)
    name = models.CharField(max_length=60)
    role = models.CharField(max_length=16)  # see access.roles
    team = models.ForeignKey(Team, null=True, on_delete=models.PROTECT, related_name="staff")
    language = models.CharField(max_length=8, default="zh-hans")
    is_active = models.BooleanField(default=True)
    state = models.CharField(max_length=12, default="off")  # off ready talking wrap_up break
    state_since = models.DateTimeField(null=True)
    promise_limits = models.JSONField(default=dict)  # a lead's own limits on override

    USERNAME_FIELD = "staff_no"
    objects = StaffManager()

    def __str__(self) -> str:
        return f"{self.name} ({self.staff_no})"


class StaffStateChange(models.Model):
    """One change of a collector's state, for the roster and the lead's live view."""

    staff = models.ForeignKey(Staff, on_delete=models.CASCADE)
    state = models.CharField(max_length=12)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["staff", "at"])]


class Shift(models.Model):
    """Who is planned to work when: one row a person and day."""

    staff = models.ForeignKey(Staff, on_delete=models.CASCADE)
    day = models.DateField()
    starts = models.TimeField()
    ends = models.TimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["staff", "day"], name="one_shift_a_day")]
