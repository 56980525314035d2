"""The same pack asked with the facts the desk loads, in the gate's own words."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from shounuo.feeds.us_case_facts import facts_of
from shounuo.rules.facts import Facts
from shounuo.rules.gate import decide
from shounuo.rules.past import PastContact
from shounuo.rules.proposed import Address, Channel, Collector, CollectorKind, Role
from shounuo.rules.standing import Hold, Request
from shounuo.rules.verdict import Outcome, Presumption

NOON = datetime(2026, 6, 17, 12, tzinfo=ZoneInfo("America/New_York"))


@pytest.fixture
def desk() -> Facts:
    """An agency about to call a customer in New York on a mobile number."""
    return facts_of(
        {
            "debts": [{"id": "d1", "type": "credit_card"}],
            "proposed": {
                "when": NOON.isoformat(),
                "channel": "call",
                "to": {"id": "C1", "role": "consumer"},
                "debt": ["d1"],
                "address": "mobile",
            },
        }
    )


def past(hours_ago: float, **more) -> PastContact:
    told = {"person_id": "C1", "debts": ("d1",), "outcome": "no_answer"} | more
    return PastContact(NOON - timedelta(hours=hours_ago), Channel.CALL, **told)


def outcome(facts: Facts) -> Outcome:
    return decide(facts).outcome


def test_a_plain_call_is_presumed_to_comply(desk):
    """Nothing stands against it, and the presumption is kept as one."""
    verdict = decide(desk)
    assert verdict.outcome is Outcome.ALLOW
    assert verdict.presumption is Presumption.COMPLIANCE


@pytest.mark.parametrize(
    "more",
    [
        {"in_flight": True, "outcome": None},
        {"outcome": "unknown"},
        {"outcome": None},
        {"outcome": "connected"},
    ],
)
def test_what_may_have_been_a_conversation_starts_the_quiet_days(desk, more):
    """A call in flight, one that never reported back, one merely connected: each closes the week."""
    verdict = decide(replace(desk, contacts=(past(1, **more),)))
    assert verdict.presumption is Presumption.VIOLATION
    assert verdict.earliest_next.isoformat() == "2026-06-24"


def test_an_attempt_does_not_count_against_itself(desk):
    """The attempt asked about may already stand in flight; another one closes the gate."""
    own = past(0, in_flight=True, outcome=None, contact_id="k1")
    asking = replace(desk, proposed=replace(desk.proposed, contact_id="k1"), contacts=(own,))
    assert outcome(asking) is Outcome.ALLOW
    assert outcome(replace(asking, contacts=(replace(own, contact_id="k2"),))) is Outcome.DENY


def test_a_dead_number_never_connected(desk):
    """Seven calls to a dead number are none; seven to a telephone switched off are seven."""
    dead, off = (
        tuple(past(20 * n, outcome=said) for n in range(1, 8))
        for said in ("dead_number", "powered_off")
    )
    assert outcome(replace(desk, contacts=dead)) is Outcome.ALLOW
    assert outcome(replace(desk, contacts=off)) is Outcome.DENY


def test_another_collectors_calls_are_its_own(desk):
    """The rule counts what one debt collector does."""
    theirs = tuple(past(20 * n, organisation="other agency") for n in range(1, 8))
    ours = tuple(replace(c, organisation="collector") for c in theirs)
    assert outcome(replace(desk, contacts=theirs)) is Outcome.ALLOW
    assert outcome(replace(desk, contacts=ours)) is Outcome.DENY


def test_a_call_about_nobody_knows_which_debt_counts_to_each(desk):
    """Missing facts never make room."""
    blank = tuple(past(20 * n, debts=()) for n in range(1, 8))
    assert outcome(replace(desk, contacts=blank)) is Outcome.DENY


@pytest.mark.parametrize(
    ("kind", "channel", "said"),
    [
        ("stop_calling", Channel.CALL, Outcome.DENY),
        ("stop_calling", Channel.MAIL, Outcome.ALLOW),
        ("write_only", Channel.CALL, Outcome.DENY),
        ("write_only", Channel.MAIL, Outcome.ALLOW),
        ("stop_all", Channel.MAIL, Outcome.DENY),
    ],
)
def test_what_the_desk_records_in_two_keys_binds_at_once(desk, kind, channel, said):
    """A request recorded a minute ago closes what it names and nothing else."""
    asked = Request(kind, by="C1", received=NOON - timedelta(minutes=1))
    facts = replace(desk, requests=(asked,), proposed=replace(desk.proposed, channel=channel))
    assert outcome(facts) is said


def test_not_at_work_closes_work_alone(desk):
    """The work number is closed, the mobile is not."""
    asked = replace(desk, requests=(Request("not_at_work", by="C1", received=NOON),))
    work = Address("work_line", "landline", place="work")
    assert outcome(asked) is Outcome.ALLOW
    assert outcome(replace(asked, proposed=replace(asked.proposed, address=work))) is Outcome.DENY


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("attorney", Outcome.NEEDS_REVIEW),
        ("do_not_contact", Outcome.DENY),
        ("dispute", Outcome.NEEDS_REVIEW),
    ],
)
def test_holds_without_their_details_never_allow(desk, kind, said):
    """An attorney without a name, a cease hold, a dispute of unknown form: none lets a call pass."""
    assert outcome(replace(desk, holds=(Hold(kind, NOON - timedelta(days=1)),))) is said


@pytest.mark.parametrize("role", [None, Role.THIRD_PARTY, Role.HEIR, Role.VOLUNTEER_PAYER])
def test_an_unknown_person_is_not_the_consumer(desk, role):
    """Collecting from anybody who is not the consumer is closed."""
    assert outcome(replace(desk, proposed=replace(desk.proposed, role=role))) is Outcome.DENY


def test_a_parent_counts_only_while_the_consumer_is_known_to_be_a_minor(desk):
    """An unknown age is no minority."""
    parent = replace(desk, proposed=replace(desk.proposed, role=Role.PARENT, person_id="P1"))
    minor = replace(parent, customer=replace(parent.customer, adult=False))
    assert outcome(parent) is Outcome.DENY
    assert outcome(minor) is Outcome.ALLOW


def test_the_lenders_own_staff_are_outside(desk):
    """In the creditor's name the regulation does not bind; who collects unknown, it is asked."""
    late = replace(desk.proposed, when=NOON.replace(hour=22))
    own = Collector(CollectorKind.LENDER_STAFF, "creditor")
    nobody = Collector(None, "somebody")
    assert outcome(replace(desk, proposed=late)) is Outcome.DENY
    assert outcome(replace(desk, proposed=replace(late, collector=own))) is Outcome.ALLOW
    assert outcome(replace(desk, proposed=replace(late, collector=nobody))) is Outcome.DENY


def test_a_message_of_unknown_content_is_looked_at(desk):
    """Whether an e-mail or a text carries its opt-out must be known."""
    blank = replace(desk.proposed.content, more={})
    text = replace(desk.proposed, channel=Channel.TEXT, content=blank)
    assert outcome(replace(desk, proposed=text)) is Outcome.NEEDS_REVIEW


def test_a_neighbour_may_be_asked_for_the_location(desk):
    """The desk's own purpose for it opens a third party, once."""
    asking = replace(
        desk.proposed, role=Role.THIRD_PARTY, person_id="T1", purpose="locate", address=None
    )
    spoke = past(200, person_id="T1", outcome="connected")
    assert outcome(replace(desk, proposed=asking)) is Outcome.ALLOW
    assert outcome(replace(desk, proposed=asking, contacts=(spoke,))) is Outcome.DENY
