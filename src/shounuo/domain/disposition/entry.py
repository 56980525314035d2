"""What a collector writes down with a code, checked against the catalogue before it is recorded."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from shounuo.domain.contact import Channel, Outcome, PartyRole
from shounuo.domain.disposition.catalogue import Code, Disposition, catalogue
from shounuo.domain.disposition.no_money import only_no_money
from shounuo.kernel.errors import Problem
from shounuo.kernel.text import Text


def check_entry(
    code: Code,
    role: PartyRole,
    outcome: Outcome,
    given: Mapping[str, object],
    channel: Channel = Channel.CALL,
) -> list[Problem]:
    """Every fault of a code as entered: wrong party, wrong outcome, something not asked, INSY misused."""
    row = catalogue()[code]
    faults = []
    if role not in row.roles:
        what = Text(
            f"“{row.name.zh}”不能用于这类联系人", f'"{row.name.en}" does not apply to this party'
        )
        faults.append(_fault(row, "wrong_party", what))
    if channel is Channel.CALL and outcome not in row.outcomes:
        what = Text(
            f"“{row.name.zh}”与线路结果不符", f'"{row.name.en}" does not fit how the line answered'
        )
        faults.append(_fault(row, "wrong_outcome", what))
    faults += [_missing(row, name) for name in row.asks if _is_empty(given.get(name))]
    if code is Code.INSY and only_no_money(str(given.get("quote") or "")):
        faults.append(_fault(row, "insy_for_no_money", row.never_for or row.name))
    return faults


def returns_on(row: Disposition, today: date, asked: date | None = None) -> date | None:
    """The day on which the case is due again: the date agreed, else the code's own; None: a task decides."""
    if asked is not None:
        return asked
    return None if row.returns_days is None else today + timedelta(days=row.returns_days)


def _is_empty(value: object) -> bool:
    return value is None or value is False or (isinstance(value, str) and not value.strip())


def _fault(row: Disposition, code: str, what: Text) -> Problem:
    then = Text("换一个电话码", "Choose another code")
    return Problem(code, what, row.code.value, f"disposition.{code}", then)


ASKED: dict[str, Text] = {
    "amount": Text("金额", "amount"),
    "due_by": Text("日期", "day"),
    "method": Text("还款方式", "method"),
    "lender_name_confirmed": Text("银行全称二次确认", "confirmation of the lender's full name"),
    "quote": Text("客户原话", "the customer's own words"),
    "reason": Text("理由", "reason"),
    "affordable_monthly": Text("每月能还多少", "what can be paid each month"),
    "disputed_amount": Text("有争议的金额", "disputed amount"),
    "paid_on": Text("还款日期", "day of payment"),
    "paid_amount": Text("已还金额", "amount paid"),
    "bank": Text("扣款银行", "bank of the debit"),
    "callback_at": Text("回拨时间", "time to call back"),
    "what_changed": Text("核实到什么", "what was verified"),
    "told_by": Text("谁告知的", "who said so"),
    "scope": Text("停止哪种联系", "which contact to stop"),
}


def _missing(row: Disposition, name: str) -> Problem:
    label = ASKED[name]
    what = Text(f"“{row.name.zh}”缺少{label.zh}", f'"{row.name.en}" lacks: {label.en}')
    then = Text(f"补上{label.zh}", f"Add it: {label.en}")
    return Problem(f"missing_{name}", what, row.code.value, "disposition.asks", then)
