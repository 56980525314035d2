"""Whose money it is, and the figures of the board, by hand."""

from datetime import date

import pytest

from domain.promise.making import POLICY, ZONE, at, covers, day, paid, promise
from shounuo.domain.attribution import Touch, cash_credits, credit_of_promise
from shounuo.domain.board import (
    AttemptRow,
    Band,
    PromiseRow,
    band,
    promise_figures,
    recovered,
    work_figures,
)
from shounuo.domain.contact import AttemptState, Outcome, PartyRole
from shounuo.domain.disposition.catalogue import Code
from shounuo.domain.promise.entries import EntryKind
from shounuo.domain.promise.explain import STATE_NAMES, explain
from shounuo.domain.promise.settlement import settle
from shounuo.domain.promise.verdict import State

CUSTOMER, THIRD = PartyRole.CUSTOMER, PartyRole.THIRD_PARTY


def touch(by: str, on: int, hour: int = 12, role=CUSTOMER, effective=True) -> Touch:
    return Touch(at(on, hour), by, role, effective, f"{by}-{on}")


def who(entries, touches, days=14):
    return {c.payment_id: c.by for c in cash_credits(entries, touches, days, ZONE)}


def test_cash_goes_to_the_last_effective_contact() -> None:
    """Zhang spoke on the 2nd, Li on the 4th: money of the 5th is Li's, money of the 3rd Zhang's."""
    touches = [touch("zhang", 2), touch("li", 4)]
    assert who([paid("a", 100, 5), paid("b", 100, 3)], touches) == {"a": "li", "b": "zhang"}


def test_nobody_is_credited_with_a_self_cure() -> None:
    """No contact, a third party, a call that reached nobody, or one long past: the customer's own."""
    touches = [touch("zhang", 2, role=THIRD), touch("li", 3, effective=False)]
    assert who([paid("a", 100, 5)], touches) == {"a": ""}
    assert who([paid("a", 100, 20)], [touch("zhang", 5)]) == {"a": ""}
    assert who([paid("a", 100, 20)], [touch("zhang", 6)]) == {"a": "zhang"}


def test_a_contact_after_the_payment_earns_nothing() -> None:
    """Paid at 9:00 and called at noon is a self-cure; paid that day at an unknown hour is the caller's."""
    timed = paid("a", 100, 5, paid_at=at(5, 9))
    assert who([timed], [touch("zhang", 5)]) == {"a": ""}
    assert who([paid("a", 100, 5)], [touch("zhang", 5)]) == {"a": "zhang"}


def test_credits_and_reversed_money_are_no_cash() -> None:
    """A waiver earns nothing; of 100 reversed by 40, 60 are credited."""
    lines = [
        paid("a", 100, 5),
        paid("r", 40, 6, kind=EntryKind.REVERSAL, reverses="a"),
        paid("w", 900, 5, kind=EntryKind.WAIVER),
    ]
    credits_ = cash_credits(lines, [touch("zhang", 4)], 14, ZONE)
    assert recovered(credits_, "CNY") == recovered(credits_, "CNY", "zhang") == 60
    assert recovered(credits_, "CNY", "") == recovered(credits_, "USD") == 0


def verdict(minor: int, cash: int, on: int = 2, **more):
    lines = [paid("a", cash, on)] if cash else []
    return settle([promise("p", minor, **more)], lines, [covers(5)], POLICY, at(9))[0]


def row(minor: int, cash: int, on: int = 2, explicit: bool = True) -> PromiseRow:
    return PromiseRow("zhang", day(1), explicit, verdict(minor, cash, on))


def test_a_kept_promise_is_its_takers_and_a_late_one_nobodys() -> None:
    """Zhang took it: in time it is Zhang's KP, late or short it is none."""
    one = promise("p", 100, taken_by="zhang")
    assert credit_of_promise(one, verdict(100, 100)) == "zhang"
    assert credit_of_promise(one, verdict(100, 100, on=4)) == ""
    assert credit_of_promise(one, verdict(100, 99)) == ""


def test_promise_figures_by_count_and_by_amount() -> None:
    """Of 1,000 kept, 3,000 broken, 500 late and 500 partly: a quarter by count, a fifth by amount."""
    rows = [row(100_000, 100_000), row(300_000, 0), row(50_000, 50_000, on=4), row(50_000, 1)]
    rows.append(row(100_000, 100_000, explicit=False))
    found = promise_figures(rows, explicit=True, currency="CNY")
    assert (found.made, found.decided, found.kept) == (4, 4, 1)
    assert (found.kept_late, found.partly_kept, found.broken) == (1, 1, 1)
    assert found.rate_by_count == pytest.approx(1 / 4)
    assert found.rate_by_amount == pytest.approx(1 / 5)
    implied = promise_figures(rows, explicit=False, currency="CNY")
    assert (implied.made, implied.rate_by_count) == (1, 1.0)


def test_a_rate_over_nothing_is_no_rate() -> None:
    """Without a decided promise there is no rate and no band."""
    none = promise_figures([], explicit=True, currency="CNY")
    assert none.rate_by_count is None
    assert band(none.rate_by_count, (0.6, 0.85)) is None


def test_a_kp_rate_has_a_band_and_not_a_maximum() -> None:
    """Everything kept is above the band: too little was dared."""
    target = (0.6, 0.85)
    found = [band(rate, target) for rate in (0.59, 0.6, 0.85, 1.0)]
    assert found == [Band.BELOW, Band.WITHIN, Band.WITHIN, Band.ABOVE]


def attempt(outcome, code, role=CUSTOMER, talk=None, state=AttemptState.ENDED) -> AttemptRow:
    return AttemptRow("zhang", date(2026, 11, 2), role, state, outcome, code, talk)


def test_attempts_volume_contacts_and_att() -> None:
    """Of five dialled: two earn volume, one is a contact, and ATT is over the three connected."""
    rows = [
        attempt(Outcome.CONNECTED, Code.PTP, talk=90),
        attempt(Outcome.CONNECTED, Code.HUNG_UP, talk=6),
        attempt(Outcome.CONNECTED, Code.MESSAGE_LEFT, THIRD, talk=30),
        attempt(Outcome.NO_ANSWER, Code.NO_ANSWER),
        attempt(Outcome.NO_ANSWER, Code.NO_ANSWER, THIRD),
        attempt(None, None, state=AttemptState.DENIED),
        attempt(Outcome.NOT_DIALLED, None),
    ]
    found = work_figures(rows)
    assert (found.attempts, found.volume, found.connected, found.contacts) == (5, 2, 3, 1)
    assert found.att_seconds == pytest.approx(42)
    assert work_figures([]).att_seconds is None


def test_a_verdict_explains_itself_to_the_cent() -> None:
    """7,108.34 of 7,108.35: the sentence names both and the missing cent, in both languages."""
    said = explain(verdict(710_835, 710_834))
    for text in (said.zh, said.en):
        assert all(part in text for part in ("7,108.35 CNY", "7,108.34 CNY", "0.01 CNY"))
    assert set(STATE_NAMES) == set(State)
    waiting = settle([promise("p", 100)], [], [], POLICY, at(9))[0]
    assert "bank 2026-11-03" in explain(waiting).en
