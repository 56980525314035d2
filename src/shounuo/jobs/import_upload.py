"""Imports an uploaded file in the background worker; the page polls how far it is."""

from __future__ import annotations

from typing import Any

from django_tasks import task

from shounuo.feeds import uploads
from shounuo.feeds.imports.run import run_import
from shounuo.kernel.errors import Refused
from shounuo.records.actions.end_import import as_plain
from shounuo.records.models import Staff
from shounuo.settings import clock


@task()
def import_upload(token: str, staff_id: int) -> dict[str, Any]:
    """The run's number, or the problem of a file of which nothing could be taken."""
    upload = uploads.find(token)
    if upload is None:
        return {"run": None, "problem": None}
    try:
        actor = Staff.objects.get(pk=staff_id)
        outcome = run_import(upload.order(actor), clock.now)
        return {"run": outcome.run.pk, "problem": None}
    except Refused as refused:
        return {"run": None, "problem": as_plain(refused.problem)}
    finally:
        uploads.forget_file(token)
