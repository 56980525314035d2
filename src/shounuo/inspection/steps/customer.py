"""The middle of a customer call: facts, ask, reason, consequence, alternative, confirmation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from shounuo.inspection.agreement.promise import promise_of
from shounuo.inspection.names import named
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import Spot, TurnReading
from shounuo.inspection.state import state_of
from shounuo.inspection.steps import middle_en
from shounuo.inspection.steps.frames import Frames
from shounuo.inspection.steps.sentences import asks_payment, frames, offers, probes, states_facts
from shounuo.inspection.sums_on_file import fits
from shounuo.kernel.patterns import quick_pattern

_LABELS = quick_pattern(r"(?:尾号|工号|后四位).{0,2}[零一二三四五六七八九幺\d]+|ending in [\d ]+")


def steps(reading: Reading, verified: TurnReading | None) -> dict[str, TurnReading | None]:
    """Counted from the turn in which the person was asked who they are; before it nothing may be said."""
    use = frames(reading)
    since = verified.at if verified else (state_of(reading).verified_at or 0)
    turns = [t for t in reading.agent() if t.at >= since]
    performing = "plan_performing" in reading.context.open_flags
    if reading.english:
        facts = _first(turns, lambda t: tells_facts(reading, t, use))
    else:
        facts = None if performing else _facts(reading, turns, use)
    return {
        "state_facts": facts,
        "ask_payment": _first(turns, lambda t: asks_payment(t, use)),
        "probe_reason": _first(turns, lambda t: probes(t, use)),
        "lawful_consequence": None if performing else _consequence(reading, since, use),
        "offer_alternative": None if performing else _first(turns, lambda t: offers(t, use)),
        "confirm_promise": _confirmation(reading),
    }


def _first(turns: Iterable[TurnReading], does: Callable[[TurnReading], bool]) -> TurnReading | None:
    return next((t for t in turns if does(t)), None)


def _confirmation(reading: Reading) -> TurnReading | None:
    """The recapitulation of the promise that stood; without a promise there is nothing to confirm."""
    promise = promise_of(reading)
    if promise is None or promise.confirmed_at is None:
        return None
    return reading.turns[promise.confirmed_at]


def _facts(reading: Reading, turns: list[TurnReading], use: Frames) -> TurnReading | None:
    """The turn that says overdue or due with a figure; first with a sum, else with days; failing that, any that names the debt."""
    strong = [t for t in turns if use.strong_debt.search(t.text) and states_facts(t, use)]
    summed = _first(strong, lambda t: bool(use.amount.search(use.days.sub(" ", t.text))))
    told = _first(turns, lambda t: _tells_what_is_due(reading, t, use))
    if told and (summed is None or told.at < summed.at):
        return told
    return summed or _first(strong, lambda t: True) or _first(turns, lambda t: states_facts(t, use))


def tells_facts(reading: Reading, turn: TurnReading, use: Frames) -> bool:
    """Names what is owed as this case has it."""
    if reading.english:
        return _tells_english_facts(reading, turn)
    return _tells_what_is_due(reading, turn, use)


def _tells_what_is_due(reading: Reading, turn: TurnReading, use: Frames) -> bool:
    """Names a sum due as the ledger has it, with the days past due or a word for the debt: 七千一，八十八天."""
    context = reading.context
    if not any(fits(a.minor, context.owed_cents) for a in reading.heard(turn).amounts):
        return False
    days = use.days.search(_counted(turn.text))
    late = use.late.search(turn.text) or named(context.lender, turn.text, english=reading.english)
    return bool(days or late or use.strong_debt.search(turn.text) or asks_payment(turn, use))


def _tells_english_facts(reading: Reading, turn: TurnReading) -> bool:
    """In English: a sum that is owed, or how many days or months late it is."""
    text = _counted(turn.text)
    if middle_en.DAYS_LATE.search(text) and middle_en.LATE.search(text):
        return True
    named_house = named(reading.context.lender, text, english=True)
    if middle_en.FIGURE.search(middle_en.DAYS_LATE.sub(" ", text)) and (
        named_house or middle_en.OWED.search(text)
    ):
        return True
    owed = reading.context.owed_cents
    return any(fits(a.minor, owed) for a in reading.heard(turn).amounts)


def _counted(text: str) -> str:
    """Without the numbers that count nothing owed: a badge, the end of a card's number."""
    return _LABELS.sub(" ", text)


# What follows if it is not cured is no denial; nobody will sue you is.
_DENIED_EN = quick_pattern(
    r"\b(?:no one|nobody|nothing|not|never|won't|isn't|ain't|don't|doesn't)(?: \w+)?\s*$"
)


def _consequence(reading: Reading, since: int, use: Frames) -> TurnReading | None:
    return next((turn for turn in consequences(reading, use) if turn.at >= since), None)


def consequences(reading: Reading, use: Frames) -> Iterator[TurnReading]:
    """Where it is said as true what lawfully follows; a threat found in the same turn is not this step."""
    for spot in reading.find(use.consequence):
        if reading.english and not _lawful(reading, spot):
            continue
        denied = _DENIED_EN.search(spot.turn.text[max(0, spot.start - 14) : spot.start])
        negated = bool(denied) if reading.english else _denied(spot)
        if not negated and not spot.scope.reported:
            yield spot.turn


_JUST_BEFORE = quick_pattern(r"[不没无别未]")


def _denied(spot: Spot) -> bool:
    """Denied as such: in 如果今晚没做到，逾期如实报送 only the condition is."""
    near = spot.turn.text[max(0, spot.start - 3) : spot.start]
    return spot.scope.negated and not (spot.scope.conditional and not _JUST_BEFORE.search(near))


def _lawful(reading: Reading, spot: Spot) -> bool:
    """Not of a debt that the other side has just called too old, nor of what help there is or what will be wiped out."""
    near = spot.turn.text[max(0, spot.start - 30) : spot.end + 60]
    too_old = middle_en.TOO_OLD.search(reading.party_before(spot.turn.at, 2))
    idle = middle_en.NOT_CONSEQUENCE.search(spot.said) or middle_en.WIPED.search(near)
    return not (too_old or idle)
