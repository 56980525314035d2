"""The shipped guides pass their own linter and show nothing they must not."""

from __future__ import annotations

import re
from datetime import date

import pytest

from shounuo.domain.contact import PartyRole
from shounuo.guides.case import AskedPromise, GuideCase, Offer, PastPromise
from shounuo.guides.library import shipped
from shounuo.guides.lint import lint_loaded
from shounuo.guides.model import WITHOUT_DEBT
from shounuo.guides.render import render
from shounuo.kernel.errors import Refused
from shounuo.kernel.money import Money
from shounuo.kernel.text import Text

NAMES = sorted(shipped())


def full_case(party: PartyRole, jurisdiction: str) -> GuideCase:
    """A case with every fact known and every action authorised."""
    currency = "CNY" if jurisdiction == "CN" else "USD"
    return GuideCase(
        as_of=date(2026, 11, 23), party=party, jurisdiction=jurisdiction, agent="agency_staff", lender_id="qichuan",
        lender=Text("启川银行信用卡中心", "Harbor & Pine Finance"), lender_public=Text("启川银行", "Harbor Pine"),
        agency=Text("衡桥信息服务有限公司", "Meridian Group"), collector_name="林悦", staff_id="0609",
        callback_number="021-5020-3300", complaint_number="95077", mailing_address="P.O. Box 1200",
        customer_name="吕志强", honorific=Text("先生", "Mr."), contact_name="周慧兰", relation=Text("姐姐", "sister"),
        product="credit_card", stage="M2", card_tail="6608", due=Money(832617, currency), past_due=Money(306680, currency),
        total=Money(2140000, currency), rounded_ask=Money(320000, currency), due_date=date(2026, 10, 3), days_past_due=51,
        flags=frozenset(), authorised=frozenset({"credit_report_notice", "letter", "visit", "legal_referral"}), litigation="none",
        offers=(Offer("waiver", "lender_approved", date(2026, 11, 30), Money(50000, currency)),),
        last_promise=PastPromise(Money(300000, currency), date(2026, 11, 18), broken=True),
        promise=AskedPromise(Money(306680, currency), date(2026, 11, 25), Text("手机银行", "your card")),
    )  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_passes_the_linter(name: str) -> None:
    """A shipped guide has no problem at all, in either language."""
    assert [problem.line() for problem in lint_loaded(shipped()[name])] == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_renders_without_a_hole(name: str, language: str) -> None:
    """With every fact known, each step that ends otherwise than in silence has its words, and no brace is left."""
    guide = shipped()[name].guide
    assert guide is not None
    party = min(guide.scope.parties)
    shown = render(guide, full_case(party, guide.scope.jurisdiction), language)
    assert shown.problems == ()
    assert shown.texts()
    assert not any(re.search("[{}]", text) for text in shown.texts())


@pytest.mark.parametrize(
    "name", [n for n in NAMES if shipped()[n].guide and shipped()[n].guide.kind in WITHOUT_DEBT]
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_fact_of_the_debt_for_strangers(name: str, language: str) -> None:
    """Not one figure, day, product or lender's full name of the case reaches a stranger's screen."""
    guide = shipped()[name].guide
    assert guide is not None
    party = min(guide.scope.parties)
    shown = " ".join(render(guide, full_case(party, guide.scope.jurisdiction), language).texts())
    facts = [
        "八千三百",
        "8,326",
        "8326",
        "三千零六",
        "eight thousand",
        "three thousand",
        "6608",
        "六六零八",
        "信用卡",
        "Finance",
        "五十一",
        "fifty-one",
    ]
    assert [fact for fact in facts if fact in shown] == []


def test_a_guide_for_another_party_is_refused() -> None:
    """A customer's guide cannot be rendered for a third party."""
    guide = shipped()["cn-card-m1"].guide
    assert guide is not None
    with pytest.raises(Refused):
        render(guide, full_case(PartyRole.THIRD_PARTY, "CN"))
