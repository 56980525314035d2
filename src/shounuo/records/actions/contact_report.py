"""What an attempt reports back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Report:
    """What is known when a contact ends. `steps`: step -> second it was done, or why it was not.

    `given`: what the code asks for (`domain.disposition.entry.ASKED`). What the report, the contact
    or its promise already says need not be given again.
    """

    outcome: str
    disposition: str
    connected: bool | None
    talk_seconds: int = 0
    party_hung_up: bool = False
    reason: str = ""
    note: str = ""
    return_at: datetime | None = None
    discussed: tuple[int, ...] = ()
    steps: Mapping[str, Any] = field(default_factory=dict)
    given: Mapping[str, Any] = field(default_factory=dict)
