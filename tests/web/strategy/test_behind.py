"""From a number of the insight page to the cases behind it: the right ones, one's own team's, masked."""

from __future__ import annotations

import re
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.test import Client

from machinery.databases import Database
from records.play import play_a_call
from records.world import NOON, World, make_world
from shounuo.jobs.nightly import home_of, model_of, run_night
from shounuo.records.actions.save_strategy import publish_strategy, save_strategy
from shounuo.records.models import Account, Case, Lender, PaymentCoverage, QueueEntry, Team
from shounuo.records.queries.insight_cases import cases_behind
from shounuo.settings import clock
from shounuo.web.insight.page import portfolio_insight
from shounuo.web.insight.shown import charts_of

FIRST = date(2026, 11, 21)
PEOPLE = 12


@pytest.fixture
def floor(django_on_both: Database, tmp_path: Path, monkeypatch) -> World:
    """Twelve customers, one called and with a promise; nights three weeks apart, of whom one is M2 by the second."""
    monkeypatch.setenv("SHOUNUO_HOME", str(tmp_path))
    world = make_world(PEOPLE)
    play_a_call(world)
    challenge(world)
    night(world, FIRST)
    last = Account.objects.latest("pk")
    Account.objects.exclude(pk=last.pk).update(days_past_due=1)
    later = FIRST + timedelta(days=21)
    PaymentCoverage.objects.create(
        lender=world.lender, source="core", covers_through=later, recorded_at=NOON
    )
    night(world, later)
    return world


def night(world: World, day: date) -> None:
    with clock.held_at(NOON + timedelta(days=(day - FIRST).days, hours=15)):
        run_night(Lender.objects.get(), day, "nightly")


def challenge(world: World) -> None:
    """Half of the accounts by another order."""
    text = files("shounuo.strategy").joinpath("house.yaml").read_text(encoding="utf-8")
    other = text.replace("spare_bp: 2500", "spare_bp: 3000")
    for body, role, share in ((text, "champion", 0), (other, "challenger", 5000)):
        saved = save_strategy(
            lender=world.lender, body=body, note="", staff=world.lead, recorded_at=NOON
        )
        publish_strategy(
            version_id=saved.pk,
            role=role,
            challenger_bp=share,
            staff=world.lead,
            recorded_at=NOON,
        )


def signed_in(staff, settings) -> Client:
    settings.ALLOWED_HOSTS = ["*"]
    client = Client()
    client.force_login(staff)
    return client


def behind(world: World, **asked: object) -> list[int] | None:
    told = {key: str(value) for key, value in asked.items()}
    return cases_behind(world.lender, home_of(world.lender), model_of(world.lender), told)


def test_each_number_leads_to_its_cases(floor: World) -> None:
    """One called, reached and promised; one from M1 to M2, eleven stayed; all twelve of November."""
    cases = list(Case.objects.order_by("pk").values_list("pk", flat=True))
    called = [Case.objects.get(promises__isnull=False).pk]
    assert behind(floor, of="step", step="calls") == called
    assert behind(floor, of="step", step="reached") == called
    assert behind(floor, of="step", step="promises") == called
    assert behind(floor, of="step", step="kept") == []
    assert behind(floor, of="roll", was=1, now=2) == [cases[-1]]
    assert behind(floor, of="roll", was=1, now=1) == cases[:-1]
    assert behind(floor, of="history", night=FIRST + timedelta(days=21), was="M1") == [cases[-1]]
    assert behind(floor, of="vintage", month="2026-11") == cases
    assert behind(floor, of="vintage", month="2026-12") == []
    arms = [set(behind(floor, of="arm", arm=arm) or ()) for arm in (0, 1)]
    queued = set(QueueEntry.objects.filter(outcome="queued").values_list("case", flat=True))
    assert arms[0] | arms[1] == queued
    assert not arms[0] & arms[1]


NOT_THERE: list[dict[str, str]] = [
    {},
    {"of": "money"},
    {"of": "roll", "was": "1"},
    {"of": "roll", "was": "one", "now": "2"},
    {"of": "history", "night": "2026-02-30", "was": "M1"},
    {"of": "history", "night": "2026-11-01", "was": "M1"},
    {"of": "vintage", "month": "2026-13"},
    {"of": "step", "step": "money"},
    {"of": "bin", "target": "kept", "group": "0"},
    {"of": "bin", "target": "../kept", "group": "0"},
    {"of": "arm", "arm": "2"},
    {"of": "holdout", "held": "1"},
    {"of": "holdout", "held": "-1"},
]


def test_a_number_that_is_not_there_is_not_found(floor: World, settings) -> None:
    """Nonsense, and what has not begun, answer 404."""
    client = signed_in(floor.lead, settings)
    found = {client.get("/insight/cases?" + urlencode(asked)).status_code for asked in NOT_THERE}
    assert found == {404}


def test_the_list_is_of_ones_own_team_and_masked(floor: World, settings) -> None:
    """Two of twelve lie with another team: ten are listed, two counted; no whole name or number stands there."""
    other = Team.objects.create(code="other", name="other", lender=floor.lender)
    moved = list(Case.objects.order_by("pk").values_list("pk", flat=True)[:2])
    Case.objects.filter(pk__in=moved).update(team=other)
    client = signed_in(floor.lead, settings)
    page = client.get("/insight/cases?of=vintage&month=2026-11").content.decode()
    listed = {int(pk) for pk in re.findall(r'href="/case/(\d+)"', page)}
    assert listed == set(Case.objects.filter(team=floor.team).values_list("pk", flat=True))
    assert "另有 2 个在其他小组" in page
    assert "王*国" in page
    assert "王建国" not in page
    assert not re.search(r"1110000\d{4}", page)
    assert (
        signed_in(floor.anna, settings).get("/insight/cases?of=vintage&month=2026-11").status_code
        == 403
    )


def test_every_link_of_the_page_leads_to_a_list(floor: World, settings) -> None:
    """Funnel, matrix, history, months and arms are links of this desk, and each answers."""
    client = signed_in(floor.lead, settings)
    page = client.get("/insight").content.decode()
    links = {
        link.replace("&amp;", "&") for link in re.findall(r'href="(/insight/cases[^"]+)"', page)
    }
    kinds = {re.search(r"of=(\w+)", link).group(1) for link in links}
    assert kinds == {"step", "roll", "history", "vintage", "arm"}
    assert {client.get(link).status_code for link in links} == {200}
    assert "here.invalid" not in page
    assert "xlink:href" not in page


def test_paper_leads_nowhere(floor: World, settings) -> None:
    """The PDF holds the arms beside the portfolio's charts, and no link."""
    found = portfolio_insight(floor.team, home_of(floor.lender))
    assert found is not None
    drawn = charts_of(found, "zh")
    assert all("href" not in chart.to_json() for _, chart in drawn.values())
    pdf = signed_in(floor.lead, settings).get("/insight/pdf").content
    assert pdf.startswith(b"%PDF")
    assert b"/URI" not in pdf
