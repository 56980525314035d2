"""An account as the lender last told it, its figures over time, and flags."""

from __future__ import annotations

from django.db import models

from shounuo.records.models.customer import Customer
from shounuo.records.models.fields import SealedTextField
from shounuo.records.models.lender import Lender


class Figures(models.Model):
    """What a lender's file says about an account on one day. Amounts in minor units."""

    as_of = models.DateField()
    total_cents = models.BigIntegerField(null=True)
    statement_cents = models.BigIntegerField(null=True)
    minimum_cents = models.BigIntegerField(null=True)
    past_due_cents = models.BigIntegerField(null=True)
    lender_due_cents = models.BigIntegerField(null=True)
    lender_bucket = models.CharField(max_length=8, blank=True)
    days_past_due = models.IntegerField(null=True)
    statement_date = models.DateField(null=True)
    due_date = models.DateField(null=True)
    autopay = models.CharField(max_length=8, blank=True)  # none min full
    autopay_result = models.CharField(max_length=12, blank=True)
    autopay_next = models.DateField(null=True)
    last_payment_on = models.DateField(null=True)
    last_payment_cents = models.BigIntegerField(null=True)

    class Meta:
        abstract = True


class Account(Figures):
    lender = models.ForeignKey(Lender, on_delete=models.PROTECT)
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="accounts")
    ref_hash = models.CharField(max_length=64)
    ref = SealedTextField()
    tail = models.CharField(max_length=4, blank=True)
    product = models.CharField(max_length=24, default="credit_card")
    debt_kind = models.CharField(max_length=12, default="consumer")  # consumer business
    currency = models.CharField(max_length=3)
    opened_on = models.DateField(null=True)
    times_in_collection = models.PositiveIntegerField(default=0)
    worst_bucket = models.CharField(max_length=8, blank=True)
    # What domain.account makes of the figures, kept so that lists can sort by them.
    due_cents = models.BigIntegerField(default=0)
    pd_cents = models.BigIntegerField(default=0)
    bucket = models.CharField(max_length=8, default="M0")
    facts = models.JSONField(default=dict)  # further columns of the lender, kept as they came
    invented = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["lender", "ref_hash"], name="account_once_a_lender")
        ]


class AccountFigures(Figures):
    """One day's figures of one account: the history behind `Account`."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="history")
    recorded_at = models.DateTimeField()
    import_run = models.ForeignKey("records.ImportRun", null=True, on_delete=models.SET_NULL)
    # True: told in the row of a later day, and the day itself is assumed (a month's last).
    derived = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "as_of"], name="figures_once_a_day")
        ]


class Flag(models.Model):
    """Something true of a customer (or one account) from a day on, and when we learned it."""

    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="flags")
    account = models.ForeignKey(Account, null=True, on_delete=models.PROTECT)
    kind = models.CharField(max_length=32)  # see domain.account flags
    effective_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)  # when it ceased to be true
    end_recorded_at = models.DateTimeField(null=True)
    source = models.CharField(max_length=40, blank=True)
    details = models.JSONField(default=dict)  # deadline, handlers, plan, estate …

    class Meta:
        indexes = [models.Index(fields=["customer", "kind"])]
