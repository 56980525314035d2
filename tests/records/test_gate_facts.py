"""What the gate is told of a live case, and what follows from it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from machinery.databases import Database
from records.play import MINUTE
from records.world import NOON, POLICY, World, account_row, make_world
from shounuo.kernel.errors import Refused
from shounuo.records.actions.account_rows import PointRow
from shounuo.records.actions.claim_next_case import claim_case
from shounuo.records.actions.contact_report import Report
from shounuo.records.actions.end_contact import answer_contact, end_contact
from shounuo.records.actions.open_contact import Opened, open_contact
from shounuo.records.actions.record_consent import record_consent, revoke_consent
from shounuo.records.actions.record_request import record_request
from shounuo.records.actions.release_review import release_review
from shounuo.records.actions.set_lender_rules import set_lender_rules
from shounuo.records.actions.take_accounts import take_accounts
from shounuo.records.actions.withdraw_request import withdraw_request
from shounuo.records.models import Case, ContactPoint, Lender
from shounuo.rules.proposed import Channel, Content, Visit

DAY = timedelta(days=1)
POINTS = (
    PointRow("11100000000", source="contract", place="mobile"),
    PointRow("11199990001", source="left_contact_informed", role="third_party", person="王 芳"),
    PointRow("11199990002", source="left_contact_informed", role="third_party", person="王芳"),
    PointRow("11199990003", source="contract", role="volunteer_payer", person="王明"),
)


def family() -> World:
    """A customer with one number, a sister with two, a brother who may pay; anna holds the case."""
    world = make_world(0)
    take_accounts(
        lender=world.lender,
        rows=[account_row(0, points=POINTS)],
        actor="test",
        recorded_at=NOON,
    )
    world.cases = list(Case.objects.all())
    assert claim_case(case_id=world.cases[0].pk, staff=world.anna, recorded_at=NOON)
    return world


def reach(world: World, role: str, at=NOON, which: int = 0, key: str = "", **more) -> Opened:
    """One press on that person's number."""
    points = ContactPoint.objects.filter(customer=world.cases[0].customer_id, role=role)
    told = {"channel": Channel.CALL, **more}
    return open_contact(
        case_id=world.cases[0].pk,
        point_id=points.order_by("pk")[which].pk,
        staff=world.anna,
        recorded_at=at,
        request_key=key or f"{role}-{which}-{at.isoformat()}-{told['channel']}",
        **told,
    )


def hold(world: World) -> None:
    """Back to the collector, whatever the last code did with the case."""
    Case.objects.update(state="claimed", holder=world.anna)


def ended(world: World, opened: Opened, at, outcome: str, code: str, connected: bool) -> None:
    assert opened.contact is not None, opened.reach.as_json()
    if connected:
        answer_contact(contact_id=opened.contact.pk, staff=world.anna, recorded_at=at)
    end_contact(
        contact_id=opened.contact.pk,
        staff=world.anna,
        recorded_at=at + MINUTE,
        report=Report(outcome, code, connected, reason="没有钱"),
    )
    hold(world)


def blocking(opened: Opened) -> set[str]:
    return {reason.check for reason in opened.reach.verdict.blocking}


def test_a_third_party_is_asked_only_when_the_customers_number_is_dead(
    django_on_both: Database,
) -> None:
    """While the customer's number lives the sister may not be called; once it is 空号 she may."""
    world = family()
    before = reach(world, "third_party")
    assert blocking(before) == {"third_party_contacted_with_lawful_reason"}
    ended(world, reach(world, "customer"), NOON, "dead_number", "DEAD_NUMBER", False)
    after = reach(world, "third_party", NOON + 5 * MINUTE)
    assert after.contact is not None, after.reach.as_json()
    assert after.reach.facts.proposed.content.discloses_debt is False


def test_three_failed_calls_open_the_third_party_the_next_day(django_on_both: Database) -> None:
    """Three unanswered calls today open nothing today; tomorrow the sister may be asked."""
    world = family()
    for number in range(3):
        at = NOON + 10 * number * MINUTE
        ended(world, reach(world, "customer", at), at, "no_answer", "NO_ANSWER", False)
    assert reach(world, "third_party", NOON + timedelta(hours=1)).contact is None
    world.team.recording_checked_at = NOON + DAY
    world.team.save()
    assert reach(world, "third_party", NOON + DAY).contact is not None


def test_a_refusal_on_one_number_closes_the_persons_other_number(
    django_on_both: Database,
) -> None:
    """The sister refuses on her first number; her second is closed for good, withdrawn or not."""
    world = family()
    ended(world, reach(world, "customer"), NOON, "dead_number", "DEAD_NUMBER", False)
    point = ContactPoint.objects.filter(role="third_party").order_by("pk")[0]
    request = record_request(
        case_id=world.cases[0].pk,
        kind="third_party_refuses",
        by_role="third_party",
        point_id=point.pk,
        staff=world.anna,
        recorded_at=NOON + 2 * MINUTE,
    )
    hold(world)
    later = reach(world, "third_party", NOON + 5 * MINUTE, which=1)
    assert "third_party_refusal_is_final" in blocking(later)
    with pytest.raises(Refused):
        withdraw_request(
            request_id=request.pk, staff=world.anna, recorded_at=NOON + DAY, evidence="r-1"
        )


def test_a_volunteer_payer_needs_an_offer_and_amounts_need_the_customer(
    django_on_both: Database,
) -> None:
    """The brother's recorded offer opens the call; amounts wait for the customer's own consent."""
    world = family()
    brother = ContactPoint.objects.get(role="volunteer_payer")
    case = world.cases[0].pk
    assert "third_party_not_collected_from" in blocking(reach(world, "volunteer_payer"))
    with pytest.raises(Refused):
        record_consent(
            case_id=case, kind="volunteers_to_pay", evidence=" ", staff=world.anna, recorded_at=NOON
        )
    offer = record_consent(
        case_id=case,
        kind="volunteers_to_pay",
        evidence="rec-7",
        point_id=brother.pk,
        staff=world.anna,
        recorded_at=NOON,
    )
    opened = reach(world, "volunteer_payer", NOON + MINUTE)
    ended(world, opened, NOON + MINUTE, "no_answer", "NO_ANSWER", False)
    amounts = Content(discloses_debt=True, discloses_amounts=True, names_institution=True)
    told = reach(world, "volunteer_payer", NOON + 5 * MINUTE, content=amounts)
    assert "payer_hears_amounts_with_consent" in blocking(told)
    record_consent(
        case_id=case,
        kind="disclose_amounts",
        evidence="rec-8",
        about_point_id=brother.pk,
        staff=world.anna,
        recorded_at=NOON + 6 * MINUTE,
    )
    told = reach(world, "volunteer_payer", NOON + 7 * MINUTE, content=amounts)
    assert told.contact is not None, told.reach.as_json()
    revoke_consent(consent_id=offer.pk, staff=world.anna, recorded_at=NOON + 8 * MINUTE)
    assert reach(world, "volunteer_payer", NOON + 9 * MINUTE).contact is None


def test_a_review_is_released_for_exactly_one_contact(django_on_both: Database) -> None:
    """With a lawyer on record a call goes to review; released it passes once, then waits again."""
    world = family()
    record_request(case_id=world.cases[0].pk, kind="has_lawyer", staff=world.anna, recorded_at=NOON)
    hold(world)
    stopped = reach(world, "customer")
    assert (stopped.contact, stopped.decision.outcome) == (None, "needs_review")
    release_review(
        decision_id=stopped.decision.pk,
        staff=world.lead,
        recorded_at=NOON,
        reason="律师同意直接沟通",
    )
    passed = reach(world, "customer", NOON + MINUTE)
    assert passed.contact is not None
    ended(world, passed, NOON + MINUTE, "no_answer", "NO_ANSWER", False)
    again = reach(world, "customer", NOON + 5 * MINUTE)
    assert (again.contact, again.decision.outcome) == (None, "needs_review")


@pytest.mark.parametrize(("left", "passes"), [(MINUTE, True), (timedelta(), False)])
def test_a_release_holds_for_a_day(django_on_both: Database, left: timedelta, passes: bool) -> None:
    """Released at noon, the call passes a minute before the next noon and not at it."""
    world = family()
    record_request(case_id=world.cases[0].pk, kind="has_lawyer", staff=world.anna, recorded_at=NOON)
    hold(world)
    stopped = reach(world, "customer")
    release_review(
        decision_id=stopped.decision.pk, staff=world.lead, recorded_at=NOON, reason="律师同意"
    )
    world.team.recording_checked_at = NOON + DAY
    world.team.save()
    opened = reach(world, "customer", NOON + DAY - left)
    assert (opened.contact is not None) is passes, opened.reach.as_json()


def test_a_release_of_one_number_lets_no_other_pass(django_on_both: Database) -> None:
    """The release of a call to the customer does not release a text to the same number."""
    world = family()
    record_request(case_id=world.cases[0].pk, kind="has_lawyer", staff=world.anna, recorded_at=NOON)
    hold(world)
    stopped = reach(world, "customer")
    release_review(
        decision_id=stopped.decision.pk, staff=world.lead, recorded_at=NOON, reason="律师同意"
    )
    text = reach(world, "customer", NOON + MINUTE, channel=Channel.TEXT)
    assert text.decision.outcome == "needs_review"


def test_a_request_taken_back_opens_the_call_again(django_on_both: Database) -> None:
    """Stop calling closes the phone at once; withdrawn with evidence, the phone is open again."""
    world = family()
    request = record_request(
        case_id=world.cases[0].pk, kind="stop_calling", staff=world.anna, recorded_at=NOON
    )
    assert reach(world, "customer").contact is None
    withdraw_request(
        request_id=request.pk, staff=world.anna, recorded_at=NOON + MINUTE, evidence="rec-9"
    )
    assert reach(world, "customer", NOON + 2 * MINUTE).contact is not None


def test_a_lender_may_only_be_stricter(django_on_both: Database) -> None:
    """Two connected calls a day instead of three close the third; four are refused."""
    world = family()
    key = "cn.connected_calls_per_day"
    told = {"lender_id": world.lender.pk, "pack": "cn", "actor": "compliance", "recorded_at": NOON}
    with pytest.raises(Refused) as refused:
        set_lender_rules(pack_date=None, stricter={key: 4}, **told)
    assert "3" in refused.value.problem.line("zh")
    with pytest.raises(Refused):
        set_lender_rules(pack_date=None, stricter={}, **(told | {"pack": "atlantis"}))
    set_lender_rules(pack_date=date(2026, 12, 1), stricter={key: 2}, **told)
    for number in range(2):
        at = NOON + 10 * number * MINUTE
        ended(world, reach(world, "customer", at), at, "connected", "NO_MONEY", True)
    third = reach(world, "customer", NOON + timedelta(hours=1))
    assert blocking(third) == {"connected_calls_stay_within_day"}
    assert "cn@2026-12-01" in third.decision.pack_version
    assert Lender.objects.get().policy == POLICY


def test_a_letter_is_asked_about_with_its_parts(django_on_both: Database) -> None:
    """A letter that lacks parts is denied and names them; a complete one goes out."""
    world = family()
    parts = {"name_and_balance", "reason_and_rules", "rights_and_duties", "query_repay_object"}
    bare = Content(elements=frozenset(parts), names_institution=True, discloses_debt=True)
    lacking = reach(world, "customer", channel=Channel.MAIL, content=bare)
    facts = dict(lacking.reach.verdict.blocking[0].facts)
    assert facts["missing"] == "contact, official_seal"
    whole = Content(
        elements=frozenset({*parts, "contact", "official_seal"}),
        names_institution=True,
        discloses_debt=True,
    )
    sent = reach(world, "customer", NOON + MINUTE, channel=Channel.MAIL, content=whole)
    assert sent.contact is not None, sent.reach.as_json()


def test_a_visit_is_asked_about_with_its_visitors(django_on_both: Database) -> None:
    """One visitor without a card is denied under two rules; two with cards who stay outside go."""
    world = family()
    alone = Visit(("1001",), identity_cards_carried=False, place="home", enters=False)
    stopped = reach(world, "customer", channel=Channel.VISIT, visit=alone)
    assert blocking(stopped) == {"visit_made_by_two", "visitors_show_their_cards"}
    two = Visit(("1001", "1002"), identity_cards_carried=True, place="home", enters=False)
    went = reach(world, "customer", NOON + MINUTE, channel=Channel.VISIT, visit=two)
    assert went.contact is not None, went.reach.as_json()


def test_a_complaint_is_answered_but_not_collected_under(django_on_both: Database) -> None:
    """Under a complaint collection is closed, its answer is open, and words of payment close it."""
    world = family()
    record_request(case_id=world.cases[0].pk, kind="complains", staff=world.anna, recorded_at=NOON)
    Case.objects.update(state="claimed", holder=world.bao)
    world.anna = world.bao
    assert "complaint_holds_all_accounts" in blocking(reach(world, "customer"))
    answer = {"channel": Channel.TEXT, "purpose": "complaint_reply"}
    sent = reach(world, "customer", NOON + MINUTE, **answer)
    assert "complaint_holds_all_accounts" not in blocking(sent)
    asks = Content(asks_payment=True, names_institution=True)
    under = reach(world, "customer", NOON + 2 * MINUTE, content=asks, **answer)
    assert "complaint_holds_all_accounts" in blocking(under)
