"""A new house from nothing: the first account by command, the rest on the administrator's pages."""

from __future__ import annotations

import json

import pytest
from django.test import Client
from playwright.sync_api import Page

from machinery.databases import Database, django_on
from machinery.live import Live
from records.world import NOON, World, make_world
from shounuo.kernel.errors import Refused
from shounuo.records.actions.claim_next_case import claim_next_case
from shounuo.records.actions.hire_staff import hire_staff
from shounuo.records.models import Case, Event, Lender, Staff, Team

PASSWORD = "long-enough-for-a-desk"


def administrator() -> Client:
    Staff.objects.create_staff("9001", PASSWORD, name="管理员", role="admin")
    found = Client()
    found.force_login(Staff.objects.get(staff_no="9001"))
    return found


@pytest.mark.browser
def test_from_an_empty_database_to_a_collector_who_signs_in(
    empty_desk: Live, django_db_blocker: pytest.FixtureRequest, page: Page
) -> None:
    """The command makes an administrator, who opens a team and hires a collector, who signs in."""
    with django_db_blocker.unblock(), django_on(empty_desk.database):  # type: ignore[attr-defined]
        Lender.objects.create(code="jianghai", full_name="江海银行")
    ran = empty_desk.database.shounuo("staff", "add", "9001", "管理员", "--json")
    assert ran.returncode == 0, ran.stderr
    password = json.loads(ran.stdout.splitlines()[-1])["password"]

    def sign_in(number: str, word: str) -> None:
        page.goto(empty_desk.url + "/login")
        page.fill("[name=username]", number)
        page.fill("[name=password]", word)
        page.click("button.primary")
        page.wait_for_url(lambda url: "/login" not in url)

    sign_in("9001", password)
    page.goto(empty_desk.url + "/house/teams")
    page.fill("[name=code]", "m1")
    page.fill("section form [name=name]", "M1组")
    page.fill("section form [name=line]", "4009")
    page.select_option("[name=line_approved]", "yes")
    page.click("section form button.primary")
    page.get_by_role("link", name="m1").wait_for()
    page.goto(empty_desk.url + "/house/people")
    page.fill("[name=staff_no]", "1001")
    page.fill("[name=name]", "张敏")
    page.locator("section form.row [name=team]").select_option(label="M1组")
    page.locator("section form.row [name=password]").fill(PASSWORD)
    page.click("section form.row button.primary")
    page.get_by_role("cell", name="张敏").wait_for()
    page.context.clear_cookies()
    sign_in("1001", PASSWORD)
    page.goto(empty_desk.url + "/desk")
    page.wait_for_selector("[data-between]")


def test_who_leaves_holds_nothing_any_more(django_on_both: Database) -> None:
    """The case in hand and the owned one go back to the pool, and the account opens nothing."""
    world: World = make_world(2)
    held = claim_next_case(staff=world.anna, recorded_at=NOON)
    assert held is not None
    Case.objects.exclude(pk=held.pk).update(owner=world.anna)
    mine = Client()
    mine.force_login(world.anna)
    admin = administrator()
    terms = {"role": "collector", "team": str(world.team.pk), "active": "no"}
    assert admin.post(f"/house/people/{world.anna.pk}", terms).status_code == 302
    assert set(Case.objects.values_list("state", "holder", "owner")) == {("queued", None, None)}
    assert mine.get("/desk").status_code == 302
    kinds = Event.objects.filter(chain=f"staff:{world.anna.pk}").values_list("kind", flat=True)
    assert "StaffChanged" in kinds


def test_another_line_must_prove_its_recording_again(django_on_both: Database) -> None:
    """A team whose line changes is as if its recording had never been checked."""
    world = make_world()
    terms = {
        "code": "m1-3", "lender": "jianghai", "name": "M1-3组", "release_mode": "pool", "keep_quota": "2",
        "lease_minutes": "20", "return_days": "3", "kp_target_low": "55", "kp_target_high": "80",
        "line": "4009", "line_approved": "yes",
    }  # fmt: skip
    admin = administrator()
    assert admin.post("/house/teams", terms).status_code == 302
    team = Team.objects.get(pk=world.team.pk)
    assert (team.keep_quota, team.recording_works) == (2, True)
    admin.post("/house/teams", {**terms, "line": "4010"})
    assert Team.objects.get(pk=world.team.pk).recording_works is None


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"kp_target_low": "90"}, "由低到高"),
        ({"keep_quota": "x"}, "不能为负"),
        ({"release_mode": "sale"}, "跳案或分案"),
        ({"name": ""}, "都要填写"),
    ],
)
def test_terms_that_cannot_hold_are_refused(
    django_on_both: Database, change: dict[str, str], code: str
) -> None:
    """The page says what is wrong and keeps what was typed; no team is opened."""
    Lender.objects.create(code="jianghai", full_name="江海银行")
    terms = {
        "code": "new", "lender": "jianghai", "name": "新组", "release_mode": "pool", "keep_quota": "0",
        "lease_minutes": "20", "return_days": "3", "kp_target_low": "55", "kp_target_high": "80", "line": "4009",
    }  # fmt: skip
    answer = administrator().post("/house/teams", {**terms, **change})
    assert answer.status_code == 409
    assert code in answer.content.decode()
    assert "4009" in answer.content.decode()
    assert not Team.objects.exists()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"staff_no": "1001"}, "staff_no_taken"),
        ({"role": "owner"}, "unknown_role"),
        ({"team_id": None}, "no_team"),
        ({"password": "12345"}, "weak_password"),
        ({"name": " "}, "nameless"),
    ],
)
def test_who_cannot_be_hired(
    django_on_both: Database, change: dict[str, object], code: str
) -> None:
    """A number in use, no such role, no team, a weak password, no name: refused, each by its name."""
    world = make_world()
    terms: dict[str, object] = {
        "staff_no": "1009", "name": "新人", "role": "collector", "team_id": world.team.pk, "password": PASSWORD,
    }  # fmt: skip
    with pytest.raises(Refused) as refused:
        hire_staff(**(terms | change), actor="test", recorded_at=NOON)  # type: ignore[arg-type]
    assert refused.value.problem.code == code


def test_nobody_shuts_themselves_out(django_on_both: Database) -> None:
    """An administrator who would deactivate the own account is told to ask another."""
    admin = administrator()
    own = Staff.objects.get(staff_no="9001")
    answer = admin.post(f"/house/people/{own.pk}", {"role": "admin", "active": "no"})
    assert answer.status_code == 409
    assert Staff.objects.get(staff_no="9001").is_active
