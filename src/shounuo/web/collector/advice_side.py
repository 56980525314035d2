"""The amount advised on a call, kept with it from the moment the line is answered."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.money import Money
from shounuo.kernel.text import Text
from shounuo.records.models import Contact
from shounuo.records.queries.advice import advice_for, said_on
from shounuo.web.collector.promise_form import Typed


def advice_side(contact: Contact, now: datetime) -> dict[str, Any]:
    """The advice as it stands, with what the customer said they have."""
    told = said_on(contact)
    return {"advice": advice_for(contact.case, now, told), "told": told}


def refuse_beyond_means(told: Typed, contact: Contact) -> None:
    """No promise nobody believes (P26): more than they say they have, before the day on which more comes."""
    said = said_on(contact)
    have, more_on = said.get("can_pay_minor"), said.get("money_on")
    if told.implied or have is None or told.amount <= have:
        return
    if more_on and told.due_by.isoformat() >= more_on:
        return
    currency = contact.case.currency
    has = Money(have, currency).grouped()
    raise Refused(
        Problem(
            "beyond_means",
            Text(
                f"客户说现在只有 {has}，这个承诺没人信",
                f"They say they have {has} now: nobody believes this promise",
            ),
            record=f"contact {contact.pk}",
            rule="domain.amount_advice",
            next_step=Text(
                "登记客户说的数，或选有进账的那天；情况变了就先改“能还多少”",
                "Record their own figure or the day money comes in; if it has changed, mend what they have first",
            ),
        )
    )
