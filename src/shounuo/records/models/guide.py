"""Versions of call guides written in the house, and trials of two of them. Nothing here is ever deleted."""

from __future__ import annotations

from django.db import models

from shounuo.records.models.staff import Staff


class GuideVersion(models.Model):
    """One version of one guide as its author wrote it (YAML). States as `guides.publishing`."""

    guide_id = models.CharField(max_length=60)
    version = models.PositiveIntegerField()
    body = models.TextField()
    state = models.CharField(max_length=10, default="draft")
    authors = models.JSONField(default=list)  # staff numbers of everyone who changed it
    submitted_by = models.ForeignKey(
        Staff, null=True, on_delete=models.PROTECT, related_name="submitted_guides"
    )
    published_by = models.ForeignKey(
        Staff, null=True, on_delete=models.PROTECT, related_name="published_guides"
    )
    published_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["guide_id", "version"], name="guide_version_once")
        ]


class GuideTrial(models.Model):
    """Two published versions side by side: cases are split by a salted hash, propensity logged."""

    trial = models.SlugField(unique=True)
    first = models.CharField(max_length=70)  # guide refs, id@version
    second = models.CharField(max_length=70)
    share_bp = models.PositiveIntegerField()  # of the second, in basis points
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    started_by = models.ForeignKey(Staff, on_delete=models.PROTECT)

    @property
    def guide_id(self) -> str:
        return str(self.first).partition("@")[0]
