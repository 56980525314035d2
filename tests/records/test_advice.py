"""The amount advised rests on the account's own history (P20, P23)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from records.world import NOON, World, make_world
from shounuo.records.actions.log_advice import log_advice
from shounuo.records.actions.record_promise import Agreed, PromiseRefused, record_promise
from shounuo.records.models import Account, AccountFigures, Contact, Event
from shounuo.records.queries.advice import advice_for, beyond_means, said_on

pytestmark = pytest.mark.django_db(transaction=True)
ALL_SAID = {"lender": True, "amount": True, "date": True, "method": True}
DUE, PAID = date(2026, 10, 8), date(2026, 10, 20)


@pytest.fixture
def world() -> World:
    return make_world()


def last_month(world: World, *, paid_on: date, cents: int) -> set[str]:
    """The facts found when last month 5,000 were due, 2,000 of it past due, by 8 October."""
    account = Account.objects.get(customer=world.case().customer)
    AccountFigures.objects.create(
        account=account, as_of=date(2026, 10, 5), due_date=DUE, lender_due_cents=500_000,
        past_due_cents=200_000, recorded_at=NOON,
    )  # fmt: skip
    account.last_payment_on, account.last_payment_cents = paid_on, cents
    account.save()
    advice = advice_for(world.case(), NOON)
    assert advice is not None
    return set(advice.facts)


@pytest.mark.parametrize(
    ("paid_on", "cents", "wanted"),
    [
        (DUE, 500_000, {"last_payment_was_due", "pays_before_due"}),
        (DUE, 200_000, {"last_payment_was_past_due", "pays_before_due"}),
        (PAID, 100_000, {"last_payment_was_less"}),
    ],
)
def test_last_payment(world: World, paid_on: date, cents: int, wanted: set[str]) -> None:
    """What was paid is held against what was due then, and when against the due date."""
    facts = last_month(world, paid_on=paid_on, cents=cents)
    told = {fact for fact in facts if fact.startswith(("last_payment", "pays_"))}
    assert told == wanted


def test_paid_after_a_call(world: World) -> None:
    """Paid late after somebody had spoken to them: they pay once collection starts."""
    case = world.case()
    Contact.objects.create(
        case=case, customer=case.customer, role="customer", channel="call", connected=True,
        opened_at=NOON - timedelta(days=35), request_key="then",
    )  # fmt: skip
    assert "pays_after_collection" in last_month(world, paid_on=PAID, cents=200_000)


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ({"said_exact_figure": True}, {"said_exact_figure"}),
        ({"said_exact_figure": False}, {"vague_about_amount"}),
        ({"has_income": True, "steady_work": True}, {"steady_work"}),
        ({"has_income": True}, set()),
        ({"has_income": False}, {"no_income"}),
    ],
)
def test_what_the_customer_tells(world: World, said: dict[str, bool], wanted: set[str]) -> None:
    """An exact figure and an income, as told on this call, are facts for or against."""
    advice = advice_for(world.case(), NOON, said)
    assert advice is not None
    asked = {"said_exact_figure", "vague_about_amount", "steady_work", "no_income"}
    assert asked & set(advice.facts) == wanted


def test_logged_once_and_kept(world: World) -> None:
    """The same advice twice is one event; what was said is read back from the call."""
    case, staff = world.case(), world.anna
    contact = Contact.objects.create(case=case, customer=case.customer, role="customer", channel="call", opened_at=NOON, request_key="now")  # fmt: skip
    told = {"can_pay_minor": 450_000}
    advice = advice_for(case, NOON, told)
    assert advice is not None
    for _ in range(2):
        contact = log_advice(contact_id=contact.pk, staff=staff, recorded_at=NOON, advice=advice.log(), said=told)  # fmt: skip
    assert said_on(contact) == told
    assert advice.best.option == "part"
    assert Event.objects.filter(kind="AmountAdvised").count() == 1


@pytest.mark.parametrize(
    ("due_by", "refused"), [(date(2026, 11, 22), True), (date(2026, 11, 23), False)]
)
def test_no_promise_nobody_believes(world: World, due_by: date, refused: bool) -> None:
    """They have 4,500 and more on the 23rd: 7,000 by the 22nd is refused whoever records it, by the 23rd not."""
    contact = Contact.objects.create(
        case=world.case(), customer=world.case().customer, role="customer", channel="call",
        connected=True, opened_at=NOON, actor=world.anna, request_key="now",
        steps={"advice": {"said": {"can_pay_minor": 450_000, "money_on": "2026-11-23"}}},
    )  # fmt: skip
    unbelieved = beyond_means(contact, 700_000, due_by)
    assert (unbelieved is not None) is refused
    agreed = Agreed(basis="part", needed_cents=700_000, due_by=due_by, method="app", late_reason="等工资", confirmation=ALL_SAID)  # fmt: skip
    codes = set[str]()
    try:
        record_promise(case_id=world.case().pk, contact_id=contact.pk, agreed=agreed, staff=world.anna, recorded_at=NOON)  # fmt: skip
    except PromiseRefused as fault:
        codes = {problem.code for problem in fault.problems}
    assert ("beyond_means" in codes) is refused
