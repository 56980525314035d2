"""A lead tests the team's line: does recording work? What was not checked is not known."""

from __future__ import annotations

from datetime import datetime

from shounuo.records.actions._act import act
from shounuo.records.models import Staff, Team


def check_recording(*, team_id: int, works: bool, staff: Staff, recorded_at: datetime) -> Team:
    """Records the outcome of a recording test; calls are closed while it is bad or too old."""
    with act(actor=staff, recorded_at=recorded_at) as writing:
        team = Team.objects.select_for_update().get(pk=team_id)
        team.recording_works, team.recording_checked_at = works, recorded_at
        team.save(update_fields=["recording_works", "recording_checked_at"])
        writing.event(f"team:{team.pk}", "RecordingChecked", {"works": works})
        return team
