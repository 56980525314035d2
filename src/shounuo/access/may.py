"""`may`: whether this person may do this act to this case, and if not, why.

The table is `matrix.yaml`. An act about a case that names no scope wide enough is refused; an act asked
about without a subject (opening the page at all) is allowed when any scope is held.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

import yaml

from shounuo.access.permissions import Permission
from shounuo.access.roles import Actor, Role, Subject
from shounuo.kernel.text import Text

NO_REASON = Text("", "")


class Scope(StrEnum):
    OWN = "own"
    TEAM = "team"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Decision:
    """Allowed or not, and the reason in both languages when not."""

    allowed: bool
    reason: Text = NO_REASON

    def __bool__(self) -> bool:
        return self.allowed


ALLOWED = Decision(True)
_LEFT = Decision(False, Text("此账号已停用", "This account is not active"))
_NOT_YOURS = Decision(False, Text("你的角色不能做这件事", "Your role may not do this"))
_OTHER_TEAM = Decision(False, Text("这是别的小组的案件", "This case belongs to another team"))
_OTHER_HOLDER = Decision(False, Text("这个案件不在你手上", "You do not hold this case"))


@cache
def matrix() -> Mapping[Permission, Mapping[Role, Scope]]:
    """The table as loaded. A permission missing from the file is a fault of the program."""
    text = (files(__package__) / "matrix.yaml").read_text(encoding="utf-8")
    rows = yaml.safe_load(text)
    return {
        permission: {Role(r): Scope(s) for r, s in rows[permission.value].items()}
        for permission in Permission
    }


def scopes(actor: Actor, permission: Permission) -> frozenset[Scope]:
    """Every scope in which this person holds the permission; none when they have left."""
    row = matrix()[permission]
    return frozenset(row[r] for r in actor.roles if r in row) if actor.active else frozenset()


def may(actor: Actor, permission: Permission, subject: Subject | None = None) -> Decision:
    """Decide one act. A case of no team is nobody's: only those with scope `all` reach it."""
    if not actor.active:
        return _LEFT
    held = scopes(actor, permission)
    if not held:
        return _NOT_YOURS
    if subject is None or Scope.ALL in held:
        return ALLOWED
    return _by_scope(actor, held, subject)


def _by_scope(actor: Actor, held: frozenset[Scope], subject: Subject) -> Decision:
    same_team = bool(actor.team) and subject.team == actor.team
    if Scope.TEAM in held and same_team:
        return ALLOWED
    if Scope.OWN in held and same_team and subject.holder == actor.id:
        return ALLOWED
    return _OTHER_HOLDER if same_team else _OTHER_TEAM


def widest(actor: Actor, permission: Permission) -> Scope | None:
    """The widest scope held, for a list's filter; None: the list is empty."""
    held = scopes(actor, permission)
    return next((s for s in (Scope.ALL, Scope.TEAM, Scope.OWN) if s in held), None)
