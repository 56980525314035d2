"""Background results older than a month are forgotten; what they did is in the records."""

from __future__ import annotations

from datetime import datetime

from django.core.management import call_command

NAME = "forget_finished_tasks"
EVERY_SECONDS = 24 * 60 * 60
KEEP_DAYS = 30


def run(as_of: datetime) -> None:
    """Deletes finished results older than `KEEP_DAYS`; their age is measured by the real clock."""
    call_command("prune_db_task_results", min_age_days=KEEP_DAYS, queue_name="*", verbosity=0)
