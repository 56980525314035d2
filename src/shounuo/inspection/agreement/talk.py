"""The state of a negotiation, moved on turn by turn."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from shounuo.inspection.agreement.agreed import Agreed
from shounuo.inspection.agreement.terms import Terms
from shounuo.inspection.names import named
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import TurnReading
from shounuo.inspection.steps.frames import Frames
from shounuo.inspection.steps.sentences import confirms, frames


@dataclass
class Talk:
    """What lies on the `table` and what is `agreed`; what the collector has just asked for; what the customer named."""

    reading: Reading
    table: Terms = field(default_factory=Terms)
    agreed: Agreed | None = None
    asked_at: int | None = None  # the collector's last turn, if it asked or repeated
    repeated: bool = False  # it repeated terms rather than asked
    named_at: int | None = None  # where the customer last named terms
    latest: set[int] = field(default_factory=set)  # sums (minor units) of his last turn
    sums: set[int] = field(default_factory=set)  # of all his turns so far
    days: set[date] = field(default_factory=set)
    moved_to: date | None = None  # the exact day of his last turn, unless he refused or guessed
    spoken: set[date] = field(default_factory=set)  # every day he said, in passing too
    put_at: int | None = None  # the collector's last turn that put other terms on the table

    def __post_init__(self) -> None:
        self.english = self.reading.english
        self.use: Frames = frames(self.reading)
        self.today = self.reading.call.as_of.date()


def names_lender(talk: Talk, turn: TurnReading) -> bool:
    """As one does when a promise is read back."""
    return named(talk.reading.context.lender, turn.text, english=talk.english)


def recaps(talk: Talk, turn: TurnReading, terms: Terms) -> bool:
    """Reads the terms back: sum and day, or the words of a confirmation."""
    return terms.both or confirms(talk.reading, turn, talk.use)
