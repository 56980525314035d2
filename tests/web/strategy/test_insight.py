"""The insight figures are those of the calls that were made; an exported name is never a formula."""

from __future__ import annotations

import json
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.test import Client

from machinery.databases import Database
from records.play import play_a_call
from records.world import NOON, World, make_world
from shounuo.jobs.nightly import home_of, model_of, run_night
from shounuo.records.models import Case
from shounuo.records.queries.insight import portfolio_insight
from shounuo.records.queries.vintages import ALL, cure_curves
from shounuo.settings import clock
from shounuo.strategy.engine import DuckEngine


@pytest.fixture
def floor(django_on_both: Database, tmp_path: Path, monkeypatch) -> World:
    """One call with a promise yesterday, and a night over it."""
    monkeypatch.setenv("SHOUNUO_HOME", str(tmp_path))
    world = make_world(3)
    world.anna.name = "=1+1"
    world.anna.save()
    play_a_call(world)
    with clock.held_at(NOON):
        run_night(world.lender, date(2026, 11, 21), "nightly")
    return world


def test_one_call_with_a_promise_is_one_of_each(floor: World) -> None:
    """One call, reached, one promise of 7,200.00 by its collector, nothing kept yet."""
    found = portfolio_insight(floor.team, home_of(floor.lender))
    assert found is not None
    funnel = {"calls": 1, "reached": 1, "promises": 1, "settled": 0, "kept": 0}
    assert found.funnel == funnel
    (row,) = found.quality
    assert (row["agent_id"], row["promises"], row["kept_cents"]) == (floor.anna.pk, 1, 0)
    assert found.rolls == []


def test_a_name_that_looks_like_a_formula_stays_a_name(floor: World, settings) -> None:
    """The workbook carries “=1+1” as text and holds no formula; the PDF is one."""
    settings.ALLOWED_HOSTS = ["*"]
    client = Client()
    client.force_login(floor.lead)
    book = ZipFile(BytesIO(client.get("/insight/workbook").content))
    assert b"=1+1" in book.read("xl/sharedStrings.xml")
    sheets = [name for name in book.namelist() if name.startswith("xl/worksheets/")]
    assert all(b"<f>" not in book.read(name) for name in sheets)
    assert client.get("/insight/pdf").content.startswith(b"%PDF")


def test_a_cured_case_and_an_open_one_make_the_curve(floor: World) -> None:
    """Of three cases opened on the twentieth one came back in order within a week: one in three."""
    case = floor.cases[0]
    Case.objects.filter(pk=case.pk).update(
        state="closed", closed_reason="cured", closed_at=NOON + timedelta(days=2)
    )
    engine = DuckEngine(home_of(floor.lender) / "scratch")
    steps = cure_curves(floor.lender, date(2026, 11, 27), engine)
    together = [row for row in steps if row["vintage"] == ALL]
    assert [(row["weeks"], round(row["cured_share"], 4)) for row in together] == [
        (0, 0),
        (1, 0.3333),
        (2, 0.3333),
    ]
    assert {row["vintage"] for row in steps} == {ALL, "2026-11"}


def test_the_page_shows_how_honest_the_estimates_are(floor: World, settings) -> None:
    """A learned estimate is drawn told against true; one that was not learned says so."""
    settings.ALLOWED_HOSTS = ["*"]
    learned = {"reliability": [{"told": 0.2, "true": 0.25, "n": 30}], "brier": 0.161, "auc": 0.72}
    quality = {"contact": {"origin": "learned", "learned": learned}, "kept": {"origin": "rule"}}
    path = model_of(floor.lender)
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({"quality": quality}), encoding="utf-8")
    client = Client()
    client.force_login(floor.lead)
    page = client.get("/insight").content.decode()
    assert "由本机构数据学得" in page
    assert "0.161" in page
    assert "经验规则：本机构结果还太少" in page
