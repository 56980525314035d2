"""Promises and the verdicts on them. A verdict is appended, never changed."""

from __future__ import annotations

from django.db import models

from shounuo.records.models.account import Account
from shounuo.records.models.case import Case
from shounuo.records.models.contact import Contact
from shounuo.records.models.customer import Customer
from shounuo.records.models.staff import Staff


class Promise(models.Model):
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="promises")
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT)
    accounts = models.ManyToManyField(Account)
    contact = models.ForeignKey(Contact, null=True, on_delete=models.PROTECT)
    taken_by = models.ForeignKey(Staff, on_delete=models.PROTECT)
    currency = models.CharField(max_length=3)
    asked_cents = models.BigIntegerField(null=True)
    stated_cents = models.BigIntegerField(null=True)
    recorded_cents = models.BigIntegerField()
    basis = models.CharField(max_length=8)  # domain.promise.terms.Basis
    made_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    due_by = models.DateField()
    grace_days = models.PositiveIntegerField(default=0)
    parts = models.JSONField(default=list)  # instalments: [{"cents": …, "due_by": …}]
    method = models.CharField(max_length=24)
    implied = models.BooleanField(default=False)
    late_reason = models.CharField(max_length=200, blank=True)
    confirmation = models.JSONField(default=dict)  # lender name, amount, date, method said back
    override_by = models.ForeignKey(
        Staff, null=True, on_delete=models.PROTECT, related_name="overrides"
    )
    cancelled_at = models.DateTimeField(null=True)
    voided_at = models.DateTimeField(null=True)
    end_recorded_at = models.DateTimeField(null=True)
    end_reason = models.CharField(max_length=200, blank=True)
    # The newest verdict, kept here for lists.
    state = models.CharField(max_length=16, default="open")
    kept_cents = models.BigIntegerField(default=0)
    provisional = models.BooleanField(default=False)

    class Meta:
        indexes = [
            models.Index(fields=["customer", "made_at"]),
            models.Index(fields=["taken_by", "made_at"]),
            models.Index(fields=["state", "due_by"]),
        ]


class PromiseVerdict(models.Model):
    promise = models.ForeignKey(Promise, on_delete=models.PROTECT, related_name="verdicts")
    seq = models.PositiveIntegerField()
    state = models.CharField(max_length=16)
    kept_cents = models.BigIntegerField()
    provisional = models.BooleanField(default=False)
    decided_at = models.DateTimeField()
    inputs = models.JSONField()  # payments counted, cut-off, coverage, calendar, rule version
    rule_version = models.CharField(max_length=40)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["promise", "seq"], name="verdict_seq")]
