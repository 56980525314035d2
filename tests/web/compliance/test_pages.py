"""The compliance pages on a desk with a blocked night call."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from machinery.databases import Database
from records.play import MINUTE, dial, play_a_call
from records.world import NOON, World, make_world
from shounuo.records.actions.claim_next_case import claim_case
from shounuo.records.actions.record_request import record_request
from shounuo.records.models import Case, GateDecision, Lender, Release, Staff
from shounuo.settings import clock

TEN_AT_NIGHT = NOON + timedelta(hours=10)


@pytest.fixture
def officer(django_on_both: Database) -> tuple[World, Client]:
    """A compliance officer signed in; one call was made at noon and one refused at 22:00."""
    world = make_world(2)
    play_a_call(world)
    case = claim_case(case_id=world.cases[1].pk, staff=world.bao, recorded_at=NOON + 5 * MINUTE)
    assert case is not None
    assert dial(case, world.bao, TEN_AT_NIGHT, "night").contact is None
    Staff.objects.create(staff_no="4001", name="何律", role="compliance")
    client = Client()
    client.force_login(Staff.objects.get(staff_no="4001"))
    return world, client


def read(client: Client, address: str) -> str:
    """The page as text, asked for half an hour after the refused call."""
    with clock.held_at(TEN_AT_NIGHT + 30 * MINUTE):
        response = client.get(address)
    assert response.status_code == 200, (address, response.status_code)
    return str(response.content.decode())


def test_the_days_page_names_the_block_with_its_clause(officer: tuple[World, Client]) -> None:
    """A call asked for at 22:00 stands on the page with its rule, and the decision opens in full."""
    page = read(officer[1], "/gate")
    assert "TIME-1" in page
    assert "<td>拨打</td>" in page
    denied = GateDecision.objects.get(outcome="deny")
    whole = read(officer[1], f"/gate/decision/{denied.pk}")
    assert denied.pack_version in whole
    assert str(denied.case_id) in whole


def test_a_case_says_when_it_opens(officer: tuple[World, Client]) -> None:
    """In the night, the case opens at eight in the morning."""
    page = read(officer[1], f"/gate/case/{officer[0].cases[1].pk}")
    assert "11-21 08:00" in page


@pytest.mark.parametrize("pack", ["cn", "us", "house"])
def test_every_rule_has_a_page(pack: str, officer: tuple[World, Client]) -> None:
    """Each rule of each pack opens, with its numbers; the list links to all of them."""
    from shounuo.rules.rule_page import rule_pages

    index = read(officer[1], f"/rules/?pack={pack}")
    for page in rule_pages(pack):
        assert f"/rules/{pack}/{page.check}" in index
        read(officer[1], f"/rules/{pack}/{page.check}")


def test_a_stricter_number_is_tried_before_it_goes_live(officer: tuple[World, Client]) -> None:
    """With no connected call allowed a day, the one call of last month would have been stopped."""
    form = read(officer[1], "/rules/what-if")
    keys = [part.split('"')[0] for part in form.split('<option value="')[1:]]
    key = next(key for key in keys if key.startswith("cn.") and "connected" in key)
    page = read(officer[1], f"/rules/what-if?number={key}&value=0")
    assert "在 1 次联系中，1 次会被拦截" in page
    assert "不是整数" in read(officer[1], f"/rules/what-if?number={key}&value=drei")


def test_a_closing_hour_is_tried_as_a_time(officer: tuple[World, Client]) -> None:
    """A night from a minute past eight on stops every contact; a number is no time."""
    asked = "/rules/what-if?number=cn.guideline_night_from&value="
    assert "在 1 次联系中，1 次会被拦截" in read(officer[1], asked + "08:01")
    assert "如 21:00" in read(officer[1], asked + "21")


def test_rule_pages_speak_the_readers_language(officer: tuple[World, Client]) -> None:
    """No code of ours stands for law, unit, pack or outcome; English paragraphs are not broken."""
    page = read(officer[1], "/rules/cn/connected_calls_stay_within_day")
    assert "行业自律" in page
    assert '<td class="num">次</td>' in page
    assert "← 中国大陆" in page
    assert "self_regulation" not in page
    assert "cba_guideline" not in read(officer[1], "/rules/diff?pack=cn&a=2025-11-01&b=2026-11-20")
    officer[1].cookies.load({"django_language": "en"})
    english = officer[1].get("/rules/us/location_asked_once", headers={"accept-language": "en"})
    assert b"such person, or unless the debt collector" in english.content


def test_a_collector_reads_no_audit(officer: tuple[World, Client]) -> None:
    """The day's page is refused to a collector, with the reason in words."""
    client = Client()
    client.force_login(officer[0].anna)
    response = client.get("/gate")
    assert response.status_code == 403
    assert "你的角色不能做这件事" in response.content.decode()


def test_a_lenders_word_is_recorded_and_shown_as_such(officer: tuple[World, Client]) -> None:
    """A party nobody covers is named; the lender's written word is recorded, and without evidence it is not."""
    world, client = officer
    Lender.objects.update(contact_settings={"collecting_parties": ["jianghai", "恒信"]})
    assert "目前未覆盖 – 恒信" in read(client, "/coverage")
    given = {
        "lender": world.lender.pk,
        "organisation": "恒信",
        "basis": "attestation",
        "first": "2026-11-20",
        "last": "2026-11-21",
    }
    with clock.held_at(NOON):
        assert client.post("/coverage", given | {"evidence": " "}).status_code == 409
        assert client.post("/coverage", given | {"evidence": "函-7"}).status_code == 302
    page = read(client, "/coverage")
    assert "目前未覆盖" not in page
    assert "出借方书面声明" in page
    assert "函-7" in page
    client.force_login(Staff.objects.get(staff_no="1001"))
    assert client.post("/coverage", given).status_code == 403


def test_a_lead_releases_and_a_collector_may_not(officer: tuple[World, Client]) -> None:
    """The lead of the team releases the call under review, once it has a reason; a collector is refused."""
    world, client = officer
    case = world.cases[1]
    record_request(case_id=case.pk, kind="has_lawyer", staff=world.bao, recorded_at=NOON)
    held = dial(Case.objects.get(pk=case.pk), world.bao, NOON + 9 * MINUTE, "review")
    address = f"/gate/release/{held.decision.pk}"
    assert held.decision.outcome == "needs_review"
    for number, status in (("1002", 403), ("2001", 302)):
        client.force_login(Staff.objects.get(staff_no=number))
        with clock.held_at(NOON + 10 * MINUTE):
            assert client.post(address, {"reason": "律师同意"}).status_code == status
    assert Release.objects.get().released_by.staff_no == "2001"
    passed = dial(Case.objects.get(pk=case.pk), world.bao, NOON + 11 * MINUTE, "released")
    assert passed.contact is not None


def test_a_stored_block_still_says_when_it_opens(officer: tuple[World, Client]) -> None:
    """The day's pages word stored reasons: the press at ten at night waits until eight."""
    denied = GateDecision.objects.get(outcome="deny")
    for page in (read(officer[1], "/gate"), read(officer[1], f"/gate/decision/{denied.pk}")):
        assert "11月21日 08:00起可联系" in page
        assert "未知" not in page
