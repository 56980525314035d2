"""Payments as the lender's sources told them, and how far each source has told."""

from __future__ import annotations

from django.db import models

from shounuo.records.models.account import Account
from shounuo.records.models.fields import SealedTextField
from shounuo.records.models.lender import Lender


class Payment(models.Model):
    """One row of a payment file. `kind` as in domain.promise.entries: a payment counts, credits
    (refund, waiver, conversion, adjustment) do not, a reversal or bounce takes back."""

    lender = models.ForeignKey(Lender, on_delete=models.PROTECT)
    source = models.CharField(max_length=40)
    ref = models.CharField(max_length=80)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="payments")
    kind = models.CharField(max_length=12, default="payment")
    amount_cents = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    transacted_on = models.DateField()
    transacted_at = models.DateTimeField(null=True)  # null: the source gives a day only
    posted_on = models.DateField(null=True)
    recorded_at = models.DateTimeField()
    payer = SealedTextField(blank=True)  # 代偿: who paid, when not the customer
    reverses_ref = models.CharField(max_length=80, blank=True)
    import_run = models.ForeignKey("records.ImportRun", null=True, on_delete=models.SET_NULL)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["lender", "source", "ref"], name="payment_once")
        ]
        indexes = [models.Index(fields=["account", "transacted_on"])]


class PaymentCoverage(models.Model):
    """A source has told every transaction through this civil day; an empty file says so too."""

    lender = models.ForeignKey(Lender, on_delete=models.PROTECT)
    source = models.CharField(max_length=40)
    covers_through = models.DateField()
    recorded_at = models.DateTimeField()
    import_run = models.ForeignKey("records.ImportRun", null=True, on_delete=models.SET_NULL)

    class Meta:
        indexes = [models.Index(fields=["lender", "source", "covers_through"])]
