"""Attempts to reach a person, decisions of the gate, and what people asked of us."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from shounuo.records.models.account import Account
from shounuo.records.models.case import Case
from shounuo.records.models.customer import ContactPoint, Customer
from shounuo.records.models.fields import SealedTextField
from shounuo.records.models.lender import Lender
from shounuo.records.models.staff import Staff


class Contact(models.Model):
    """One attempt, written before anything is dialled. In flight it counts as whatever it may become."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="contacts")
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT)
    point = models.ForeignKey(ContactPoint, null=True, on_delete=models.PROTECT)
    number_hash = models.CharField(max_length=64, blank=True)
    channel = models.CharField(max_length=12)  # call sms email letter visit
    direction = models.CharField(max_length=8, default="outbound")
    role = models.CharField(max_length=24)  # who was to be reached
    actor = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT)
    organisation = models.CharField(max_length=80, blank=True)
    debts = models.JSONField(default=list)  # account ids this attempt is about
    discussed = models.JSONField(default=list)  # account ids that were talked about
    state = models.CharField(max_length=10, default="in_flight")  # in_flight ended unknown
    outcome = models.CharField(max_length=24, blank=True)  # see domain.contact.Outcome
    connected = models.BooleanField(null=True)
    exclusion = models.CharField(max_length=24, blank=True)
    opened_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    talk_seconds = models.PositiveIntegerField(default=0)
    party_hung_up = models.BooleanField(default=False)
    disposition = models.CharField(max_length=24, blank=True)
    reason = models.CharField(max_length=200, blank=True)  # INSY: the quoted words
    note = SealedTextField(blank=True)
    guide_version = models.CharField(max_length=64, blank=True)
    steps = models.JSONField(default=dict)  # step -> second, or the reason it was left out
    verdict = models.JSONField(default=dict)
    content = models.JSONField(null=True)  # what a letter or message was declared to hold
    request_key = models.CharField(max_length=64, unique=True)  # one press, one attempt

    class Meta:
        indexes = [
            models.Index(fields=["customer", "opened_at"]),
            models.Index(fields=["number_hash", "opened_at"]),
            models.Index(fields=["actor", "opened_at"]),
            models.Index(fields=["state", "opened_at"]),
            # Contacts with others than the customer are asked about without a look-back.
            models.Index(fields=["customer"], condition=~Q(role="customer"), name="contact_others"),
        ]


class GateDecision(models.Model):
    """What the gate said, allowed and blocked alike."""

    customer = models.ForeignKey(Customer, on_delete=models.PROTECT)
    point = models.ForeignKey(ContactPoint, null=True, on_delete=models.SET_NULL)
    case = models.ForeignKey(Case, null=True, on_delete=models.SET_NULL)
    actor = models.ForeignKey(Staff, null=True, on_delete=models.SET_NULL)
    contact = models.ForeignKey(Contact, null=True, on_delete=models.SET_NULL)
    channel = models.CharField(max_length=12)
    asked_by = models.CharField(max_length=16)  # dial next_case sms letter visit nightly api
    at = models.DateTimeField()
    outcome = models.CharField(max_length=12)  # allow needs_review deny
    rules = models.JSONField(default=list)  # rule ids, the deciding one first
    verdict = models.JSONField(default=dict)
    earliest_next = models.DateTimeField(null=True)
    pack_version = models.CharField(max_length=80)

    class Meta:
        indexes = [models.Index(fields=["at"]), models.Index(fields=["customer", "at"])]


class Release(models.Model):
    """Somebody entitled lets one contact pass that the gate sent to review."""

    decision = models.OneToOneField(GateDecision, on_delete=models.PROTECT)
    released_by = models.ForeignKey(Staff, on_delete=models.PROTECT)
    at = models.DateTimeField()
    reason = models.CharField(max_length=300)
    used_by = models.ForeignKey(Contact, null=True, on_delete=models.PROTECT)


class PersonRequest(models.Model):
    """What a person asked of us; effective at once."""

    customer = models.ForeignKey(Customer, on_delete=models.PROTECT)
    point = models.ForeignKey(ContactPoint, null=True, on_delete=models.PROTECT)
    by_role = models.CharField(max_length=24)
    kind = models.CharField(max_length=32)  # see rules.requests
    scope = models.JSONField(default=dict)
    received_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    contact = models.ForeignKey(Contact, null=True, on_delete=models.SET_NULL)

    class Meta:
        indexes = [models.Index(fields=["customer"])]


class Consent(models.Model):
    """A recorded agreement, with its evidence."""

    customer = models.ForeignKey(Customer, on_delete=models.PROTECT)
    by_role = models.CharField(max_length=24, default="customer")
    kind = models.CharField(max_length=32)
    scope = models.JSONField(default=dict)
    evidence = models.CharField(max_length=120)
    given_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    valid_through = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["customer"])]


class DatedFact(models.Model):
    """Something that happened or is so, on which a rule's answer rests: see `rules.dated_facts`."""

    customer = models.ForeignKey(Customer, on_delete=models.PROTECT)
    account = models.ForeignKey(Account, null=True, on_delete=models.PROTECT)
    point = models.ForeignKey(ContactPoint, null=True, on_delete=models.PROTECT)
    kind = models.CharField(max_length=40)
    at = models.DateTimeField()
    channel = models.CharField(max_length=12, blank=True)
    details = models.JSONField(default=dict)
    evidence = models.CharField(max_length=160, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Staff, null=True, on_delete=models.SET_NULL)
    struck_at = models.DateTimeField(null=True)  # found to be wrong, or so no longer


class OtherContact(models.Model):
    """A contact another party of the lender made, as its file tells."""

    lender = models.ForeignKey(Lender, on_delete=models.PROTECT)
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT)
    organisation = models.CharField(max_length=80)
    ref = models.CharField(max_length=80)
    number_hash = models.CharField(max_length=64, blank=True)
    channel = models.CharField(max_length=12)
    role = models.CharField(max_length=24)
    opened_at = models.DateTimeField()
    outcome = models.CharField(max_length=24, blank=True)
    connected = models.BooleanField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["lender", "organisation", "ref"], name="other_contact_once"
            )
        ]
        indexes = [
            models.Index(fields=["customer", "opened_at"]),
            models.Index(fields=["number_hash", "opened_at"]),
        ]


class OtherPartyCoverage(models.Model):
    """How we know what other parties did: their file, an attestation, or an allotted quota."""

    lender = models.ForeignKey(Lender, on_delete=models.PROTECT)
    organisation = models.CharField(max_length=80)
    basis = models.CharField(max_length=12)  # file attestation quota
    covers_from = models.DateTimeField(null=True)
    covers_through = models.DateTimeField()
    quota = models.JSONField(default=dict)
    evidence = models.CharField(max_length=160, blank=True)
    recorded_at = models.DateTimeField()
