"""Who works here. A person may hold several roles and belongs to at most one team."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from shounuo.kernel.text import Text


class Role(StrEnum):
    COLLECTOR = "collector"
    LEAD = "lead"
    INSPECTOR = "inspector"
    TRAINER = "trainer"
    COMPLIANCE = "compliance"
    ADMIN = "admin"
    FIELD = "field"


NAMES: dict[Role, Text] = {
    Role.COLLECTOR: Text("催收员", "Collector"),
    Role.LEAD: Text("主管", "Team lead"),
    Role.INSPECTOR: Text("质检", "Inspector"),
    Role.TRAINER: Text("师父", "Trainer"),
    Role.COMPLIANCE: Text("合规", "Compliance officer"),
    Role.ADMIN: Text("管理员", "Administrator"),
    Role.FIELD: Text("外访", "Field collector"),
}


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody logged in. A person who has left is not active and may do nothing."""

    id: str
    roles: frozenset[Role]
    team: str = ""
    active: bool = True


@dataclass(frozen=True, slots=True)
class Subject:
    """What an act is about: a case, call or person's record. Empty team and holder: nobody's yet."""

    team: str = ""
    holder: str = ""
