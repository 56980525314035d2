"""What the pack `us` asks of a live case comes from the records; what nobody recorded opens nothing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from machinery.databases import Database
from records.play import MINUTE
from records.world import World, account_row, make_world
from shounuo.kernel.errors import Refused
from shounuo.records.actions.account_rows import PointRow
from shounuo.records.actions.check_recording import check_recording
from shounuo.records.actions.claim_next_case import claim_case
from shounuo.records.actions.contact_report import Report
from shounuo.records.actions.end_contact import end_contact
from shounuo.records.actions.open_contact import Opened, open_contact
from shounuo.records.actions.record_consent import record_consent, revoke_consent
from shounuo.records.actions.record_fact import record_fact, strike_fact
from shounuo.records.actions.record_request import record_request
from shounuo.records.actions.take_accounts import take_accounts
from shounuo.records.models import Account, Case, ContactPoint, DatedFact, Lender, Team
from shounuo.rules.proposed import Channel, Content
from shounuo.rules.verdict import Presumption

NOON = datetime(2026, 11, 18, 17, 0, tzinfo=UTC)  # Wednesday 12:00 in New York
DAY = timedelta(days=1)
POINTS = (
    PointRow("2125550100", source="contract", place="mobile"),
    PointRow("2125550111", source="contract", place="work"),
    PointRow("pat@example.com", kind="email", source="contract"),
    PointRow("12 Elm Street, New York", kind="address", source="contract"),
    PointRow("2125550199", source="contract", role="third_party", person="Neighbour"),
)
OPT_OUT = Content(discloses_debt=True, asks_payment=True, more={"opt_out_notice": True})


@pytest.fixture
def us(django_on_both: Database) -> World:
    """An agency's team holds the case of a customer in New York with two numbers, an e-mail, an address."""
    world = make_world(0)
    Lender.objects.update(
        country="US", zone="America/New_York", currency="USD", rule_pack="us",
        approved_agencies=["Harbor"],
        contact_settings={"collecting_parties": [], "recording_check_hours": 2400},
    )  # fmt: skip
    world.lender.refresh_from_db()
    Team.objects.update(organisation="Harbor")
    row = account_row(0, currency="USD", zone="America/New_York", place="US-NY", points=POINTS)
    take_accounts(lender=world.lender, rows=[row], actor="test", recorded_at=NOON - DAY)
    check_recording(team_id=world.team.pk, works=True, staff=world.lead, recorded_at=NOON - DAY)
    world.anna = type(world.anna).objects.select_related("team").get(pk=world.anna.pk)
    world.cases = list(Case.objects.all())
    assert claim_case(case_id=world.cases[0].pk, staff=world.anna, recorded_at=NOON - DAY)
    return world


def point(kind: str = "phone", place: str = "mobile", role: str = "customer") -> ContactPoint:
    rows = ContactPoint.objects.filter(kind=kind, role=role)
    return rows.get(place=place) if kind == "phone" and role == "customer" else rows.get()


def ask(world: World, to: ContactPoint, channel: Channel = Channel.CALL, at=NOON, **more) -> Opened:
    Case.objects.update(state="claimed", holder=world.anna)
    return open_contact(
        case_id=world.cases[0].pk, point_id=to.pk, channel=channel, staff=world.anna,
        recorded_at=at, request_key=f"{to.pk}{channel}{at}{len(more)}", **more,
    )  # fmt: skip


def tell(world: World, kind: str, at=NOON - DAY, **more) -> DatedFact:
    return record_fact(
        case_id=world.cases[0].pk, kind=kind, evidence="rec-1", actor=world.anna,
        recorded_at=max(at, NOON - MINUTE), at=at, **more,
    )  # fmt: skip


def blocking(opened: Opened) -> set[str]:
    return {reason.check for reason in opened.reach.verdict.blocking}


def test_a_plain_call_is_open(us: World) -> None:
    """With nothing against it the agency's call at noon is allowed and presumed to comply."""
    opened = ask(us, point())
    assert opened.contact is not None, opened.reach.as_json()
    assert opened.reach.verdict.presumption is Presumption.COMPLIANCE


def test_an_e_mail_without_a_history_is_looked_at(us: World) -> None:
    """Nobody said how the address came to be used: a person looks. Once the customer wrote from it, it is open."""
    email = point("email")
    assert blocking(ask(us, email, Channel.EMAIL, content=OPT_OUT)) == {
        "email_address_properly_obtained"
    }
    tell(us, "consumer_wrote_from", point_id=email.pk)
    opened = ask(us, email, Channel.EMAIL, NOON + MINUTE, content=OPT_OUT)
    assert opened.contact is not None, opened.reach.as_json()


def test_the_creditors_notice_opens_the_address_after_its_thirty_five_days(us: World) -> None:
    """Inside the opt-out period a person looks; on the day after it the address is open (1006.6(d)(4)(ii))."""
    email, sent = point("email"), NOON - 40 * DAY
    details = {
        "opt_out_by": (sent + 40 * DAY).date().isoformat(),
        "domain_public": True,
        "opted_out": False,
        "creditor_used_for_account": True,
    }
    tell(us, "creditor_address_notice", sent, point_id=email.pk, details=details)
    assert ask(us, email, Channel.EMAIL, NOON, content=OPT_OUT).contact is None
    assert ask(us, email, Channel.EMAIL, NOON + DAY, content=OPT_OUT).contact is not None


def test_an_opt_out_closes_the_address_at_once(us: World) -> None:
    """The customer asks not to be written to there: a consent given before does not help."""
    email = point("email")
    scope = {"address_id": email.value_hash}
    told = {"case_id": us.cases[0].pk, "staff": us.anna, "recorded_at": NOON - DAY, "scope": scope}
    record_consent(kind="email_address", evidence="rec-2", **told)
    assert ask(us, email, Channel.EMAIL, content=OPT_OUT).contact is not None
    record_request(kind="stop_address", **told)
    assert "email_address_properly_obtained" in blocking(
        ask(us, email, Channel.EMAIL, NOON + MINUTE, content=OPT_OUT)
    )


def test_a_text_needs_a_fresh_number(us: World) -> None:
    """A text 61 days after the consent is looked at; a check of the number renews it (1006.6(d)(5))."""
    mobile = point()
    consent = record_consent(
        case_id=us.cases[0].pk, kind="text_number", evidence="rec-3", staff=us.anna,
        recorded_at=NOON - DAY, given_at=NOON - 61 * DAY, scope={"address_id": mobile.value_hash},
    )  # fmt: skip
    assert blocking(ask(us, mobile, Channel.TEXT, content=OPT_OUT)) == {"text_number_fresh"}
    tell(us, "number_checked_not_reassigned", NOON - 10 * DAY, point_id=mobile.pk)
    assert ask(us, mobile, Channel.TEXT, NOON + MINUTE, content=OPT_OUT).contact is not None
    revoke_consent(consent_id=consent.pk, staff=us.anna, recorded_at=NOON + 2 * MINUTE)
    assert ask(us, mobile, Channel.TEXT, NOON + 3 * MINUTE, content=OPT_OUT).contact is None


def test_texts_of_the_desk_pile_up_until_somebody_looks(us: World) -> None:
    """Three texts a day on three days without an answer: the ninth waits for somebody (1006.14(a))."""
    mobile = point()
    record_consent(
        case_id=us.cases[0].pk, kind="text_number", evidence="rec-3", staff=us.anna,
        recorded_at=NOON - DAY, given_at=NOON - DAY, scope={"address_id": mobile.value_hash},
    )  # fmt: skip
    moments = [NOON + days * DAY + n * MINUTE for days in range(3) for n in range(3)]
    for at in moments[:-1]:
        opened = ask(us, mobile, Channel.TEXT, at, content=OPT_OUT)
        assert opened.contact is not None, (at, blocking(opened))
    last = ask(us, mobile, Channel.TEXT, moments[-1], content=OPT_OUT)
    assert blocking(last) == {"messages_not_piled_up"}
    assert last.decision.outcome == "needs_review"


def test_a_message_that_nobody_says_carries_its_opt_out_is_looked_at(us: World) -> None:
    """Whether the e-mail says how to stop them must be known (1006.6(e))."""
    email = point("email")
    tell(us, "consumer_wrote_from", point_id=email.pk)
    assert blocking(ask(us, email, Channel.EMAIL)) == {"opt_out_offered"}


def test_a_written_dispute_in_the_period_stops_collecting_until_answered(us: World) -> None:
    """In writing within the period it denies; without saying when, a person looks; verification opens."""
    first = tell(us, "dispute", details={"in_writing": True})
    assert ask(us, point()).decision.outcome == "needs_review"
    strike_fact(fact_id=first.pk, actor=us.lead, recorded_at=NOON, why="period now known")
    tell(us, "dispute", details={"in_writing": True, "within_validation_period": True})
    assert ask(us, point(), at=NOON + MINUTE).decision.outcome == "deny"
    tell(us, "verification_sent", NOON - MINUTE)
    assert ask(us, point(), at=NOON + 2 * MINUTE).contact is not None


def test_an_attorney_is_looked_at_until_the_name_is_known(us: World) -> None:
    """Represented: review; with the attorney's name and address on file: denied; the attorney silent: open."""
    record_request(case_id=us.cases[0].pk, kind="has_lawyer", staff=us.anna, recorded_at=NOON - DAY)
    assert ask(us, point()).decision.outcome == "needs_review"
    tell(us, "attorney_details", details={"name_address_known": True})
    assert ask(us, point(), at=NOON + MINUTE).decision.outcome == "deny"
    silent = {"name_address_known": True, "failed_to_respond_reasonable_time": True}
    tell(us, "attorney_details", NOON - MINUTE, details=silent)
    assert ask(us, point(), at=NOON + 2 * MINUTE).contact is not None


def test_an_employer_who_forbids_it_closes_the_work_number_alone(us: World) -> None:
    """Known to be forbidden at work: that number is closed, the mobile is not (1006.6(b)(3))."""
    tell(us, "employer_prohibits")
    assert blocking(ask(us, point(place="work"))) == {"workplace_prohibition_respected"}
    assert ask(us, point(), at=NOON + MINUTE).contact is not None


def test_two_places_are_open_only_together(us: World) -> None:
    """At 9:30 in New York a customer who may be in Los Angeles, where it is 6:30, is not called."""
    half_past_nine = NOON - timedelta(hours=2, minutes=30)
    tell(us, "located_at", NOON - DAY, details={"zone": "America/Los_Angeles", "country": "US"})
    later = ask(us, point(), at=half_past_nine + DAY)
    assert blocking(later) == {"local_hours_kept"}
    opens = later.reach.earliest_next
    assert opens is not None
    assert opens == datetime(2026, 11, 19, 16, tzinfo=UTC)  # 8:00 in Los Angeles


def test_a_states_own_limit_is_asked_where_the_customer_may_be(us: World) -> None:
    """With a place in Massachusetts on file the third call in seven days is closed (1006.104)."""
    tell(us, "located_at", details={"zone": "America/New_York", "country": "US", "region": "MA"})
    for number in range(2):
        at = NOON + timedelta(hours=number)
        opened = ask(us, point(), at=at)
        assert opened.contact is not None, opened.reach.as_json()
        end_contact(
            contact_id=opened.contact.pk, staff=us.anna, recorded_at=at + MINUTE,
            report=Report("no_answer", "NO_ANSWER", False),
        )  # fmt: skip
    assert "stricter_state_limit_kept" in blocking(ask(us, point(), at=NOON + timedelta(hours=3)))


def test_a_neighbour_is_spoken_to_once_however_long_ago(us: World) -> None:
    """A conversation three months back still closes the second one (1006.10(c))."""
    neighbour = point(role="third_party")
    long_ago = NOON - 90 * DAY
    Case.objects.update(opened_at=long_ago)
    opened = ask(us, neighbour, at=long_ago, purpose="locate")
    assert opened.contact is not None, opened.reach.as_json()
    type(opened.contact).objects.filter(pk=opened.contact.pk).update(
        state="ended", outcome="connected", connected=True
    )
    assert "location_asked_once" in blocking(ask(us, neighbour, purpose="locate"))
    details = {
        "earlier_response_erroneous_or_incomplete": True,
        "now_has_correct_or_complete": True,
    }
    tell(us, "location_answer_incomplete", point_id=neighbour.pk, details=details)
    assert ask(us, neighbour, at=NOON + MINUTE, purpose="locate").contact is not None


def test_a_suit_is_threatened_on_no_debt_of_unknown_age(us: World) -> None:
    """Limitation not recorded: a person looks; over: denied; running: open (1006.26(b))."""
    threat = Content(discloses_debt=True, more={"threatens_legal_action": True})
    assert blocking(ask(us, point(), content=threat)) == {"time_barred_debt_not_sued"}
    account = Account.objects.get().pk
    for number, (on, allowed) in enumerate((("2026-11-17", False), ("2027-01-01", True))):
        tell(
            us,
            "limitation_ends",
            NOON - DAY + number * MINUTE,
            account_id=account,
            details={"on": on},
        )
        said = ask(us, point(), at=NOON + (number + 1) * MINUTE, content=threat)
        assert (said.contact is not None) is allowed, said.reach.as_json()


def test_a_notice_that_came_back_does_not_go_to_the_same_address(us: World) -> None:
    """An undeliverable letter closes required disclosures to that address (1006.42(a)(1))."""
    home = point("address")
    notice = Content(kind="validation_notice", discloses_debt=True)
    assert ask(us, home, Channel.MAIL, content=notice).contact is not None
    tell(us, "undeliverable", NOON)
    again = ask(us, home, Channel.MAIL, NOON + MINUTE, content=notice)
    assert "required_disclosure_reaches_consumer" in blocking(again)


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("rumour", {}),
        ("limitation_ends", {}),
        ("limitation_ends", {"details": {"on": "soon"}}),
        ("dispute", {"details": {"in_writing": "maybe"}}),
        ("dispute", {"details": {"in_writing": True, "colour": "red"}}),
        ("seen_by_others", {}),
        ("employer_prohibits", {"at": NOON + DAY}),
        ("employer_prohibits", {"account_id": 999}),
        ("seen_by_others", {"point_id": 999}),
        ("employer_prohibits", {"evidence": " "}),
    ],
)
def test_a_fact_that_says_nothing_is_refused(us: World, kind: str, more: dict) -> None:
    """Unknown, incomplete, unreadable, in the future, of another customer or without evidence: not kept."""
    told = {"case_id": us.cases[0].pk, "evidence": "rec-1", "actor": us.anna, "recorded_at": NOON}
    with pytest.raises(Refused) as refused:
        record_fact(kind=kind, **(told | more))
    assert refused.value.problem.what.zh
    assert not DatedFact.objects.exists()
