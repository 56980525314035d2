"""Texts and e-mails that pile up unanswered: counted from the contacts themselves, looked at, never denied."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from shounuo.feeds.us_case_facts import facts_of
from shounuo.rules.facts import Facts
from shounuo.rules.gate import decide
from shounuo.rules.past import PastContact
from shounuo.rules.proposed import Channel, Direction
from shounuo.rules.verdict import Outcome

NOW = datetime(2026, 6, 17, 19, 0, tzinfo=UTC)  # 15:00 in New York
HELD = "messages_not_piled_up"


def proposed(channel: str) -> Facts:
    raw = {
        "proposed": {
            "when": NOW.isoformat(), "channel": channel, "to": {"id": "C1", "role": "consumer"},
            "debt": ["d1"],
        }
    }  # fmt: skip
    return facts_of(raw)


def sent(channel: Channel, days_ago: int, hours_ago: int = 1, **more) -> PastContact:
    when = NOW - timedelta(days=days_ago, hours=hours_ago)
    return PastContact(when, channel, Direction.OUTBOUND, "C1", debts=("d1",), **more)


def held(facts: Facts) -> bool:
    return HELD in {reason.check for reason in decide(facts).blocking}


def texts(today: int) -> tuple[PastContact, ...]:
    """Three on each of the two days before, and `today` of them today."""
    before = tuple(sent(Channel.TEXT, ago, hour) for ago in (1, 2) for hour in (1, 2, 3))
    return before + tuple(sent(Channel.TEXT, 0, hour + 1) for hour in range(today))


@pytest.mark.parametrize(("today", "wanted"), [(1, False), (2, True), (3, True)])
def test_the_third_text_of_the_third_day_is_looked_at(today, wanted):
    """House policy: three a day on three days; the proposed one is among them."""
    facts = replace(proposed("text"), contacts=texts(today))
    assert held(facts) is wanted
    if wanted:
        assert decide(facts).outcome is Outcome.NEEDS_REVIEW


def test_row_order_never_matters():
    """Backwards the same."""
    assert held(replace(proposed("text"), contacts=texts(2)[::-1]))


@pytest.mark.parametrize(
    "answer",
    [
        PastContact(NOW - timedelta(days=1), Channel.TEXT, Direction.INBOUND, "C1"),
        PastContact(
            NOW - timedelta(days=1), Channel.CALL, Direction.OUTBOUND, "C1",
            outcome="conversation", connected=True,
        ),
    ],
    ids=["a text", "a talk"],
)  # fmt: skip
def test_an_answer_ends_the_pile(answer):
    """ "The consumer does not respond": here they did yesterday."""
    assert not held(replace(proposed("text"), contacts=(*texts(2), answer)))


def test_a_message_that_did_not_go_out_is_none():
    """Two of today's were not delivered, so that the proposed one is the first."""
    today = tuple(sent(Channel.TEXT, 0, hour, outcome="undelivered") for hour in (1, 2))
    assert not held(replace(proposed("text"), contacts=(*texts(0), *today)))


@pytest.mark.parametrize(
    ("calls", "emails", "wanted"), [(6, 2, False), (7, 0, False), (7, 1, True), (7, 2, True)]
)
def test_emails_beside_a_full_week_of_calls_are_looked_at(calls, emails, wanted):
    """Seven unanswered calls, one a day, and the second e-mail, which is the proposed one."""
    rung = tuple(
        sent(Channel.CALL, ago, outcome="no_answer", connected=False) for ago in range(calls)
    )
    written = tuple(sent(Channel.EMAIL, ago) for ago in range(1, emails + 1))
    assert held(replace(proposed("email"), contacts=(*rung, *written))) is wanted
    assert held(replace(proposed("email"), contacts=rung)) is False


def test_a_caller_is_answered():
    """The consumer's own call is taken, whatever has piled up."""
    facts = proposed("call")
    inbound = replace(facts, proposed=replace(facts.proposed, direction=Direction.INBOUND))
    assert not held(replace(inbound, contacts=texts(3)))
