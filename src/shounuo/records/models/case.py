"""A case: one customer at one lender with all their accounts; and what waits to be done about it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from shounuo.records.models.customer import Customer
from shounuo.records.models.lender import Lender
from shounuo.records.models.staff import Staff, Team


class Case(models.Model):
    """States: queued (may be pulled), claimed (somebody works it), waiting (comes back at
    `return_at`), held (a hold, nothing due or a debit in flight), closed."""

    lender = models.ForeignKey(Lender, on_delete=models.PROTECT)
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="cases")
    team = models.ForeignKey(Team, null=True, on_delete=models.PROTECT)
    owner = models.ForeignKey(Staff, null=True, on_delete=models.SET_NULL, related_name="owned")
    holder = models.ForeignKey(Staff, null=True, on_delete=models.SET_NULL, related_name="held")
    kept = models.BooleanField(default=False)  # 留案: the owner asked to keep it
    source = models.CharField(max_length=4, default="pull")
    state = models.CharField(max_length=8, default="queued")
    held_reason = models.CharField(max_length=32, blank=True)
    # Lower is sooner. A night writes the column that is not in force (`Lender.rank_column`), part by part,
    # and the switch is that one word.
    rank_a = models.BigIntegerField(default=0)
    rank_b = models.BigIntegerField(default=0)
    claimed_at = models.DateTimeField(null=True)
    lease_until = models.DateTimeField(null=True)
    return_at = models.DateTimeField(null=True)
    # The night found no reason to call today: waiting until then. Equal to `return_at` while it holds.
    set_aside_until = models.DateTimeField(null=True)
    blocked_until = models.DateTimeField(null=True)  # the gate's own earliest next, for the queue
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    closed_reason = models.CharField(max_length=32, blank=True)
    # Sums over the accounts in the lender's currency, for queues and lists.
    currency = models.CharField(max_length=3)
    due_cents = models.BigIntegerField(default=0)
    pd_cents = models.BigIntegerField(default=0)
    days_past_due = models.IntegerField(default=0)
    bucket = models.CharField(max_length=8, default="M0")
    big = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["customer"], condition=~Q(state="closed"), name="one_open_case_a_customer"
            )
        ]
        indexes = [
            models.Index(
                fields=["team", "rank_a", "id"], condition=Q(state="queued"), name="case_queue_a"
            ),
            models.Index(
                fields=["team", "rank_b", "id"], condition=Q(state="queued"), name="case_queue_b"
            ),
            models.Index(fields=["holder"], condition=Q(state="claimed"), name="case_held"),
            models.Index(fields=["return_at"], condition=Q(state="waiting"), name="case_waiting"),
        ]


class FollowUp(models.Model):
    """Something to be done about a case by a time: the inbox."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="follow_ups")
    staff = models.ForeignKey(Staff, null=True, on_delete=models.SET_NULL)
    team = models.ForeignKey(Team, null=True, on_delete=models.SET_NULL)
    kind = models.CharField(max_length=32)
    due_at = models.DateTimeField()
    promise = models.ForeignKey("records.Promise", null=True, on_delete=models.CASCADE)
    contact = models.ForeignKey("records.Contact", null=True, on_delete=models.SET_NULL)
    details = models.JSONField(default=dict)
    created_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["staff", "due_at"], condition=Q(done_at=None), name="inbox_open")
        ]
