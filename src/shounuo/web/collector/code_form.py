"""The code as it was entered on the screen, read into a report."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from shounuo.domain.contact import Outcome, is_connected
from shounuo.domain.disposition.catalogue import Code, catalogue
from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.money_text import parse_money
from shounuo.kernel.text import Text
from shounuo.records.actions.contact_report import Report
from shounuo.records.models import Account, Contact
from shounuo.web.collector.screen import phase_of

AMOUNTS = ("affordable_monthly", "disputed_amount", "paid_amount")


def report_from(form: Mapping[str, str], contact: Contact, now: datetime) -> Report:
    """Raises `Refused` when a field cannot be read; what is missing is the action's to say."""
    name = form.get("code", "")
    if name not in set(Code):
        raise Refused(_unknown_code(contact, name))
    code = Code(name)
    given = _given(form, code, contact)
    outcome = _outcome(code, contact)
    return Report(
        outcome=outcome,
        disposition=code,
        connected=is_connected(outcome),
        party_hung_up=code is Code.HUNG_UP,
        talk_seconds=_talked(contact, now),
        reason=str(given.get("quote") or given.get("reason") or "")[:200],
        note=form.get("note", ""),
        return_at=given.get("callback_at"),
        discussed=_discussed(contact, outcome),
        given=given,
    )


def _outcome(code: Code, contact: Contact) -> Outcome:
    fits = catalogue()[code].outcomes
    if phase_of(contact) == "ringing" and Outcome.CONNECTED not in fits:
        return sorted(fits)[0]
    return Outcome.CONNECTED if Outcome.CONNECTED in fits else sorted(fits)[0]


def _talked(contact: Contact, now: datetime) -> int:
    since = contact.answered_at
    return max(0, int((now - since).total_seconds())) if since else 0


def _discussed(contact: Contact, outcome: Outcome) -> tuple[int, ...]:
    """A debt is talked about with those who owe it, on a line that was answered."""
    if contact.role != "customer" or not is_connected(outcome):
        return ()
    rows = Account.objects.filter(customer=contact.customer_id)
    return tuple(rows.values_list("pk", flat=True))


def _given(form: Mapping[str, str], code: Code, contact: Contact) -> dict[str, Any]:
    given: dict[str, Any] = {}
    for name in catalogue()[code].asks:
        text = form.get(name, "").strip()
        if text:
            given[name] = _read(name, text, contact)
    return given


def _read(name: str, text: str, contact: Contact) -> Any:
    if name in AMOUNTS:
        money = parse_money(text, contact.case.currency, record=name)
        if isinstance(money, Problem):
            raise Refused(money)
        return money.minor
    try:
        if name == "callback_at":
            return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(contact.case.lender.zone))
        return date.fromisoformat(text) if name == "paid_on" else text
    except ValueError as error:
        raise Refused(_bad_time(name, text)) from error


def faults_of(refused: Refused) -> list[Problem]:
    """All of them where the refusal carries several."""
    return getattr(refused, "problems", [refused.problem])


def _unknown_code(contact: Contact, name: str) -> Problem:
    return Problem(
        "no_code",
        Text("还没有选结果码", "No code has been chosen"),
        record=f"contact {contact.pk} {name}".strip(),
        next_step=Text("选一个结果码", "Choose one"),
    )


def _bad_time(name: str, text: str) -> Problem:
    return Problem(
        "bad_time",
        Text(f"“{text}”不是日期或时间", f'"{text}" is not a day or a time'),
        record=name,
        next_step=Text("从日历里选", "Pick it from the calendar"),
    )
