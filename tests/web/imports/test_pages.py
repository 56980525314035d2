"""A file through the pages: looked at, imported in the background, a bad row mended."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from feeds.files import PAYMENTS, payment, write
from machinery.databases import Database, django_on
from machinery.live import Live, served
from records.play import play_a_call
from records.world import make_world
from shounuo.records.models import Payment, Promise, Staff, WaitingRow


@pytest.mark.browser
def test_an_administrator_brings_payments_and_mends_a_row(
    sqlite_database: Database, django_db_blocker, page: Page, tmp_path: Path
) -> None:
    """7,108.35 in the file keeps the promise; `ten` waits, is mended to 10.00 and taken; nothing of
    the file stays on disk."""
    with django_db_blocker.unblock(), django_on(sqlite_database):
        world = make_world()
        play_a_call(world)
        Staff.objects.create_staff("9001", "x", name="管理员", role="admin", team=None)
    rows = [payment(1, "7,108.35"), payment(2, "ten")]
    path = write(tmp_path / "还款.csv", PAYMENTS, rows, encoding="gbk")
    with served(sqlite_database, SHOUNUO_CLOCK="2026-11-20T20:00+08:00") as desk:
        page.goto(desk.url + "/login")
        page.fill("[name=username]", "9001")
        page.fill("[name=password]", "x")
        page.click("button.primary")
        page.goto(desk.url + "/imports")
        page.select_option("[name=kind]", "payments")
        page.fill("[name=lender]", "jianghai")
        page.select_option("[name=mapping]", "plain-payments")
        page.set_input_files("[name=file]", str(path))
        page.locator("form[enctype] button.primary").click()
        page.locator(".figure", has_text="7,108.35").wait_for()
        page.locator("form[action*=begin] button.primary").click()
        page.locator(".tag.kept").wait_for(timeout=60_000)
        page.locator("#progress a[href*=waiting]").click()
        page.locator("tbody a.button").click()
        page.fill("[name=value]", "10.00")
        page.locator("[value=mend]").click()
        page.wait_for_url("**/imports/waiting")
    with django_db_blocker.unblock(), django_on(sqlite_database):
        assert sorted(p.amount_cents for p in Payment.objects.all()) == [1_000, 710_835]
        assert Promise.objects.get().state == "kept"
        assert WaitingRow.objects.get().state == "mended"
    kept = sqlite_database.home.glob("uploads/imports/*/file")
    assert list(kept) == []


@pytest.mark.browser
def test_a_file_that_cannot_be_used_says_why(
    empty_desk: Live, django_db_blocker, page: Page, tmp_path: Path
) -> None:
    """Payments brought as accounts: the page names the columns that are missing, in Chinese."""
    with django_db_blocker.unblock(), django_on(empty_desk.database):
        make_world()
        Staff.objects.create_staff("9001", "x", name="管理员", role="admin", team=None)
    path = write(tmp_path / "p.csv", PAYMENTS, [payment(1, "1")])
    page.goto(empty_desk.url + "/login")
    page.fill("[name=username]", "9001")
    page.fill("[name=password]", "x")
    page.click("button.primary")
    page.goto(empty_desk.url + "/imports")
    page.fill("[name=lender]", "jianghai")
    page.select_option("[name=mapping]", "plain-portfolio")
    page.fill("[name=as_of]", "2026-11-20")
    page.set_input_files("[name=file]", str(path))
    page.locator("form[enctype] button.primary").click()
    assert "表头缺列" in page.locator("[role=alert]").first.inner_text()
