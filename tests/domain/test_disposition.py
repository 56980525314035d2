"""The catalogue of codes: whole, consistent, and checked as it is used."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shounuo.domain.contact import CALL_OUTCOMES, Outcome, PartyRole
from shounuo.domain.disposition.catalogue import (
    Code,
    Disposition,
    ReturnsTo,
    catalogue,
    dispositions_for,
    earns_volume,
)
from shounuo.domain.disposition.entry import ASKED, check_entry
from shounuo.domain.disposition.house_codes import canonical
from shounuo.domain.flags import KEEPS_OUT_OF_QUEUE, Flag
from shounuo.kernel.errors import Problem

ROWS = list(catalogue().values())
INSY = {"reason": "third time", "quote": "随便你们，我就是不还，你告我去"}


def check(code, role=PartyRole.CUSTOMER, outcome=Outcome.CONNECTED, **given_):
    return {p.code for p in check_entry(code, role, outcome, given_)}


def test_every_code_is_in_the_catalogue_with_its_own_key() -> None:
    """No code is missing, no key is used twice, every name is in both languages."""
    assert set(catalogue()) == set(Code)
    assert len({row.key for row in ROWS}) == len(ROWS)
    assert all(row.name.zh and row.name.en and row.name.zh != row.name.en for row in ROWS)


def test_every_way_a_call_ends_has_a_code_for_everybody() -> None:
    """Whoever was called and however the line answered, at least one code fits."""
    for role in PartyRole:
        for outcome in CALL_OUTCOMES - {Outcome.NOT_DIALLED}:
            assert dispositions_for(role, outcome), (role, outcome)


def test_everything_asked_has_a_name() -> None:
    """What the catalogue asks for can be named in both languages."""
    assert {name for row in ROWS for name in row.asks} <= set(ASKED)


def test_third_party_codes_carry_nothing_of_the_debt() -> None:
    """A third party can neither promise, refuse nor be asked an amount."""
    for row in dispositions_for(PartyRole.THIRD_PARTY):
        assert not row.promise
        assert not {"amount", "due_by", "paid_amount", "affordable_monthly"} & set(row.asks)


@pytest.mark.parametrize("code", list(Code))
def test_no_call_to_a_third_party_earns_volume(code) -> None:
    """Whatever its code, a call to a third party is no credit; nor is a hang-up to anybody."""
    assert not earns_volume(code, PartyRole.THIRD_PARTY)
    assert not earns_volume(Code.HUNG_UP, PartyRole.CUSTOMER)


def test_what_holds_a_case_returns_it_to_somebody_who_may_lift_the_hold() -> None:
    """A code that raises a hold gives a task, and the case does not go back to the pool."""
    for row in ROWS:
        if set(row.flags) & KEEPS_OUT_OF_QUEUE:
            assert row.tasks, row.code
            assert row.returns_to is not ReturnsTo.POOL, row.code


def test_insincere_needs_the_customers_words() -> None:
    """Without a quote and a reason INSY is not recorded; with them it is."""
    assert check(Code.INSY) == {"missing_quote", "missing_reason"}
    assert check(Code.INSY, **INSY) == set()


@pytest.mark.parametrize(
    "quote",
    [
        "没钱",
        "我现在真的没钱。",
        "手头紧张",
        "还不起啊",
        "我失业了，等找到工作再说",
        "实在拿不出，工资还没发",
        "我不是不还，是真的没钱",
        "我妈住院了，钱都看病了",
        "No money",
        "I lost my job in March, I can't afford it",
        "It's not that I won't pay, I haven't been paid",
    ],
)
def test_no_money_is_never_insincere(quote) -> None:
    """A quote that only names a lack of money is refused under INSY."""
    assert check(Code.INSY, reason="x", quote=quote) == {"insy_for_no_money"}


@pytest.mark.parametrize(
    "quote",
    [
        "没钱，就是不还，你告我去",
        "随便你们，爱咋咋地",
        "有钱也不还你们",
        "上次说周五还，我那是随便说说的",
        "Sue me, I don't care",
        "I'm broke and even if I had it I won't pay",
    ],
)
def test_a_refusal_or_mockery_may_be_insincere(quote) -> None:
    """Words that refuse or mock are recorded under INSY, also when money is lacking too."""
    assert check(Code.INSY, reason="x", quote=quote) == set()


def test_the_codes_of_labelled_calls_are_canonical() -> None:
    """Every disposition by which calls are labelled for inspection exists here by the same name."""
    labelled = (
        "PTP PTP_IMPLIED PLAN_REQUEST REFUSE NO_MONEY DISPUTE CLAIM_PAID AUTOPAY_FAILED DECEASED "
        "WRONG_PERSON MESSAGE_LEFT CALLBACK HUNG_UP COMPLAINT CEASE THIRD_PARTY_REFUSED VULNERABLE"
    )
    assert set(labelled.split()) <= set(Code)


def test_a_code_fits_the_party_and_the_line() -> None:
    """A promise from a third party and a busy line that promised are both refused."""
    told = {"amount": 1, "due_by": "x", "method": "app", "lender_name_confirmed": True}
    assert check(Code.PTP, PartyRole.THIRD_PARTY, **told) == {"wrong_party"}
    assert check(Code.PTP, outcome=Outcome.BUSY, **told) == {"wrong_outcome"}
    assert check(Code.PTP, **(told | {"lender_name_confirmed": False})) == {
        "missing_lender_name_confirmed"
    }


def test_a_dead_number_and_a_refusal_stop_the_number() -> None:
    """After 空号, a wrong person or a third party's refusal the number is not tried again."""
    blocked = {row.code for row in ROWS if row.blocks_number}
    assert blocked == {Code.DEAD_NUMBER, Code.WRONG_PERSON, Code.THIRD_PARTY_REFUSED}
    assert catalogue()[Code.THIRD_PARTY_REFUSED].flags == (Flag.THIRD_PARTY_REFUSED,)


def test_house_codes_are_read_as_canonical_ones() -> None:
    """The lender's mapping first, then the canonical name; an unknown code is a problem."""
    assert canonical(" mess ", {}) is Code.MESSAGE_LEFT
    assert canonical("PTP", {"ptp": "PTP_IMPLIED"}) is Code.PTP_IMPLIED
    assert canonical("ptp", {}) is Code.PTP
    assert isinstance(canonical("XYZ", {"ABC": "PTP"}), Problem)


@given(st.sampled_from(list(Code)), st.sampled_from(list(PartyRole)))
def test_a_code_offered_is_a_code_accepted(code, role) -> None:
    """What the list offers for a party passes the party check, and nothing else does."""
    row: Disposition = catalogue()[code]
    outcome = sorted(row.outcomes)[0]
    offered = row in dispositions_for(role, outcome)
    assert offered is ("wrong_party" not in check(code, role, outcome))
