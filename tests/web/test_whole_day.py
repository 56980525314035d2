"""A whole day on the research portfolio of Taiwan, from the lender's file to the lead's board, in the browser."""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from feeds.files import PAYMENTS, write
from machinery.databases import Database, django_on
from machinery.live import served
from shared_files import shared
from shounuo.records.actions.hire_staff import hire_staff
from shounuo.records.models import Account, Promise, PromiseVerdict, Staff, Team
from web.collector.hands import dial, hang_up, take_promise

pytestmark = pytest.mark.browser

PASSWORD = "long-enough-for-a-desk"
MORNING = datetime.fromisoformat("2005-09-30T11:00:00+08:00")
NEXT_DAY = datetime.fromisoformat("2005-10-01T11:00:00+08:00")
CALLS = 5
PAYMENT_COLUMNS = (*PAYMENTS, "类型", "原流水号")
ROWS = 60
HEADER = (
    "ID,LIMIT_BAL,SEX,EDUCATION,MARRIAGE,AGE,PAY_0,PAY_2,PAY_3,PAY_4,PAY_5,PAY_6,"
    "BILL_AMT1,BILL_AMT2,BILL_AMT3,BILL_AMT4,BILL_AMT5,BILL_AMT6,"
    "PAY_AMT1,PAY_AMT2,PAY_AMT3,PAY_AMT4,PAY_AMT5,PAY_AMT6,default.payment.next.month"
)


def lines_of_the_portfolio() -> list[str]:
    """The first rows of the real file; where it is not there, rows of its form, every third one late."""
    path = shared("data/taiwan/UCI_Credit_Card.csv.gz")
    if path is not None:
        text = gzip.decompress(path.read_bytes()).decode()
        return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")[: ROWS + 1]
    made = [
        f"{n},90000,2,2,2,34,{2 if n % 3 == 0 else 0},0,0,0,0,0,{20_000 + 731 * n},14027,13559,"
        "14331,14948,15549,1518,1500,1000,1000,1000,5000,0"
        for n in range(1, ROWS + 1)
    ]
    return [HEADER, *made]


@dataclass
class Day:
    """The served desk, its clock, and one browser page."""

    url: str
    database: Database
    page: Page

    def set_clock(self, moment: datetime) -> None:
        (self.database.home / "clock").write_text(f"{moment.isoformat()} running\n")

    def sign_in(self, number: str) -> None:
        self.page.context.clear_cookies()
        self.page.goto(f"{self.url}/login")
        self.page.fill("[name=username]", number)
        self.page.fill("[name=password]", PASSWORD)
        self.page.press("[name=password]", "Enter")
        self.page.wait_for_url(lambda url: "/login" not in url)

    def bring(self, path: Path, kind: str, mapping: str, **more: str) -> None:
        """One file through the import pages, to its end."""
        page = self.page
        page.goto(f"{self.url}/imports")
        page.select_option("[name=kind]", kind)
        page.fill("[name=lender]", "taiwan")
        page.select_option("[name=mapping]", mapping)
        if "as_of" in more:
            page.fill("[name=as_of]", more.pop("as_of"))
        else:
            page.click("details summary")
        for name, value in more.items():
            page.fill(f"[name={name}]", value)
        page.set_input_files("[name=file]", str(path))
        page.locator("form[enctype] button.primary").click()
        page.locator("form[action*=begin] button.primary").click()
        page.locator(".tag.kept").wait_for(timeout=60_000)


@contextmanager
def day_on(database: Database, page: Page) -> Iterator[Day]:
    with django_on(database):
        hire_staff(
            staff_no="9001",
            name="管理员",
            role="admin",
            team_id=None,
            password=PASSWORD,
            actor="test",
            recorded_at=MORNING,
        )
    (database.home / "clock").write_text(f"{MORNING.isoformat()} running\n")
    with served(database) as desk, django_on(database):
        yield Day(desk.url, database, page)


def hire_the_floor() -> None:
    """A collector and a lead of the team that the lender's file brought."""
    team = Team.objects.get(code="taiwan")
    for number, name, role in [("1001", "张敏", "collector"), ("2001", "李青", "lead")]:
        hire_staff(
            staff_no=number,
            name=name,
            role=role,
            team_id=team.pk,
            password=PASSWORD,
            actor="9001",
            recorded_at=MORNING,
        )


def take_five_promises(day: Day) -> list[Promise]:
    """Next case, call, past due promised for today, read back, coded: five times by keys."""
    page = day.page
    page.goto(f"{day.url}/desk")
    page.wait_for_selector("[data-between]")
    for _ in range(CALLS):
        before = page.url
        page.keyboard.press("n")
        page.wait_for_url(lambda url, before=before: url != before and "/case/" in url)
        page.wait_for_selector("[data-key=D]")
        dial(page)
        page.keyboard.press("a")
        page.wait_for_selector("[data-phase=talking]")
        take_promise(page)
        hang_up(page)
        page.wait_for_selector("#code-panel:not([hidden])")
        page.keyboard.press("p")
        page.keyboard.press("Enter")
        page.wait_for_url("**/case/*")
    return list(Promise.objects.order_by("pk"))


def payment(
    ref: str, promise: Promise, cents: int, day: str, kind: str = "还款", undoes: str = ""
) -> tuple[str, ...]:
    account = Account.objects.get(customer=promise.customer_id)
    return (ref, account.ref, f"{cents / 100:.2f}", day, kind, undoes)


def states() -> list[str]:
    return list(Promise.objects.order_by("pk").values_list("state", flat=True))


def test_a_whole_day_from_the_lenders_file_to_the_board(
    sqlite_database: Database, django_db_blocker: pytest.FixtureRequest, page: Page, tmp_path: Path
) -> None:
    """Of five promises one is kept, one broken, one kept in part, one reversed, one late; the board says so."""
    lines = lines_of_the_portfolio()
    book = tmp_path / "book.csv.gz"
    book.write_bytes(gzip.compress("\r".join(lines).encode()))
    late = [r for r in csv.DictReader(io.StringIO("\n".join(lines))) if int(r["PAY_0"]) > 0]
    with (
        django_db_blocker.unblock(),  # type: ignore[attr-defined]
        day_on(sqlite_database, page) as day,
    ):
        day.sign_in("9001")
        day.bring(book, "portfolio", "uci-taiwan", as_of="2005-09-30")
        expect(page.locator("#progress, main").first).to_contain_text(str(len(late)))
        hire_the_floor()
        day.sign_in("2001")
        page.goto(f"{day.url}/floor")
        page.locator("button[value=yes]").first.click()
        day.sign_in("1001")
        kept, _broken, part, reversed_, delayed = promises = take_five_promises(day)
        assert states() == ["open"] * CALLS

        first = [
            payment("K", kept, kept.recorded_cents, "2005-09-30"),
            payment("P", part, part.recorded_cents - 1, "2005-09-30"),
            payment("R", reversed_, reversed_.recorded_cents, "2005-09-30"),
        ]
        day.set_clock(NEXT_DAY)
        day.sign_in("9001")
        path = write(tmp_path / "payments-1.csv", PAYMENT_COLUMNS, first)
        day.bring(path, "payments", "plain-payments", covers_from="2005-09-30", covers_through="2005-09-30")  # fmt: skip
        assert states() == ["kept", "broken", "partly_kept", "kept", "broken"]
        second = [
            payment("R-", reversed_, reversed_.recorded_cents, "2005-10-01", "冲正", "R"),
            payment("L", delayed, delayed.recorded_cents, "2005-10-01"),
        ]  # fmt: skip
        path = write(tmp_path / "payments-2.csv", PAYMENT_COLUMNS, second)
        day.bring(path, "payments", "plain-payments", covers_from="2005-10-01", covers_through="2005-10-01")  # fmt: skip
        assert states() == ["kept", "broken", "partly_kept", "broken", "kept_late"]
        told = PromiseVerdict.objects.filter(promise=reversed_).order_by("seq")
        assert [v.state for v in told][-2:] == ["kept", "broken"]

        day.sign_in("2001")
        page.goto(f"{day.url}/board?first=2005-09-30&last=2005-10-01")
        line = page.locator("tbody tr", has_text="张敏")
        cells = [cell.strip() for cell in line.locator("td").all_inner_texts()]
        # attempts, volume, ATT, contacts, promises, implied, waiting, kept, late, part, broken
        assert cells[1:3] + cells[4:12] == ["5", "5", "5", "5", "0", "0", "1", "1", "1", "2"]
        paid = kept.recorded_cents + part.recorded_cents - 1 + delayed.recorded_cents
        assert f"{paid / 100:,.2f}" in cells[14]
        line.click()
        expect(page.locator("#drawer td", has_text="PTP")).to_have_count(CALLS)
        assert {p.taken_by for p in promises} == {Staff.objects.get(staff_no="1001")}
