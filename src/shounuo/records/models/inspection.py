"""Calls as text, what inspection found in them, and what people decided about it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from shounuo.kernel.text import Text
from shounuo.records.models.contact import Contact
from shounuo.records.models.fields import SealedTextField
from shounuo.records.models.staff import Staff


class Transcript(models.Model):
    """One call in the house form (JSON, sealed), whoever wrote it down."""

    ref = models.CharField(max_length=80, unique=True)
    contact = models.ForeignKey(Contact, null=True, on_delete=models.PROTECT)
    collector = models.ForeignKey(Staff, null=True, on_delete=models.SET_NULL)
    language = models.CharField(max_length=8)
    called_at = models.DateTimeField()
    seconds = models.PositiveIntegerField(default=0)
    source = models.CharField(max_length=40)
    body = SealedTextField()
    body_hash = models.CharField(max_length=64)
    audio = models.CharField(max_length=160, blank=True)  # file under the home's recordings
    recorded_at = models.DateTimeField()
    notes = models.JSONField(default=list)  # faults of its clock, as the reader told them

    class Meta:
        indexes = [models.Index(fields=["collector", "called_at"])]


class Inspection(models.Model):
    """One reading of a transcript by one engine and card. A new engine adds a row, never changes one."""

    transcript = models.ForeignKey(Transcript, on_delete=models.PROTECT, related_name="inspections")
    engine = models.CharField(max_length=24)
    card = models.CharField(max_length=24)
    at = models.DateTimeField()
    points = models.IntegerField()
    failed = models.BooleanField()
    disposition = models.CharField(max_length=24, blank=True)
    promise = models.JSONField(null=True)
    steps = models.JSONField()
    measures = models.JSONField()
    deductions = models.JSONField()
    summary_zh = models.CharField(max_length=400)
    summary_en = models.CharField(max_length=400)
    urgency = models.BigIntegerField(default=0)  # what to look at first: higher is sooner
    done_at = models.DateTimeField(null=True)  # an inspector has been through it
    done_by = models.ForeignKey(
        Staff, null=True, on_delete=models.PROTECT, related_name="+"
    )  # null: before this was kept

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["transcript", "engine", "card"], name="read_once")
        ]
        indexes = [
            models.Index(fields=["-urgency", "id"], condition=Q(done_at=None), name="to_inspect")
        ]


class FoundFault(models.Model):
    """A finding proven by its sentence. Until an inspector accepts it, nobody else sees it."""

    inspection = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="faults")
    code = models.CharField(max_length=40)
    severity = models.CharField(max_length=8)
    turn = models.PositiveIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = SealedTextField()
    why_zh = models.CharField(max_length=300)
    why_en = models.CharField(max_length=300)
    rule = models.CharField(max_length=60)
    citation = models.CharField(max_length=200, blank=True)
    confidence_bp = models.PositiveIntegerField()  # basis points
    source = models.CharField(max_length=12, default="engine")  # engine, person, model
    state = models.CharField(max_length=10, default="open")  # open accepted rejected changed
    acknowledged_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["state", "code"])]

    @property
    def why(self) -> Text:
        """What it rests on, in both languages."""
        return Text(self.why_zh, self.why_en)


class FaultDecision(models.Model):
    """What a person decided about a finding; the newest counts, all are kept."""

    fault = models.ForeignKey(FoundFault, on_delete=models.PROTECT, related_name="decisions")
    by = models.ForeignKey(Staff, on_delete=models.PROTECT)
    at = models.DateTimeField()
    decision = models.CharField(max_length=10)  # accept reject change
    was = models.CharField(max_length=40, blank=True)  # the code it stood under
    code = models.CharField(max_length=40, blank=True)  # the code it was changed to
    reason = models.CharField(max_length=300)
    on_appeal = models.BooleanField(default=False)


class Appeal(models.Model):
    """The collector disagrees; another inspector decides."""

    fault = models.OneToOneField(FoundFault, on_delete=models.PROTECT)
    by = models.ForeignKey(Staff, on_delete=models.PROTECT)
    at = models.DateTimeField()
    words = models.CharField(max_length=500)
    decision = models.OneToOneField(FaultDecision, null=True, on_delete=models.PROTECT)


class StepDecision(models.Model):
    """An inspector read a step otherwise than the engine; the newest counts, all are kept."""

    inspection = models.ForeignKey(
        Inspection, on_delete=models.PROTECT, related_name="step_decisions"
    )
    step = models.CharField(max_length=24)
    turn = models.PositiveIntegerField(null=True)  # where it was done; None: it was not done
    by = models.ForeignKey(Staff, on_delete=models.PROTECT)
    at = models.DateTimeField()
    reason = models.CharField(max_length=300)


class CallRating(models.Model):
    """What the customer thought of the call (P13): shown beside inspection, never used alone."""

    contact = models.OneToOneField(Contact, on_delete=models.PROTECT)
    stars = models.PositiveSmallIntegerField()  # 1 to 5
    words = SealedTextField(blank=True)  # the customer's own; erasure empties them
    at = models.DateTimeField()  # when the customer said so


class LiveTurn(models.Model):
    """One stretch of speech of a call that goes on, as a recogniser heard it. Gone once the call is a transcript."""

    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="live_turns")
    n = models.PositiveIntegerField()
    speaker = models.CharField(max_length=8)
    t0 = models.FloatField(null=True)
    t1 = models.FloatField(null=True)
    text = SealedTextField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["contact", "n"], name="turn_once")]
        ordering = ["n"]
