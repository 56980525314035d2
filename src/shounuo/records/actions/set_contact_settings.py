"""What a lender tells the gate about itself: who else collects, its published agencies, how long a call takes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.actions._act import Actor, act
from shounuo.records.models import Lender

LONGEST_CALL, LONGEST_CHECK = 3600, 72


def set_contact_settings(
    *,
    lender_id: int,
    collecting_parties: Sequence[str] | None,
    approved_agencies: Sequence[str],
    expected_call_seconds: int,
    recording_check_hours: int,
    evidence: str,
    actor: Actor,
    recorded_at: datetime,
) -> Lender:
    """`collecting_parties`: everybody who may reach its customers; None: it has not said, calls are
    closed. `evidence`: its letter. Raises `Refused` without it and for lengths out of all reason.
    """
    _refuse(expected_call_seconds, recording_check_hours, evidence)
    with act(actor=actor, recorded_at=recorded_at) as writing:
        lender = Lender.objects.select_for_update().get(pk=lender_id)
        told = {
            "expected_call_seconds": expected_call_seconds,
            "recording_check_hours": recording_check_hours,
        }
        kept = {k: v for k, v in lender.contact_settings.items() if k != "collecting_parties"}
        if collecting_parties is not None:
            told["collecting_parties"] = _names(collecting_parties)  # type: ignore[assignment]
        lender.contact_settings = {**kept, **told}
        lender.approved_agencies = _names(approved_agencies)
        lender.save(update_fields=["contact_settings", "approved_agencies"])
        payload = {**told, "approved_agencies": lender.approved_agencies, "evidence": evidence}
        writing.event(f"lender:{lender.pk}", "ContactSettingsSet", payload)
        return lender


def _names(given: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(name.strip() for name in given if name.strip()))


def _refuse(seconds: int, hours: int, evidence: str) -> None:
    if not evidence.strip():
        said = Text("须附出借方的书面依据", "The lender's letter is needed as evidence")
    elif not 30 <= seconds <= LONGEST_CALL:
        said = Text("通话时长须在 30 至 3600 秒之间", "A call takes between 30 and 3,600 seconds")
    elif not 1 <= hours <= LONGEST_CHECK:
        said = Text("录音检查有效期须在 1 至 72 小时之间", "A recording check holds 1 to 72 hours")
    else:
        return
    raise Refused(
        Problem(
            "contact_settings_not_set",
            said,
            record=f"{seconds} s, {hours} h",
            next_step=Text("改正后再登记", "Mend it, then record it"),
        )
    )
