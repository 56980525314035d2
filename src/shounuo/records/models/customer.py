"""A customer at one lender and the ways to reach people about them. Never joined across lenders."""

from __future__ import annotations

from django.db import models

from shounuo.records.models.fields import SealedTextField
from shounuo.records.models.lender import Lender


class Customer(models.Model):
    lender = models.ForeignKey(Lender, on_delete=models.PROTECT)
    ref_hash = models.CharField(max_length=64)
    ref = SealedTextField()  # the lender's customer number
    name = SealedTextField(blank=True)
    id_hash = models.CharField(max_length=64, blank=True, db_index=True)
    id_no = SealedTextField(blank=True)
    title = models.CharField(max_length=8, blank=True)  # 先生 / 女士 / Mr / Ms, as the lender says
    language = models.CharField(max_length=8, default="zh")
    zone = models.CharField(max_length=48, blank=True)  # empty: unknown, never assumed
    place = models.CharField(max_length=24, blank=True)  # region code for the choice of pack
    app_user = models.BooleanField(null=True)
    invented = models.JSONField(default=list)  # which fields the import made up
    erased_at = models.DateTimeField(null=True)
    # Moved on by every write that locks the person; gives row locks something to hold on to.
    revision = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["lender", "ref_hash"], name="customer_once_a_lender")
        ]


class ContactPoint(models.Model):
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="points")
    role = models.CharField(max_length=24, default="customer")  # see domain.contact.PartyRole
    relation = models.CharField(max_length=24, blank=True)
    person = SealedTextField(blank=True)
    kind = models.CharField(max_length=12, default="phone")  # phone email address
    value = SealedTextField()
    value_hash = models.CharField(max_length=64, db_index=True)
    place = models.CharField(max_length=12, blank=True)  # home work mobile, empty unknown
    source = models.CharField(max_length=40, blank=True)  # where it came from
    status = models.CharField(max_length=12, default="unverified")  # valid unverified dead wrong
    status_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["customer", "role", "kind", "value_hash"], name="contact_point_once"
            )
        ]


class NumberLock(models.Model):
    """A row to lock a number by, whoever the number's customers are."""

    value_hash = models.CharField(max_length=64, primary_key=True)
    revision = models.PositiveBigIntegerField(default=0)
