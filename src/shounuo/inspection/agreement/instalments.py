"""A promise paid in more than one part: five hundred on the 5th and the rest on the 20th; 五号三千，剩下的二十号.

The promise itself stays the first part, which is settled first. The others are read where it was read back, else in the
words that made it: each has a day of its own, later than the one before, and a sum or the rest. A day left open (剩下的再
说) is no part; what is guessed at, refused, asked, stands under a condition or comes with the next bill is none either.
Nor are there parts where the sums leave nothing for one of them.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from shounuo.inspection.agreement import firmness
from shounuo.inspection.agreement.named_terms import days_of
from shounuo.inspection.agreement.no_part import no_part
from shounuo.inspection.agreement.the_rest import REST
from shounuo.inspection.model import Instalment, SpokenPromise
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import TurnReading
from shounuo.kernel.patterns import quick_pattern

_HEARD_WELL = 0.45
_OVER_A_MONTH = 32
_REST = quick_pattern(REST + r"|另(?:外)?(?:一)?半|\bthe (?:other|second) (?:half|part|one)\b")
_MONTH_NAMED = quick_pattern(
    r"月|今|明|后天|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|day\b|tomorrow|week|month|/|-"
)


@dataclass(frozen=True)
class _Word:
    """A day, a sum in minor units, or (neither) the rest; `rolls`: a day of which no month was said."""

    start: int
    end: int
    day: date | None = None
    cents: int | None = None
    rolls: bool = False


def instalments(
    reading: Reading, first: SpokenPromise, places: Iterable[int | None]
) -> tuple[Instalment, ...]:
    """Every part, the first as well, by day; empty for a promise of one. `places`: turns, the most telling first."""
    for at in places:
        parts = _in_turn(reading, reading.turns[at], first) if at is not None else ()
        if parts:
            return parts
    return ()


def _in_turn(reading: Reading, turn: TurnReading, first: SpokenPromise) -> tuple[Instalment, ...]:
    if first.cents is None or first.date is None or firmness.conditional(turn.text):
        return ()
    words = _after_first(
        sorted(_words(reading, turn), key=lambda word: word.start), first, english=reading.english
    )
    total, text = _spoken_of(reading, turn), turn.turn.text.lower()
    left = total - first.cents
    parts, last = [Instalment(first.cents, first.date)], first.date
    for begins, said, day in _pairs(words):
        later = _later(day, last)
        if later is None or no_part(text, begins, day.end, by_agent=turn.is_agent):
            break
        if total and left <= 0:
            return ()  # nothing is left for this part: the sums were not understood
        cents = said.cents or (left if left > 0 else None)
        parts.append(Instalment(cents, later))
        last, left = later, left - (cents or 0)
    return tuple(parts) if len(parts) > 1 and not firmness.guesses(turn.text) else ()


def _words(reading: Reading, turn: TurnReading) -> Iterator[_Word]:
    for day in days_of(reading, turn):
        if not day.approximate:
            rolls = not _MONTH_NAMED.search(day.span.text.lower())
            yield _Word(day.span.start, day.span.end, day=day.day, rolls=rolls)
    for amount in reading.heard(turn).amounts:
        if not amount.approximate and amount.confidence >= _HEARD_WELL:
            yield _Word(amount.span.start, amount.span.end, cents=amount.minor)
    for rest in _REST.finditer(turn.turn.text.lower()):
        yield _Word(rest.start(), rest.end())


def _after_first(words: list[_Word], first: SpokenPromise, *, english: bool) -> list[_Word]:
    """The words from the last of the first part on; none where the turn does not name its day.

    Its sum stands before the day or right after. There it may in English be the next part's, if that has no other: the
    first sum was not heard (400 on the 5th, 400 on the 12th). In Chinese the sum follows its day.
    """
    place = next((n for n, word in enumerate(words) if word.day == first.date), None)
    if place is None:
        return []
    before, after = words[:place], words[place + 1 :]
    if after and after[0].cents == first.cents and all(w.cents != first.cents for w in before):
        days = sum(word.day is not None for word in after)
        others = english and days >= len(after) - days
        return words[place + (not others) :]
    return words[place:]


def _spoken_of(reading: Reading, turn: TurnReading) -> int:
    """The sum that is to be paid: of what is due and past due the last that was named, else what is due; 0: not on file."""
    due = (reading.context.due_cents, reading.context.past_due_cents)
    before = (amount for one in reading.turns[: turn.at] for amount in reading.heard(one).amounts)
    named = [amount.minor for amount in before if amount.minor in due]
    return named[-1] if named else due[0] or due[1] or 0


def _pairs(words: list[_Word]) -> Iterator[tuple[int, _Word, _Word]]:
    """Each sum (or the rest) with its day, and where the words of the pair begin. The first word ends the first part."""
    sum_, day = None, None
    begins = words[0].end if words else 0
    for word in words[1:]:
        if word.day is not None:
            day = word
        elif word.cents or sum_ is None:
            sum_ = word  # the rest, seven thirty: the figure is the more exact
        if sum_ and day:
            yield begins, sum_, day
            begins, sum_, day = word.end, None, None


def _later(day: _Word, last: date) -> date | None:
    """The day itself; the twentieth, said after the fifth of December, is December's. None for one that is not later."""
    found = day.day
    if found is None or found > last or not day.rolls:
        return found if found and found > last else None
    after = last.replace(day=1) + timedelta(days=_OVER_A_MONTH)
    for month in (last, after):
        if found.day <= monthrange(month.year, month.month)[1]:
            found = found.replace(year=month.year, month=month.month)
            if found > last:
                return found
    return None
