"""What English detectors owe to who listens, to what was asked for, and to the figures of the case (456.70 due)."""

import pytest

from inspection.dialogue import reading
from shounuo.inspection.model import ThirdParty
from shounuo.inspection.registry import find_all

KNOWN = "A: Hello, recorded line, is this Lena Ortiz?\nP: Yes, this is she.\n"


def _codes(play, **context):
    return {f.code for f in find_all(reading(play, "en", **context))}


@pytest.mark.parametrize(
    "said",
    [
        "The store has you at six forty-nine fifty.",
        "You've still got six hundred sixty on this.",
        "It's five ninety to close it today.",
    ],
)
def test_a_sum_that_is_not_on_file(said):
    """A sum said to stand on the account, in whatever words, is held against the account."""
    assert "FALSE_AMOUNT" in _codes(f"{KNOWN}A: {said}\nP: okay")


@pytest.mark.parametrize(
    "said",
    ["You're at four fifty-six seventy.", "Could you put a hundred on it tonight?", "That's seventy-five a month for six months."],
)  # fmt: skip
def test_a_sum_on_file_or_a_part_of_it(said):
    """The sum on file, a part asked for and an instalment are no wrong amount."""
    assert "FALSE_AMOUNT" not in _codes(f"{KNOWN}A: {said}\nP: okay")


def test_the_number_of_a_loan_asked_for():
    """To ask for the last four of your loan tells of no arrear."""
    play = "A: Granite State Bank, recorded line. Lena Ortiz? The last four of your loan, please?\nP: 0088."
    assert "DISCLOSE_BEFORE_VERIFY" not in _codes(play)


def test_who_stands_for_the_estate():
    """12 CFR 1006.6(a)(4): the executor of the dead is spoken to as the consumer; a neighbour is not."""
    play = "A: Is this Ben Ortiz?\nP: Yes. She passed in May.\nA: The card has four hundred fifty-six dollars and seventy cents past due.\nP: I see."
    told = {
        relation: "DISCLOSE_TO_THIRD_PARTY"
        in _codes(
            play,
            callee_role="third_party",
            third_party=ThirdParty(relation, "Ben Ortiz"),
            jurisdiction="US",
        )
        for relation in ("executor", "neighbor")
    }
    assert told == {"executor": False, "neighbor": True}


def test_a_lawyer_quoted_is_no_lawyer_retained():
    """My cousin's lawyer says so leaves the customer free to be asked."""
    play = f"{KNOWN}A: It's $456.70, past due.\nP: My lawyer friend says you must wait.\nA: Could you send half by Friday?\nP: No."
    assert "CEASE_IGNORED" not in _codes(play)


def test_the_law_that_must_be_told():
    """No suit may follow on a debt too old (12 CFR 1006.26(b)): to say so grants nothing."""
    said = "The law limits how long you can be sued on a debt. Because of its age, we will not sue you for it."
    assert "FALSE_PROMISE" not in _codes(f"{KNOWN}A: {said}\nP: okay")
