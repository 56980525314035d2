"""A row of a payment file as one payment."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from shounuo.domain.promise.entries import REVERSING, EntryKind
from shounuo.feeds.rows.bind import Binding, CellFault, Fields
from shounuo.feeds.rows.faults import fault_of
from shounuo.records.actions.take_payments import PaymentRow


def payment_row(
    binding: Binding, cells: Sequence[str], number: int
) -> tuple[PaymentRow | None, list[CellFault], Fields]:
    """The payment, or what is wrong with the row. An amount below zero is what the mapping says; not so
    where the row says itself that it is no money: a fee put back by an adjustment undoes no payment."""
    found = binding.read(cells)
    values = found.values
    amount, kind = values.get("amount_cents"), values.get("kind", "payment")
    moves_money = kind == EntryKind.PAYMENT or kind in REVERSING
    if amount is not None and amount < 0 and binding.mapping.negative and moves_money:
        amount, kind = -amount, kind if kind in REVERSING else binding.mapping.negative
    if amount is not None and amount < 0 and not moves_money:
        found.faults.append(_fault(binding, "amount_cents", "credit_below_zero", cells))
    elif amount is not None and amount <= 0:
        found.faults.append(_fault(binding, "amount_cents", "not_above_zero", cells))
    if kind not in set(EntryKind):
        found.faults.append(_fault(binding, "kind", "no_such_kind", cells))
    if found.faults:
        return None, found.faults, found
    when = values["transacted"]
    rest = {n: values[n] for n in ("posted_on", "payer", "reverses_ref") if n in values}
    row = PaymentRow(
        row_no=number,
        ref=values["ref"],
        account_ref=values["account_ref"],
        amount_cents=amount,
        currency=values["currency"],
        transacted_on=when.astimezone(binding.zone).date() if isinstance(when, datetime) else when,
        transacted_at=when if isinstance(when, datetime) else None,
        kind=kind,
        **rest,
    )
    return row, [], found


def _fault(binding: Binding, name: str, fault: str, cells: Sequence[str]) -> CellFault:
    source = binding.mapping.fields.get(name)
    column = binding.column(source, name)
    value = binding.shown(source, cells) if source else ""
    return CellFault(column, value, fault_of(fault, value))
