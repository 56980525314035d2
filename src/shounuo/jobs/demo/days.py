"""Past working days, played through the product's own actions: calls, promises, payments, files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from shounuo.jobs.demo.answers import answer_due
from shounuo.jobs.demo.book import Book
from shounuo.records.actions.claim_next_case import claim_next_case
from shounuo.records.actions.contact_report import Report
from shounuo.records.actions.end_contact import answer_contact, end_contact
from shounuo.records.actions.open_contact import open_contact
from shounuo.records.actions.record_promise import Agreed, PromiseRefused, record_promise
from shounuo.records.actions.release_case import release_case
from shounuo.records.actions.seal_day import seal_day
from shounuo.records.actions.take_accounts import take_accounts
from shounuo.records.actions.take_payments import (
    PaymentRow,
    declare_coverage,
    settle_waiting,
    take_payments,
)
from shounuo.records.actions.wake_cases import wake_cases
from shounuo.records.models import Account, Case, Contact, Lender, Promise, Staff
from shounuo.records.sealing import keyed_hash
from shounuo.rules.proposed import Channel

BATCH = 200

ANSWERS_TIMES = (
    4.0  # the demo answers four times as often as measured, so that there is something to see
)
KEEPS_TIMES = 1.5  # and keeps its word more often than measured, for the same reason
NOT_REACHED = (
    ("no_answer", "NO_ANSWER", 0.72),
    ("busy", "BUSY", 0.1),
    ("powered_off", "POWERED_OFF", 0.12),
    ("rejected", "REJECTED", 0.06),
)
SAID = (
    ("NO_MONEY", 0.34),
    ("CALLBACK", 0.18),
    ("REFUSE", 0.14),
    ("HUNG_UP", 0.18),
    ("PLAN_REQUEST", 0.07),
    ("CLAIM_PAID", 0.04),
    ("AUTOPAY_FAILED", 0.05),
    ("DISPUTE", 0.04),
    ("VULNERABLE", 0.03),
    ("COMPLAINT", 0.02),
)
GIVEN = {
    "NO_MONEY": {"reason": "工资未发"},
    "REFUSE": {"reason": "认为利息过高"},
    "PLAN_REQUEST": {"affordable_monthly": "800", "reason": "收入减少"},
    "CLAIM_PAID": {"paid_on": "昨天", "paid_amount": "500", "method": "app"},
    "AUTOPAY_FAILED": {"bank": "本行"},
    "DISPUTE": {"reason": "有一笔不是本人消费", "disputed_amount": "688.00"},
    "VULNERABLE": {"quote": "刚做完手术，没有收入"},
    "COMPLAINT": {"quote": "你们打得太勤，我要投诉"},
}


@dataclass
class Truth:
    """What the simulator knows of one customer: chances of answering, promising, keeping."""

    answers: float
    promises: float
    keeps: float


@dataclass
class Floor:
    """The floor over its past days. Money to come: (day, account, cents)."""

    lender: Lender
    staff: list[Staff]
    truth_of: Callable[[str], Truth]  # account reference -> truth
    book: Book
    random: Random
    answers: Random  # luck of its own: what is answered does not change what is said
    truth: dict[int, Truth] = field(default_factory=dict)  # customer id -> truth
    paid: dict[str, int] = field(default_factory=dict)  # account reference -> cents so far
    calls_a_day: int = 6
    due_money: list[tuple[date, Account, int]] = field(default_factory=list)
    payments: int = 0

    def play(self, day: date) -> None:
        """One working day, then its payment file in the evening."""
        zone = ZoneInfo(self.lender.zone)
        morning = datetime.combine(day, time(9), zone)
        if not self.truth or day.weekday() == 0:
            self._take_book(day, morning - timedelta(hours=3))
        answer_due(self.lender, morning, self.answers)
        wake_cases(recorded_at=morning)
        for turn in range(self.calls_a_day):
            for number, staff in enumerate(self.staff):
                minutes = turn * (480 // self.calls_a_day) + number * 2
                self._call(staff, morning + timedelta(minutes=minutes))
        self._evening(day, datetime.combine(day, time(20), zone))

    def rest(self, day: date, next_day: date) -> None:
        """The days between two working days: nobody calls, the payment files come."""
        for ahead in range(1, (next_day - day).days):
            free = day + timedelta(days=ahead)
            self._evening(free, datetime.combine(free, time(20), ZoneInfo(self.lender.zone)))

    def _take_book(self, day: date, at: datetime) -> None:
        """The week's file; those who will pay unasked do so on some day of it."""
        rows = self.book.file_of(day, self.paid)
        for start in range(0, len(rows), BATCH):
            part = rows[start : start + BATCH]
            take_accounts(lender=self.lender, rows=part, actor="demo", recorded_at=at)
        by_hash = {keyed_hash(row.account_ref, kind="account"): row for row in rows}
        for account in Account.objects.filter(lender=self.lender, ref_hash__in=by_hash):
            row = by_hash[account.ref_hash]
            self.truth[account.customer_id] = self.truth_of(row.account_ref)
            if self.book.pays_unasked(row):
                pays_on = day + timedelta(days=self.random.randrange(5))
                self.due_money.append((pays_on, account, int(row.figures["past_due_cents"])))

    def _call(self, staff: Staff, at: datetime) -> None:
        case = claim_next_case(staff=staff, recorded_at=at)
        if case is None:
            return
        point = case.customer.points.filter(role="customer").first()
        opened = open_contact(
            case_id=case.pk,
            point_id=point.pk,
            channel=Channel.CALL,
            staff=staff,
            recorded_at=at,
            request_key=f"demo-{case.pk}-{at.isoformat()}",
        )
        if opened.contact is not None:
            self._talk(opened.contact, case, staff, at)
        release_case(
            case_id=case.pk, actor=staff, recorded_at=at + timedelta(minutes=6), reason="done"
        )

    def _talk(self, contact: Contact, case: Case, staff: Staff, at: datetime) -> None:
        truth = self.truth[case.customer_id]
        if self.random.random() > min(0.85, truth.answers * ANSWERS_TIMES):
            outcome, code = self._pick(NOT_REACHED)
            report = Report(outcome, code, False, talk_seconds=0)
        else:
            answer_contact(contact_id=contact.pk, staff=staff, recorded_at=at)
            report = self._answered(contact, case, staff, at, truth)
        end_contact(
            contact_id=contact.pk, staff=staff, recorded_at=at + timedelta(minutes=5), report=report
        )

    def _answered(
        self, contact: Contact, case: Case, staff: Staff, at: datetime, truth: Truth
    ) -> Report:
        seconds = self.random.randint(70, 280)
        if self.random.random() < truth.promises:
            try:
                return self._promise(contact, case, staff, at, truth, seconds)
            except PromiseRefused:
                seconds = 90
        code = self._code(SAID)
        given = dict(GIVEN.get(code, {}))
        back = at + timedelta(days=1) if code == "CALLBACK" else None
        if back is not None:
            given["callback_at"] = back.isoformat()
        return Report(
            "connected",
            code,
            True,
            talk_seconds=seconds,
            party_hung_up=code == "HUNG_UP",
            return_at=back,
            reason=str(given.get("reason", "")),
            given=given,
        )

    def _promise(
        self, contact: Contact, case: Case, staff: Staff, at: datetime, truth: Truth, seconds: int
    ) -> Report:
        basis = "due" if self.random.random() < 0.25 else "pd"
        cents = case.due_cents if basis == "due" else case.pd_cents
        ahead = self.random.choice((0, 0, 1, 2, 3))
        zone = ZoneInfo(self.lender.zone)
        due_by = at.astimezone(zone).date() + timedelta(days=ahead)
        implied = self.random.random() < 0.08
        broken = Promise.objects.filter(customer=case.customer_id, state="broken").exists()
        confirmation = {"lender": True, "amount": True, "date": True, "method": True}
        record_promise(
            case_id=case.pk,
            contact_id=contact.pk,
            agreed=Agreed(
                basis=basis,
                needed_cents=cents,
                asked_cents=-(-cents // 10_000) * 10_000,
                due_by=due_by,
                method=self.random.choice(("app", "transfer", "counter")),
                implied=implied,
                late_reason="等工资到账" if ahead or broken else "",
                confirmation={} if implied else confirmation,
            ),
            staff=staff,
            recorded_at=at + timedelta(minutes=3),
            customer_on_line=not implied,
        )
        self._foresee(case, due_by, cents, truth.keeps * KEEPS_TIMES * (0.6 if implied else 1.0))
        code = "PTP_IMPLIED" if implied else "PTP"
        given = {
            "amount": cents,
            "due_by": str(due_by),
            "method": "app",
            "quote": "行，我会还",
            "lender_name_confirmed": True,
        }
        return Report(
            "connected", code, True, talk_seconds=seconds, party_hung_up=implied, given=given
        )

    def _foresee(self, case: Case, due_by: date, cents: int, keeps: float) -> None:
        """What the customer will in truth do: keep, pay a part, pay late, or nothing."""
        account = Account.objects.filter(customer=case.customer_id).order_by("pk")[0]
        luck = self.random.random()
        if luck < keeps:
            self.due_money.append((due_by, account, cents))
        elif luck < keeps + 0.1:
            self.due_money.append((due_by, account, max(1, cents // 2)))
        elif luck < keeps + 0.2:
            self.due_money.append((due_by + timedelta(days=2), account, cents))

    def _evening(self, day: date, at: datetime) -> None:
        """The day's payments arrive, the source says how far it has told, the day is sealed."""
        rows = []
        for paid_on, account, cents in [money for money in self.due_money if money[0] <= day]:
            self.payments += 1
            self.paid[account.ref] = self.paid.get(account.ref, 0) + cents
            rows.append(
                PaymentRow(
                    self.payments,
                    f"D{self.payments:06d}",
                    account.ref,
                    cents,
                    account.currency,
                    paid_on,
                    posted_on=day,
                )
            )
        self.due_money = [money for money in self.due_money if money[0] > day]
        if rows:
            take_payments(
                lender=self.lender, source="core", rows=rows, actor="demo", recorded_at=at
            )
        declare_coverage(
            lender=self.lender, source="core", covers_through=day, actor="demo", recorded_at=at
        )
        settle_waiting(lender=self.lender, actor="demo", recorded_at=at + timedelta(minutes=1))
        seal_day(day=day, recorded_at=at + timedelta(hours=3))

    def _pick(self, choices: tuple[tuple[str, str, float], ...]) -> tuple[str, str]:
        one = self.random.choices(choices, weights=[c[2] for c in choices])[0]
        return one[0], one[1]

    def _code(self, choices: tuple[tuple[str, float], ...]) -> str:
        return self.random.choices(choices, weights=[c[1] for c in choices])[0][0]
