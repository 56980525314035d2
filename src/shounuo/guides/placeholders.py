"""The blanks of a line: which exist, who may hear them, and what they hold for one case.

A fact of the debt is not computed at all for a party who may not learn of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from shounuo.domain.contact import PartyRole
from shounuo.domain.spoken_amount import english, mandarin, spoken, spoken_date
from shounuo.guides.case import GuideCase
from shounuo.kernel.money import Money
from shounuo.kernel.text import Text

BLANK = re.compile(r"\{([^{}]*)\}")
# A brace that does not close a blank: a typing slip that would be read aloud.
STRAY = re.compile(r"[{}]")
DEBT_GROUPS = frozenset({"debt", "promise", "offer"})


@dataclass(frozen=True, slots=True)
class Placeholder:
    name: str
    group: str
    label: Text
    sample: Text


@dataclass(frozen=True, slots=True)
class Value:
    """`text` is read aloud; `figure` is shown beside it (7,108.35), empty when they are the same."""

    text: str
    figure: str = ""


@cache
def placeholders() -> Mapping[str, Placeholder]:
    """Every blank there is, by name."""
    rows = yaml.safe_load((files(__package__) / "placeholders.yaml").read_text(encoding="utf-8"))
    return {
        name: Placeholder(
            name,
            row["group"],
            Text(row["zh"], row["en"]),
            Text(row["sample"]["zh"], row["sample"]["en"]),
        )
        for name, row in rows.items()
    }


def named_in(text: str) -> tuple[str, ...]:
    """The blanks of a line in order."""
    return tuple(dict.fromkeys(BLANK.findall(text)))


def values(case: GuideCase, language: str, offer: str = "") -> dict[str, Value]:
    """What each blank holds for this case; one without a value is absent. `offer`: the line's own offer."""
    out = _person(case, language)
    if case.party is PartyRole.THIRD_PARTY:
        return out
    _put(out, "institution", _institution(case, language))
    _put(out, "lender_full_name", case.lender[language])
    out |= _debt(case, language) | _promise(case, language) | _offer(case, language, offer)
    return out


def _put(out: dict[str, Value], name: str, text: str, figure: str = "") -> None:
    if text:
        out[name] = Value(text, figure)


def _person(case: GuideCase, language: str) -> dict[str, Value]:
    out: dict[str, Value] = {}
    own = case.agency if case.agent == "agency_staff" else case.lender_public
    plain = {
        "collector_name": case.collector_name, "staff_id": _staff_id(case.staff_id, language), "employer": own[language],
        "customer_name": case.customer_name, "honorific": case.honorific[language], "contact_name": case.contact_name,
        "relation": case.relation[language], "mailing_address": case.mailing_address,
    }  # fmt: skip
    for name, text in plain.items():
        _put(out, name, text)
    for name, number in (
        ("callback_number", case.callback_number),
        ("complaint_number", case.complaint_number),
    ):
        _put(out, name, number)
    _put(out, "today", spoken_date(case.as_of, language=language), case.as_of.isoformat())
    return out


def _staff_id(number: str, language: str) -> str:
    zh = language.startswith("zh") and number.isascii() and number.isdigit()
    return mandarin.digits(number) if zh else number


def _institution(case: GuideCase, language: str) -> str:
    """An agency never speaks as the bank: it says for whom it calls (COND-1b)."""
    lender, agency = case.lender[language], case.agency[language]
    if case.agent != "agency_staff" or not agency:
        return lender
    if case.jurisdiction == "US":
        return agency
    return (
        f"受{lender}委托的{agency}"
        if language.startswith("zh")
        else f"{agency}, acting for {lender}"
    )


def _money(out: dict[str, Value], name: str, amount: Money | None, language: str) -> None:
    if amount is not None:
        out[name] = Value(spoken(amount, language=language), amount.grouped())


def _debt(case: GuideCase, language: str) -> dict[str, Value]:
    out: dict[str, Value] = {}
    zh = language.startswith("zh")
    _put(
        out,
        "product",
        PRODUCT_NAMES[case.product][language] if case.product in PRODUCT_NAMES else "",
    )
    _put(
        out, "card_tail", mandarin.digits(case.card_tail) if zh else case.card_tail, case.card_tail
    )
    for name, amount in (
        ("due", case.due),
        ("past_due", case.past_due),
        ("total", case.total),
        ("rounded_ask", case.rounded_ask),
    ):
        _money(out, name, amount, language)
    if case.due_date:
        out["due_date"] = Value(
            spoken_date(case.due_date, language=language, today=case.as_of),
            case.due_date.isoformat(),
        )
    if case.days_past_due is not None:
        days = mandarin.number(case.days_past_due) if zh else english.number(case.days_past_due)
        out["days_past_due"] = Value("两" if days == "二" else days, str(case.days_past_due))
    if case.last_promise:
        _money(out, "last_promise_amount", case.last_promise.amount, language)
        day = case.last_promise.day
        out["last_promise_date"] = Value(
            spoken_date(day, language=language, today=case.as_of), day.isoformat()
        )
    return out


def _promise(case: GuideCase, language: str) -> dict[str, Value]:
    if case.promise is None:
        return {}
    out: dict[str, Value] = {}
    _money(out, "promise_amount", case.promise.amount, language)
    day = case.promise.day
    out["promise_date"] = Value(
        spoken_date(day, language=language, today=case.as_of), day.isoformat()
    )
    _put(out, "promise_method", case.promise.method[language])
    return out


def _offer(case: GuideCase, language: str, kind: str) -> dict[str, Value]:
    offer = case.offer(kind) if kind else None
    if offer is None:
        return {}
    out: dict[str, Value] = {}
    _money(out, "offer_amount", offer.amount, language)
    if offer.months is not None:
        number = mandarin.number if language.startswith("zh") else english.number
        out["offer_months"] = Value(number(offer.months), str(offer.months))
    if offer.until is not None:
        out["offer_until"] = Value(
            spoken_date(offer.until, language=language, today=case.as_of), offer.until.isoformat()
        )
    return out


PRODUCT_NAMES = {
    "credit_card": Text("信用卡", "credit card"),
    "consumer_loan": Text("贷款", "personal loan"),
    "business_loan": Text("经营贷款", "business loan"),
    "auto_loan": Text("车贷", "auto loan"),
    "mortgage": Text("房贷", "mortgage"),
}
