"""Every address of the desk, for every role, on every kind of case: who may not, sees and changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import URLResolver, get_resolver

from machinery.databases import Database, django_on
from records.play import dial
from records.world import NOON, World, make_world
from shounuo.access.may import may
from shounuo.access.permissions import Permission
from shounuo.access.roles import Role
from shounuo.records.actions.claim_next_case import claim_case
from shounuo.records.models import Case, Event, Staff, Team
from shounuo.settings import clock
from shounuo.web.signed_in import actor_of, subject_of

# Nobody's data is on these: signing in, choosing a language, being alive. `find` and `home` ask `may` row by row.
OPEN = {"home", "login", "logout", "find", "health", "set_language"}
# Dialled by machines with a token of their own: tests/api.
MACHINES = "api/"
# Figures and numbers of every case of the world; the own number of each stands in no other's.
SECRETS = ("7,108.35", "14,000.00")


@dataclass(frozen=True)
class Page:
    """One address: its pattern with the names of its parts, and the act it asks for."""

    pattern: str
    name: str
    parts: tuple[str, ...]
    permission: Permission | None


def pages() -> Iterator[Page]:
    yield from _walk(get_resolver(), "")


def _walk(resolver: URLResolver, before: str) -> Iterator[Page]:
    for one in resolver.url_patterns:
        whole = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from _walk(one, whole)
        elif not whole.startswith(MACHINES):
            parts = tuple(one.pattern.converters)
            permission = getattr(one.callback, "permission", None)
            yield Page(whole, one.name or "", parts, permission)


@dataclass
class Floor:
    """Two teams of one lender, somebody of every role, a case of every kind."""

    world: World
    people: dict[Role, Staff]
    cases: dict[str, Case]
    contact_of_other: int

    def ask(
        self, staff: Staff, address: str, method: str, given: dict[str, str] | None = None
    ) -> HttpResponse:
        client = Client(raise_request_exception=False)
        client.force_login(staff)
        with clock.held_at(NOON + timedelta(minutes=5)):
            answer = getattr(client, method)(address, given or {})
        return answer  # type: ignore[no-any-return]

    def address(self, page: Page, case: Case) -> str:
        given = dict.fromkeys(page.parts, "1") | {
            "case_id": str(case.pk),
            "contact_id": str(self.contact_of_other),
            "guide_id": "cn-card-m1",
            "pack": "cn",
            "check": "x",
            "step": "submit",
        }
        text = page.pattern
        for name in page.parts:
            start = text.index("<")
            text = text[:start] + given[name] + text[text.index(">") + 1 :]
        return f"/{text}"


@pytest.fixture
def floor(sqlite_database: Database, django_db_blocker: pytest.FixtureRequest) -> Iterator[Floor]:
    with django_db_blocker.unblock(), django_on(sqlite_database):  # type: ignore[attr-defined]
        world = make_world(4)
        other = Team.objects.create(code="m2", name="M2组", lender=world.lender, line="1")
        people = {Role.COLLECTOR: world.anna, Role.LEAD: world.lead}
        for number, role, team in [
            ("1501", Role.FIELD, world.team),
            ("3001", Role.INSPECTOR, None),
            ("3101", Role.TRAINER, world.team),
            ("4001", Role.COMPLIANCE, None),
            ("9001", Role.ADMIN, None),
        ]:
            people[role] = Staff.objects.create(staff_no=number, name=number, role=role, team=team)
        stranger = Staff.objects.create(staff_no="1201", name="x", role="collector", team=other)
        for number, staff in ((0, world.anna), (1, world.bao)):
            claim_case(case_id=world.cases[number].pk, staff=staff, recorded_at=NOON)
        contact = dial(world.case(1), world.bao, NOON, "bao").contact
        assert contact is not None
        Case.objects.filter(pk=world.cases[3].pk).update(team=other)
        claim_case(case_id=world.cases[3].pk, staff=stranger, recorded_at=NOON)
        kinds = ("own", "colleague's", "unheld", "other team's")
        cases = {kind: world.case(n) for n, kind in enumerate(kinds)}
        yield Floor(world, people, cases, contact.pk)


def test_every_address_asks_who_comes() -> None:
    """Each page is wrapped in the act it needs, or is one of the few open to all."""
    found = list(pages())
    assert len(found) > 80
    assert {page.name for page in found if page.permission is None} == OPEN


@pytest.mark.parametrize("role", list(Role))
def test_a_role_is_refused_every_page_of_an_act_it_does_not_hold(floor: Floor, role: Role) -> None:
    """Reading and sending alike, and no event is written."""
    staff, before = floor.people[role], Event.objects.count()
    refused = 0
    for page in pages():
        if page.permission is None or may(actor_of(staff), page.permission):
            continue
        address = floor.address(page, floor.cases["own"])
        assert floor.ask(staff, address, "post").status_code in (403, 405), address
        assert floor.ask(staff, address, "get").status_code in (403, 405), address
        refused += 1
    assert refused > 10
    assert Event.objects.count() == before


@pytest.mark.parametrize("kind", ["own", "colleague's", "unheld", "other team's"])
@pytest.mark.parametrize("role", list(Role))
def test_a_page_of_a_case_opens_exactly_where_the_matrix_says(
    floor: Floor, role: Role, kind: str
) -> None:
    """Whoever may reads it without a fault; whoever may not gets nothing of it, by reading or sending."""
    staff, case, before = floor.people[role], floor.cases[kind], Event.objects.count()
    for page in pages():
        if page.parts != ("case_id",) or page.permission is None:
            continue
        address = floor.address(page, case)
        answer = floor.ask(staff, address, "get")
        if may(actor_of(staff), page.permission, subject_of(case)):
            assert answer.status_code < 403 or answer.status_code in (404, 405), address
            assert answer.status_code != 404 or page.name == "message", address
            continue
        for one in (answer, floor.ask(staff, address, "post")):
            assert one.status_code < 500, address
            text = one.content.decode() if one.status_code == 200 else ""
            assert not any(secret in text for secret in SECRETS), address
    if not may(actor_of(staff), Permission.CASE_VIEW, subject_of(case)):
        assert Event.objects.count() == before


def test_a_colleagues_call_is_nobody_elses(floor: Floor) -> None:
    """Every address of a call answers no to the colleague and to the lead, and nothing is written."""
    before = Event.objects.count()
    for page in pages():
        if page.parts != ("contact_id",):
            continue
        for role in (Role.COLLECTOR, Role.LEAD):
            for method in ("get", "post"):
                answer = floor.ask(
                    floor.people[role], floor.address(page, floor.cases["own"]), method
                )
                # 204: nobody follows the call live, which is asked before whose call it is.
                assert answer.status_code in (204, 403, 404, 405), (page.pattern, role, method)
                assert answer.status_code != 204 or not answer.content
    assert Event.objects.count() == before


NAMES = (
    *("what", "kind", "row", "at", "why", "reason", "point", "request_key", "to", "case", "staff"),
    *("day", "works", "outcome", "note", "version", "share", "team", "first", "last", "lender"),
    *("state", "role", "active", "password", "name", "code", "step", "again", "ground", "giver"),
    *("amount", "due_by", "method", "basis", "disposition", "decision", "words", "seen", "key"),
    *("page", "sort", "owner", "bucket", "run", "number", "from", "until", "days", "channel"),
)
SENT = {
    "nothing": {},
    "letters": dict.fromkeys(NAMES, "٣x'><9"),
    "numbers": dict.fromkeys(NAMES, "99999999999999999999999"),
    "nought": dict.fromkeys(NAMES, "1\x00"),
}


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("kind", SENT)
def test_what_is_sent_is_never_a_fault_of_the_page(floor: Floor, role: Role, kind: str) -> None:
    """Nothing at all, and nonsense in every field: each page answers, none breaks."""
    staff, broken = floor.people[role], []
    for page in pages():
        if page.permission is None or not may(actor_of(staff), page.permission):
            continue
        for method in ("get", "post"):
            address = floor.address(page, floor.cases["own"])
            if floor.ask(staff, address, method, SENT[kind]).status_code >= 500:
                broken.append((method, address))
    assert broken == []
