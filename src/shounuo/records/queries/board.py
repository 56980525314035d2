"""The board's figures from the records; what each figure means is defined in `domain.board`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Count, Q, QuerySet

from shounuo.domain.attribution import CashCredit, Touch, cash_credits
from shounuo.domain.board import (
    AttemptRow,
    PromiseFigures,
    PromiseRow,
    WorkFigures,
    promise_figures,
    recovered,
    work_figures,
)
from shounuo.domain.contact import AttemptState, Outcome, PartyRole
from shounuo.domain.disposition.catalogue import Code, catalogue
from shounuo.records.models import (
    Contact,
    Flag,
    Inspection,
    Lender,
    Payment,
    Promise,
    Staff,
    Team,
)
from shounuo.records.queries.book import entry_of
from shounuo.records.queries.standing import ACCEPTED
from shounuo.records.queries.verdicts import newest_verdicts


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the board: a collector, a day, or the whole.

    `inspected`: calls of these days that an inspector went through; `faults`: critical and major
    findings accepted in them. What nobody has accepted yet counts for nobody.
    """

    key: str
    name: str
    work: WorkFigures
    explicit: PromiseFigures
    implied: PromiseFigures
    recovered_minor: int
    complaints: int
    inspected: int = 0
    faults: int = 0


@dataclass(frozen=True, slots=True)
class Board:
    """Figures of one team over civil days `first`…`last` at the lender, both included."""

    team: Team
    currency: str
    first: date
    last: date
    total: Line
    collectors: tuple[Line, ...]
    days: tuple[Line, ...]
    self_cured_minor: int


def board(team: Team, first: date, last: date) -> Board:
    """Everything the lead's board shows, from rows of that span."""
    lender = team.lender
    zone = ZoneInfo(lender.zone)
    span = _span(first, last, zone)
    attempts = [_attempt(row, zone) for row in contacts_in(team, span)]
    promises = _promise_rows(team, span, zone)
    cash = _cash(team, lender, first, last, zone)
    complaints = complaints_of(team, span)
    inspected = _inspected(team, span)
    staff = {str(s.pk): s.name for s in Staff.objects.filter(team=team)}
    rows = _Rows(attempts, promises, cash, complaints, inspected, lender.currency)
    workers = sorted({r.by for r in attempts} | {r.by for r in promises} | staff.keys())
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return Board(
        team,
        lender.currency,
        first,
        last,
        rows.line("", "", by=None),
        tuple(rows.line(key, staff.get(key, key), by=key) for key in workers if key),
        tuple(rows.line(day.isoformat(), day.isoformat(), day=day) for day in days),
        recovered(cash, lender.currency, by=""),
    )


@dataclass(frozen=True, slots=True)
class _Rows:
    attempts: list[AttemptRow]
    promises: list[PromiseRow]
    cash: list[CashCredit]
    complaints: list[tuple[str, date]]
    inspected: list[tuple[str, date, int]]
    currency: str

    def line(self, key: str, name: str, by: str | None = None, day: date | None = None) -> Line:
        def mine(who: str, when: date) -> bool:
            return by in (None, who) and day in (None, when)

        promises = [row for row in self.promises if mine(row.by, row.day)]
        cash = [credit for credit in self.cash if mine(credit.by, credit.paid_on)]
        faults = [count for who, when, count in self.inspected if mine(who, when)]
        if by is None and day is None:
            cash = self.cash
        return Line(
            key,
            name,
            work_figures(row for row in self.attempts if mine(row.by, row.day)),
            promise_figures(promises, True, self.currency),
            promise_figures(promises, False, self.currency),
            recovered(cash, self.currency),
            sum(mine(who, when) for who, when in self.complaints),
            len(faults),
            sum(faults),
        )


def _span(first: date, last: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """The instants from local midnight of `first` to that after `last`."""
    return (
        datetime.combine(first, time(), zone).astimezone(UTC),
        datetime.combine(last + timedelta(days=1), time(), zone).astimezone(UTC),
    )


def contacts_in(team: Team, span: tuple[datetime, datetime]) -> QuerySet[Contact]:
    """The team's attempts: those its people made."""
    return Contact.objects.filter(
        actor__team=team, direction="outbound", opened_at__gte=span[0], opened_at__lt=span[1]
    )


def _attempt(row: Contact, zone: ZoneInfo) -> AttemptRow:
    return AttemptRow(
        by=str(row.actor_id),
        day=row.opened_at.astimezone(zone).date(),
        role=party_role(row.role),
        state=AttemptState(row.state),
        outcome=Outcome(row.outcome) if row.outcome else None,
        code=Code(row.disposition) if row.disposition else None,
        talk_seconds=row.talk_seconds if row.state == "ended" else None,
    )


def party_role(role: str) -> PartyRole:
    """A role that the trade does not know by itself is somebody else: a third party."""
    return PartyRole(role) if role in set(PartyRole) else PartyRole.THIRD_PARTY


def _promise_rows(team: Team, span: tuple[datetime, datetime], zone: ZoneInfo) -> list[PromiseRow]:
    promises = Promise.objects.filter(
        taken_by__team=team, made_at__gte=span[0], made_at__lt=span[1]
    )
    verdicts = newest_verdicts(promises)
    return [
        PromiseRow(
            str(promise.taken_by_id),
            promise.made_at.astimezone(zone).date(),
            not promise.implied,
            verdicts[promise.pk],
        )
        for promise in promises
        if promise.pk in verdicts
    ]


def _cash(team: Team, lender: Lender, first: date, last: date, zone: ZoneInfo) -> list[CashCredit]:
    """Cash of these days by last touch, for customers whose case is with the team."""
    days = lender.settings().last_touch_days
    paid = Payment.objects.filter(
        lender=lender, account__customer__cases__team=team, transacted_on__range=(first, last)
    ).distinct()
    customers = set(paid.values_list("account__customer", flat=True))
    entries = defaultdict(list)
    for payment in Payment.objects.filter(account__customer__in=customers).select_related(
        "account"
    ):
        entries[payment.account.customer_id].append(entry_of(payment))
    touches = _touches(customers)
    return [
        credit
        for customer, rows in entries.items()
        for credit in cash_credits(rows, touches[customer], days, zone)
        if first <= credit.paid_on <= last
    ]


def _touches(customers: Iterable[int]) -> defaultdict[int, list[Touch]]:
    found: defaultdict[int, list[Touch]] = defaultdict(list)
    ended = Contact.objects.filter(customer__in=customers, state="ended").exclude(disposition="")
    for row in ended:
        found[row.customer_id].append(
            Touch(
                row.opened_at,
                str(row.actor_id or ""),
                party_role(row.role),
                catalogue()[Code(row.disposition)].effective,
                str(row.pk),
            )
        )
    return found


def complaints_of(team: Team, span: tuple[datetime, datetime]) -> list[tuple[str, date]]:
    """Complaints of these days, beside whoever talked to the customer last."""
    flags = Flag.objects.filter(
        kind="complaint_hold",
        recorded_at__gte=span[0],
        recorded_at__lt=span[1],
        customer__cases__team=team,
    ).distinct()
    zone = ZoneInfo(team.lender.zone)
    found = []
    for flag in flags:
        before = Contact.objects.filter(customer=flag.customer_id, opened_at__lte=flag.recorded_at)
        last = before.order_by("-opened_at").first()
        by = str(last.actor_id) if last and last.actor_id else ""
        found.append((by, flag.recorded_at.astimezone(zone).date()))
    return found


def _inspected(team: Team, span: tuple[datetime, datetime]) -> list[tuple[str, date, int]]:
    """Each inspected call of the team: whose, on which day, with how many accepted grave findings."""
    grave = Q(faults__state__in=ACCEPTED, faults__severity__in=("critical", "major"))
    rows = (
        Inspection.objects.filter(
            transcript__collector__team=team,
            transcript__called_at__gte=span[0],
            transcript__called_at__lt=span[1],
        )
        .exclude(done_at=None)
        .annotate(grave=Count("faults", filter=grave))
    )
    zone = ZoneInfo(team.lender.zone)
    told = rows.values_list("transcript__collector", "transcript__called_at", "grave")
    return [(str(who), when.astimezone(zone).date(), count) for who, when, count in told]


def calls_behind(
    team: Team, first: date, last: date, *, staff_id: int | None, code: str = ""
) -> QuerySet[Contact]:
    """The calls behind a number, newest first."""
    rows = contacts_in(team, _span(first, last, ZoneInfo(team.lender.zone)))
    wanted = Q(actor=staff_id) if staff_id else Q()
    by_code = Q(disposition=code) if code else Q()
    return rows.filter(wanted, by_code).select_related("case", "actor").order_by("-opened_at")


def ready_now(team: Team) -> Sequence[Staff]:
    """The team's people with their live states, those on a call first."""
    order = {"talking": 0, "wrap_up": 1, "ready": 2, "break": 3, "off": 4}
    return sorted(Staff.objects.filter(team=team, is_active=True), key=lambda s: order[s.state])
