"""A lender is opened with its settings, and the team that works for it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from shounuo.records.actions._act import Actor, act
from shounuo.records.models import Lender, Team


def open_lender(
    *, settings: Mapping[str, Any], actor: Actor, recorded_at: datetime
) -> tuple[Lender, bool]:
    """The lender of `settings["code"]`, made when there is none: (lender, made).

    An open lender is left as it is. `team`: the settings of its first team. Raises `Refused` when
    the settings of the trade cannot be read.
    """
    own = {key: value for key, value in settings.items() if key != "team"}
    with act(actor=actor, recorded_at=recorded_at) as writing:
        lender, made = Lender.objects.get_or_create(code=own["code"], defaults=own)
        lender.settings()
        if made:
            team = settings.get("team")
            if team:
                Team.objects.create(lender=lender, **team)
            payload = {"code": lender.code, "team": team["code"] if team else None}
            writing.event(f"lender:{lender.pk}", "LenderOpened", payload)
    return lender, made
