"""Sample cases in which the lines of a guide are heard by the linter, and the same facts for inspection.

Everything a line's own conditions do not guarantee is absent: no action authorised, nothing filed,
nothing approved. So a line that leans on such a fact without naming it is found out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Literal

from shounuo.domain.contact import PartyRole
from shounuo.guides.bindings import consequences
from shounuo.guides.case import AskedPromise, GuideCase, Offer, PastPromise
from shounuo.guides.model import Guide, Line
from shounuo.inspection import model
from shounuo.kernel.money import Money
from shounuo.kernel.text import Text

_DAY = date(2026, 11, 23)
_STAGE_DAYS = {
    "M0": 0,
    "M1": 20,
    "M2": 51,
    "M3": 82,
    "M4": 110,
    "M5": 140,
    "M6": 170,
    "M7": 200,
    "M7+": 400,
}
_LENDERS = {
    "credit_card": Text("启川银行信用卡中心", "Harbor & Pine Finance"),
    "consumer_loan": Text("泽沃消费金融有限公司", "Harbor & Pine Finance"),
    "business_loan": Text("锦溪农村商业银行", "Harbor & Pine Finance"),
}
_ROLES: dict[PartyRole, model.Role] = {
    PartyRole.THIRD_PARTY: "third_party",
    PartyRole.GUARANTOR: "guarantor",
    PartyRole.HEIR: "unknown",
}


def sample_cases(guide: Guide) -> Iterator[GuideCase]:
    """An agency's call at the earliest stage and the lender's own at the latest, over the guide's products."""
    products = sorted(guide.scope.products) or ["credit_card", "consumer_loan", "business_loan"]
    stages = sorted(guide.scope.stages, key=lambda stage: _STAGE_DAYS.get(stage, 0)) or [
        "M1",
        "M7+",
    ]
    party = (
        PartyRole.CUSTOMER
        if PartyRole.CUSTOMER in guide.scope.parties
        else min(guide.scope.parties, default=PartyRole.CUSTOMER)
    )
    yield _case(guide, party, products[0], stages[0], "agency_staff")
    yield _case(guide, party, products[-1], stages[-1], "lender_staff")


def _case(
    guide: Guide,
    party: PartyRole,
    product: str,
    stage: str,
    agent: Literal["lender_staff", "agency_staff"],
) -> GuideCase:
    currency = "USD" if guide.scope.jurisdiction == "US" else "CNY"
    days = _STAGE_DAYS.get(stage, 20)
    return GuideCase(
        as_of=_DAY, party=party, jurisdiction=guide.scope.jurisdiction, agent=agent,
        lender=_LENDERS.get(product, _LENDERS["credit_card"]), lender_public=Text("启川银行", "Harbor Pine"),
        agency=Text("衡桥信息服务有限公司", "Meridian Receivables Group"), collector_name="林悦" if currency == "CNY" else "Dana Reyes",
        staff_id="0609", callback_number="021-5020-3300", complaint_number="95077", mailing_address="P.O. Box 1200",
        customer_name="吕志强" if currency == "CNY" else "Jordan Pruitt", honorific=Text("先生", "Mr."),
        contact_name="周慧兰" if currency == "CNY" else "Brianna Pruitt", relation=Text("姐姐", "sister"),
        product=product, stage=stage, card_tail="6608", due=Money(832617, currency), past_due=Money(306680, currency),
        total=Money(2140000, currency), rounded_ask=Money(320000, currency), due_date=_DAY - timedelta(days=days),
        days_past_due=days, last_promise=PastPromise(Money(300000, currency), _DAY - timedelta(days=5), broken=True),
        promise=AskedPromise(Money(306680, currency), _DAY + timedelta(days=2), Text("手机银行转入", "by your debit card")),
    )  # fmt: skip


def granted(case: GuideCase, line: Line) -> GuideCase:
    """The case with exactly what the line's own conditions, consequence and offer guarantee."""
    conditions = [line.when]
    if line.consequence in consequences():
        conditions.append(consequences()[line.consequence].when)
    facts: dict[str, Any] = {}
    for when in conditions:
        facts |= _facts(when, case, facts)
    if line.offer:
        facts["offers"] = (
            Offer(line.offer, "lender_approved", case.as_of + timedelta(days=7), _amount(case), 6),
        )
    return replace(case, **facts)


def _amount(case: GuideCase) -> Money:
    return Money(50000, case.due.currency if case.due else "CNY")


def _facts(when: Mapping[str, Any], case: GuideCase, so_far: Mapping[str, Any]) -> dict[str, Any]:
    out: dict[str, Any] = {}
    if "authorised" in when:
        out["authorised"] = frozenset(_listed(when["authorised"])) | so_far.get(
            "authorised", frozenset()
        )
    if "with_flag" in when:
        out["flags"] = frozenset(_listed(when["with_flag"]))
    for name, field in (
        ("litigation", "litigation"),
        ("agent", "agent"),
        ("product", "product"),
        ("stage", "stage"),
    ):
        wanted = _listed(when.get(name, ()))
        if wanted and getattr(case, field) not in wanted:
            out[field] = wanted[0]
    if "first_contact" in when:
        out["first_contact"] = when["first_contact"]
    days = when.get("days_past_due", {})
    if isinstance(days, Mapping) and (case.days_past_due or 0) < days.get("at_least", 0):
        out["days_past_due"] = days["at_least"]
    return out


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple | frozenset) else [value]


def context(case: GuideCase, language: str) -> model.Context:
    """The same facts as inspection takes them."""
    last = case.last_promise
    return model.Context(
        callee_role=_ROLES.get(case.party, "debtor"),
        third_party=model.ThirdParty(case.relation[language], case.contact_name)
        if case.party is PartyRole.THIRD_PARTY
        else None,
        agent_type=case.agent,
        lender=case.lender[language],
        agency=case.agency[language] if case.agent == "agency_staff" else None,
        debtor_name=case.customer_name,
        product=case.product,
        currency=case.due.currency if case.due else "CNY",
        due_cents=case.due.minor if case.due else None,
        past_due_cents=case.past_due.minor if case.past_due else None,
        total_balance_cents=case.total.minor if case.total else None,
        days_past_due=case.days_past_due,
        stage=case.stage,
        open_flags=case.flags,
        approved_offers=tuple(
            model.Offer(o.kind, o.amount.minor if o.amount else None, o.months) for o in case.offers
        ),
        litigation=case.litigation,  # type: ignore[arg-type]
        authorised_actions=case.authorised,
        previous_promises=(model.PreviousPromise(None, last.amount.minor, last.day, "broken"),)
        if last
        else (),
        jurisdiction=case.jurisdiction,
    )
