"""The evidence tables: events in chains, heads, daily roots, and what must be told after a commit."""

from __future__ import annotations

from django.db import models

from shounuo.records.models.fields import SealedTextField


class ChainHead(models.Model):
    """The newest event of a chain. Locked last in every action, in sorted order."""

    chain = models.CharField(max_length=64, primary_key=True)  # case:12, staff:7, batch:31
    seq = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, blank=True)


class Event(models.Model):
    chain = models.CharField(max_length=64)
    seq = models.PositiveBigIntegerField()
    kind = models.CharField(max_length=48)
    actor = models.CharField(max_length=40)  # staff number, or the job that acted
    effective_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    payload = models.JSONField()
    prev_hash = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["chain", "seq"], name="event_once_in_chain")]
        indexes = [models.Index(fields=["recorded_at"])]


class PersonalValue(models.Model):
    """What a commitment in an event stands for. Erasing the row leaves the chain valid."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="personal")
    customer = models.ForeignKey("records.Customer", null=True, on_delete=models.SET_NULL)
    name = models.CharField(max_length=40)
    salt = models.CharField(max_length=64)
    value = SealedTextField()


class DailyRoot(models.Model):
    day = models.DateField(unique=True)
    root = models.CharField(max_length=64)
    prev_root = models.CharField(max_length=64, blank=True)
    moved = models.JSONField()  # [[chain, seq, head], …] that changed since the day before
    made_at = models.DateTimeField()


class Outbox(models.Model):
    """What is to be published once the action is committed: live pages, webhooks."""

    topic = models.CharField(max_length=48)
    key = models.CharField(max_length=64, blank=True)
    payload = models.JSONField(default=dict)
    created_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["topic", "key", "id"])]
