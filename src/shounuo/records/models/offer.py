"""What was asked of the lender for a case, and what became of it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from shounuo.records.models.case import Case
from shounuo.records.models.contact import Contact
from shounuo.records.models.fields import SealedTextField
from shounuo.records.models.staff import Staff


class OfferRequest(models.Model):
    """A waiver, or another kind of `guides.bindings.offers`. States and steps: `domain.offer`."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="offers")
    kind = models.CharField(max_length=32)
    state = models.CharField(max_length=16, default="requested")
    words = SealedTextField(blank=True)  # why, as the collector wrote or the customer said
    contact = models.ForeignKey(Contact, null=True, on_delete=models.SET_NULL)
    requested_by = models.ForeignKey(
        Staff, on_delete=models.PROTECT, related_name="offers_requested"
    )
    requested_at = models.DateTimeField()
    decided_by = models.ForeignKey(
        Staff, null=True, on_delete=models.PROTECT, related_name="offers_decided"
    )
    decided_at = models.DateTimeField(null=True)
    decided_why = models.CharField(max_length=300, blank=True)
    # The lender's word, entered with the letter, mail or system entry it came by.
    answered_by = models.ForeignKey(
        Staff, null=True, on_delete=models.PROTECT, related_name="offers_answered"
    )
    answered_at = models.DateTimeField(null=True)
    evidence = models.CharField(max_length=160, blank=True)
    until = models.DateField(null=True)
    amount_cents = models.BigIntegerField(null=True)
    months = models.PositiveIntegerField(null=True)
    ended_by = models.ForeignKey(
        Staff, null=True, on_delete=models.PROTECT, related_name="offers_ended"
    )
    ended_at = models.DateTimeField(null=True)
    ended_why = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "kind"],
                condition=Q(state__in=["requested", "lead_agreed"]),
                name="one_open_offer_a_kind",
            )
        ]
        indexes = [models.Index(fields=["state", "requested_at"])]
