"""The lead's night settings: hour and consent set from the page, refusals shown with what was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from django.test import Client

from machinery.databases import Database
from records.world import NOON, World, make_world
from shounuo.jobs.nightly import run_night
from shounuo.records.actions.save_strategy import publish_strategy, save_strategy
from shounuo.records.models import Lender, NightRun, Payment, PaymentCoverage, QueueEntry
from shounuo.records.queries.live_strategies import house_text
from shounuo.settings import clock

TODAY = date(2026, 11, 21)
NIGHT = datetime.fromisoformat("2026-11-21T03:00:00+08:00")
CONSENT = {"form": "consent", "since": "2026-11-20", "evidence": "江海函7号"}


@pytest.fixture
def floor(django_on_both: Database, tmp_path, monkeypatch) -> Iterator[World]:
    monkeypatch.setenv("SHOUNUO_HOME", str(tmp_path))
    with clock.held_at(NOON):
        yield make_world(40)


@pytest.fixture
def lead(floor: World, settings) -> Client:
    settings.ALLOWED_HOSTS = ["*"]
    client = Client()
    client.force_login(floor.lead)
    return client


def draw_a_tenth(floor: World) -> None:
    """The house's strategy with the largest holdout there may be is made champion."""
    body = house_text().replace("holdout_bp: 0", "holdout_bp: 1000")
    told = {"staff": floor.lead, "recorded_at": NOON}
    version = save_strategy(lender=floor.lender, body=body, note="", **told)
    publish_strategy(version_id=version.pk, role="champion", **told)


def night() -> NightRun:
    with clock.held_at(NIGHT):
        return run_night(Lender.objects.get(), TODAY, "nightly")


def test_hour_and_consent_are_set_and_withdrawn_on_the_page(lead: Client) -> None:
    """The hour is kept; 2.5% and 10% are kept in basis points; an empty day takes the consent back."""
    assert lead.post("/strategy/settings", {"form": "hour", "hour": "4", "runs": "yes"}).url
    told = CONSENT | {"explore": "2.5", "holdout": "10"}
    assert lead.post("/strategy/settings", told).status_code == 302
    night = Lender.objects.get().night
    assert (night["hour"], "off" in night) == (4, False)
    kept = night["randomise"]
    assert (kept["explore_bp"], kept["holdout_bp"]) == (250, 1000)
    page = lead.get("/strategy/settings").content.decode()
    assert "江海函7号" in page
    assert 'value="2.5"' in page
    lead.post("/strategy/settings", CONSENT | {"since": ""})
    assert Lender.objects.get().night == {"hour": 4}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"form": "hour", "hour": "9"}, "队列须在当天第一通电话之前排好"),
        ({"form": "hour", "hour": "三"}, "请选择钟点"),
        (CONSENT | {"explore": "6", "holdout": "1"}, "份额 6% 超出 0 至 5%"),
        (CONSENT | {"explore": "1", "holdout": "11"}, "份额 11% 超出 0 至 10%"),
        (CONSENT | {"explore": "-1", "holdout": "1"}, "份额 -1% 超出 0 至 5%"),
        (CONSENT | {"explore": "many", "holdout": "1"}, "请填写百分数"),
        (CONSENT | {"explore": "NaN", "holdout": "1"}, "请填写百分数"),
        (CONSENT | {"explore": "1e999999", "holdout": "1"}, "请填写百分数"),
        (CONSENT | {"since": "20.11.2026"}, "请填写日期"),
        (CONSENT | {"evidence": " ", "explore": "1", "holdout": "1"}, "没有委托机构的书面依据"),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason(lead: Client, given, said) -> None:
    """The page comes back with the reason, and nothing is kept."""
    answer = lead.post("/strategy/settings", given)
    assert answer.status_code == 409
    assert said in answer.content.decode()
    assert Lender.objects.get().night == {}


def test_a_collector_may_not_set_the_night(floor: World, settings) -> None:
    """Only who may edit the strategy reaches the page."""
    settings.ALLOWED_HOSTS = ["*"]
    client = Client()
    client.force_login(floor.anna)
    assert client.post("/strategy/settings", {"form": "hour", "hour": "4"}).status_code == 403
    assert Lender.objects.get().night == {}


def test_nobody_is_drawn_without_consent_and_the_night_says_so(floor: World) -> None:
    """A strategy that asks for a tenth holds nobody back, and the lead reads why."""
    draw_a_tenth(floor)
    run = night()
    assert run.summary["decisions"]["holdout"] == 0
    assert "shares-cut-to-consent" in [n["code"] for n in run.summary["notices"]]


def test_with_consent_the_drawn_are_held_with_their_chance(floor: World, lead: Client) -> None:
    """At a tenth some of forty are drawn, each with 100,000 ppm; a consent from tomorrow draws nobody."""
    draw_a_tenth(floor)
    lead.post("/strategy/settings", CONSENT | {"explore": "5", "holdout": "10"})
    run = night()
    held = QueueEntry.objects.filter(run=run, outcome="holdout")
    assert held.count() == run.summary["decisions"]["holdout"] > 0
    assert {entry.propensity_ppm for entry in held} == {100_000}
    later = {"since": "2026-11-22", "explore": "5", "holdout": "10"}
    lead.post("/strategy/settings", CONSENT | later)
    assert night().summary["decisions"]["holdout"] == 0


def pays(floor: World, account: int, day: date, cents: int) -> None:
    Payment.objects.create(
        lender=floor.lender,
        source="core",
        ref=f"{account}",
        account_id=account,
        amount_cents=cents,
        currency="CNY",
        transacted_on=day,
        recorded_at=NOON,
    )


def test_a_month_later_the_page_tells_what_calling_caused(floor: World, lead: Client) -> None:
    """All held and callable enter on the first night; thirty days on, what three of them paid is counted."""
    draw_a_tenth(floor)
    lead.post("/strategy/settings", CONSENT | {"explore": "0", "holdout": "10"})
    run = night()
    held = run.entries.filter(outcome="holdout").values_list("account", flat=True)
    told = run.summary["holdout"]
    assert (told["held"], told["callable"], told["waiting"]) == (0, 0, 40)
    first, *others = run.entries.exclude(outcome="holdout").values_list("account", flat=True)
    pays(floor, held[0], TODAY, 710_835)
    pays(floor, first, TODAY + timedelta(days=29), 710_835)
    pays(floor, others[0], TODAY + timedelta(days=30), 710_835)
    later = TODAY + timedelta(days=30)
    PaymentCoverage.objects.create(
        lender=floor.lender, source="core", covers_through=later, recorded_at=NOON
    )
    with clock.held_at(NIGHT + timedelta(days=30)):
        told = run_night(Lender.objects.get(), later, "nightly").summary["holdout"]
    n = len(held)
    assert (told["held"], told["callable"], told["waiting"]) == (n, 40 - n, 0)
    assert told["cured"]["held"] == pytest.approx(1 / n)
    assert told["cured"]["callable"] == pytest.approx(1 / (40 - n))
    assert told["share"]["callable"] == pytest.approx(1 / (40 - n))
    page = lead.get("/insight").content.decode()
    assert "还看不出拨打的作用，继续。" in page
    assert cases_listed(lead, 1) == {
        entry.case_id for entry in run.entries.filter(outcome="holdout")
    }
    assert len(cases_listed(lead, 0)) == 40 - n


def cases_listed(lead: Client, held: int) -> set[int]:
    page = lead.get(f"/insight/cases?of=holdout&held={held}").content.decode()
    return {int(pk) for pk in re.findall(r'href="/case/(\d+)"', page)}
