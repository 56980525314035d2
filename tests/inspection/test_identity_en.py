"""Whoever answers an English call is known only by a yes, a name or an identifier."""

import pytest

from inspection.dialogue import reading
from shounuo.inspection.state import state_of

ASKED = "A: Hello, recorded line, is this Lena Ortiz?"
IDENTIFIER = "A: Hello, recorded line. Lena Ortiz? What's your {}, please?"

YES = [
    "This is she.",
    "Speaking.",
    "You got her.",
    "Who's asking? Yes.",
    "I'm Lena, who else would it be?",
    "yep thats me",
]
GIVEN = [
    ("street", "Larkin Road. What's this?"),
    ("mother's maiden name", "it's Wojcik"),
    ("boat slip number", "slip twelve what you want"),
    ("house number", "eight oh six who wants it"),
    ("birth date", "Ten, four, ninety."),
    ("email", "lena dot o at mail dot com"),
]
NO = ["Who's asking?", "Lena is out back with the horses.", "No, this is her sister.", "There's no Lena here."]  # fmt: skip


@pytest.mark.parametrize("said", YES)
def test_yes(said):
    """Every form of yes, I am."""
    assert state_of(reading(f"{ASKED}\nP: {said}", "en")).verified_at == 1


@pytest.mark.parametrize(("wanted", "said"), GIVEN)
def test_identifier(wanted, said):
    """An identifier confirms, whatever was asked for."""
    assert state_of(reading(f"{IDENTIFIER.format(wanted)}\nP: {said}", "en")).verified_at == 1


@pytest.mark.parametrize("said", NO)
def test_nobody_yet(said):
    """A question, a denial or a pleasantry confirms nobody."""
    assert state_of(reading(f"{ASKED}\nP: {said}", "en")).verified_at is None


@pytest.mark.parametrize(("role", "known"), [("debtor", 1), ("unknown", None)])
def test_a_word_in_passing(role, known):
    """Called by name, whom the house holds for the customer may take it up with any word; an unknown may not."""
    play = f"{ASKED}\nP: Morning, hit me, I was about to ring you all."
    assert state_of(reading(play, "en", callee_role=role)).verified_at == known


def test_a_question_for_an_identifier_refused():
    """Who refuses the identifier is not confirmed by it."""
    asked = IDENTIFIER.format("zip code")
    assert state_of(reading(f"{asked}\nP: Why would I tell you that?", "en")).verified_at is None
