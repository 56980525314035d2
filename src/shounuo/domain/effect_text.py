"""What a payment would do, in one line beside the amount on the case page (P22, P26)."""

from __future__ import annotations

from shounuo.domain.payment_effect import Effect
from shounuo.kernel.money import Money
from shounuo.kernel.text import Text


def say_effect(effect: Effect, currency: str) -> Text:
    """The effect as clauses: the delinquency, the fees, what remains due. Amounts to the cent."""
    clauses = [_cure(effect, currency), _fees(effect), _rest(effect, currency)]
    return Text("，".join(c.zh for c in clauses), "; ".join(c.en for c in clauses))


def _cure(effect: Effect, currency: str) -> Text:
    if effect.cured:
        return Text("逾期结清", "ends the delinquency")
    lacks = Money(effect.lacks_minor, currency).grouped()
    return Text(f"仍逾期，还差 {lacks}", f"still past due, {lacks} short")


def _fees(effect: Effect) -> Text:
    if effect.fees_stop:
        return Text("不再产生违约金", "late fees stop")
    return Text("违约金继续计", "late fees go on")


def _rest(effect: Effect, currency: str) -> Text:
    if effect.overpaid_minor:
        over = Money(effect.overpaid_minor, currency).grouped()
        return Text(f"多还 {over}", f"{over} more than is owed")
    if not effect.remaining_due_minor:
        return Text("本期应还全部还清", "nothing more is due now")
    rest = Money(effect.remaining_due_minor, currency).grouped()
    return Text(f"本期还剩 {rest} 应还", f"{rest} is still due now")
