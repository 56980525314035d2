"""Role by role, act by act, case by case: who may do what."""

from pathlib import Path

import pytest
import yaml

from shounuo.access.may import Scope, may, widest
from shounuo.access.permissions import Permission
from shounuo.access.roles import Actor, Role, Subject

TABLE = yaml.safe_load((Path(__file__).parent / "matrix.yaml").read_text(encoding="utf-8"))
ROLES = [Role(name) for name in TABLE.pop("roles")]
CELLS = [
    (role, Permission(act), word)
    for act, row in TABLE.items()
    for role, word in zip(ROLES, row, strict=True)
]
CASES = {
    "own": Subject("M1-3", "zhang"),
    "colleague's": Subject("M1-3", "li"),
    "unheld": Subject("M1-3", ""),
    "other team's": Subject("M2-1", "wang"),
    "other team's of the same number": Subject("M2-1", "zhang"),
    "nobody's": Subject("", ""),
}
REACH = {
    "none": set(),
    "own": {"own"},
    "team": {"own", "colleague's", "unheld"},
    "all": set(CASES),
}


def actor(*roles: Role, **more) -> Actor:
    return Actor("zhang", frozenset(roles), **({"team": "M1-3"} | more))


def test_the_table_names_every_role_and_every_act() -> None:
    """No role and no act can be added without saying who may do it."""
    assert set(ROLES) == set(Role)
    assert {Permission(act) for act in TABLE} == set(Permission)


@pytest.mark.parametrize(("role", "act", "word"), CELLS)
def test_a_role_reaches_exactly_the_cases_of_its_cell(role, act, word) -> None:
    """A cell allows its cases, refuses the others with a reason, and opens the page only if any is allowed."""
    person = actor(role)
    for name, case in CASES.items():
        decision = may(person, act, case)
        assert decision.allowed is (name in REACH[word]), (name, decision.reason.en)
        assert bool(decision.reason.zh) is not decision.allowed
    assert may(person, act).allowed is (word != "none")


@pytest.mark.parametrize("act", list(Permission))
def test_somebody_who_left_may_do_nothing(act) -> None:
    """An account that is not active is refused everything, whatever its roles."""
    assert not may(actor(*Role, active=False), act)


@pytest.mark.parametrize("act", list(Permission))
def test_somebody_without_a_role_may_do_nothing(act) -> None:
    """No role, no act."""
    assert not may(actor(), act, CASES["own"])


def test_a_person_without_a_team_reaches_no_team_case() -> None:
    """An empty team never matches the empty team of a case that is nobody's."""
    lost = actor(Role.COLLECTOR, Role.LEAD, team="")
    assert not may(lost, Permission.CASE_VIEW, CASES["nobody's"])
    assert not may(lost, Permission.CASE_VIEW, CASES["own"])


def test_two_roles_reach_what_either_reaches() -> None:
    """A lead who also collects may open a contact on a held case and reassign a colleague's."""
    both = actor(Role.COLLECTOR, Role.LEAD)
    assert may(both, Permission.CONTACT_OPEN, CASES["own"])
    assert may(both, Permission.CASE_REASSIGN, CASES["colleague's"])
    assert not may(both, Permission.CONTACT_OPEN, CASES["colleague's"])
    assert widest(both, Permission.CASE_VIEW) is Scope.TEAM


def test_who_asks_for_money_never_judges_the_asking() -> None:
    """Nobody may, by one role, both open a contact and release, decide or inspect it."""
    judging = (
        Permission.CONTACT_RELEASE,
        Permission.INSPECTION_DECIDE,
        Permission.PROMISE_OVERRIDE,
    )
    for role in Role:
        if may(actor(role), Permission.CONTACT_OPEN):
            assert not any(may(actor(role), act) for act in judging)
