"""What a sentence of the middle of a customer call does: tell the facts, ask, probe, offer, confirm."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from shounuo.inspection.agreement import paying
from shounuo.inspection.names import named
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import TurnReading
from shounuo.inspection.steps.frames import Frames
from shounuo.inspection.steps.frames_en import FRAMES as ENGLISH
from shounuo.inspection.steps.frames_zh import FRAMES as CHINESE
from shounuo.kernel.patterns import quick_pattern


def frames(reading: Reading) -> Frames:
    """Those of the call's language."""
    return ENGLISH if reading.english else CHINESE


def states_facts(turn: TurnReading, use: Frames) -> bool:
    """Names the debt with an amount or a count of days, or a sum with its days: 四千八百零二块九，三十七天."""
    text = turn.text
    return bool(
        (use.debt.search(text) and use.figure.search(text)) or use.sum_and_days.search(text)
    )


def asks_payment(turn: TurnReading, use: Frames) -> bool:
    """Asks for money, a sum or a day; what only sounds like it (to call back, to send papers) is left out."""
    return _asks_payment(turn.text, use)


@lru_cache(maxsize=1024)
def _asks_payment(text: str, use: Frames) -> bool:
    """Kept, for steps, promise and detectors all ask it of the same turns."""
    return bool(use.ask.search(use.not_ask.sub(" ", text)))


def probes(turn: TurnReading, use: Frames) -> bool:
    """Asks after the reason or the circumstances."""
    return any(_probes(sentence, use) for sentence in _sentences(turn))


@lru_cache(maxsize=1024)
def _probes(sentence: str, use: Frames) -> bool:
    return bool(use.probe.search(use.not_probe.sub(" ", sentence)))


def _sentences(turn: TurnReading) -> Iterable[str]:
    """A topic of one sentence and the question of another are no question about the topic."""
    ends = [0, *sorted(turn.flat.stops), len(turn.text)]
    return (turn.text[start:end] for start, end in pairwise(ends))


def offers(turn: TurnReading, use: Frames) -> bool:
    """Offers another way than paying all now."""
    return _offers(turn.text, use)


@lru_cache(maxsize=1024)
def _offers(text: str, use: Frames) -> bool:
    return bool(use.offer.search(use.not_offer.sub(" ", text)))


def confirms(reading: Reading, turn: TurnReading, use: Frames) -> bool:
    """Repeats at least amount and day, or the lender with one of them, in the form of a confirmation."""
    if _opens(reading, turn):
        return False
    text = turn.text
    amount, day = bool(use.amount.search(text)), bool(use.day.search(text))
    lender = named(reading.context.lender, text, english=reading.english)
    if reading.english:
        if _restates(reading, turn):
            return True
        amount = amount and any(a.confidence >= _HEARD for a in reading.heard(turn).amounts)
    if not use.confirm.search(text):
        return lender and amount and day
    return (amount and day) or (lender and (amount or day) and bool(use.method.search(text)))


# A recapitulation opens with a conclusion, or with the terms themselves; a question to which one may say no is an ask.
_CONCLUDES = quick_pattern(
    r"^(?:(?:okay|ok|alright|all right|good|great|perfect|super|gotcha|got it|well|right|deal|done|beautiful|awesome|wonderful|excellent|bet|cool) )*(?:so|then|that's|thats|that is|it's|its|i'll put|i've got|i have|we have|we've got|to recap|confirming|just to confirm|\$?\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a hundred|a thousand)\b"
)
_ASKS_FOR = quick_pattern(
    r"\b(?:can|could|would|will|are|do|does|did|what|when|how|which) (?:you|we|i|that be|about|much|day|soon|works?)\b"
)
_HEARD = 0.45


def _restates(reading: Reading, turn: TurnReading) -> bool:
    """An English turn that names sum and day after the customer had named either, or said that it would be paid."""
    heard = reading.heard(turn)
    if not any(a.confidence >= _HEARD for a in heard.amounts) or not any(
        d.day for d in heard.dates
    ):
        return False
    if not _CONCLUDES.search(turn.text) or _ASKS_FOR.search(turn.text):
        return False
    before = [t for t in reading.party() if t.at < turn.at][-4:]
    return any(
        paying.commits(t.text, english=True)
        or reading.heard(t).amounts
        or any(d.day and d.day >= reading.call.as_of.date() for d in reading.heard(t).dates)
        for t in before
    )


def _opens(reading: Reading, turn: TurnReading) -> bool:
    """Facts and asks before the party has said anything about paying are no confirmation."""
    second = reading.party()[1:2]
    return not second or second[0].at >= turn.at
