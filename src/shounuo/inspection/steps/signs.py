"""What the patterns hear at every turn of the collector, the first time or not: clues for a second reading of the steps."""

from __future__ import annotations

from collections.abc import Iterator

from shounuo.inspection.once import once
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import TurnReading
from shounuo.inspection.steps import closing, customer, opening, third_party
from shounuo.inspection.steps.frames import Frames
from shounuo.inspection.steps.sentences import (
    asks_payment,
    confirms,
    frames,
    offers,
    probes,
    states_facts,
)
from shounuo.inspection.sums_on_file import fits

# Each step's own sign.
OWN = {
    "identify_self": "own house",
    "recording_notice": "recording",
    "verify_identity": "identifier",
    "state_facts": "what is due",
    "ask_payment": "asks",
    "probe_reason": "probes",
    "lawful_consequence": "consequence",
    "offer_alternative": "offers",
    "confirm_promise": "confirms",
    "close": "leave",
    "verify_relation": "relation",
    "message_request": "message",
}
SIGNS = (*OWN.values(), "name", "debt", "tie", "question", "amount", "day", "due sum")


@once
def signs(reading: Reading) -> list[frozenset[str]]:
    """The signs of each turn of the collector, in order."""
    use = frames(reading)
    lawful = {turn.at for turn in customer.consequences(reading, use)}
    messages = {turn.at for turn in third_party.messages(reading)}
    found = []
    for turn in reading.agent():
        told = {*_opening(reading, turn), *_middle(reading, turn, use), *_figures(reading, turn)}
        told |= {"consequence"} if turn.at in lawful else set()
        told |= {"message"} if turn.at in messages else set()
        found.append(frozenset(told))
    return found


def _opening(reading: Reading, turn: TurnReading) -> Iterator[str]:
    if opening.names_own_house(reading, turn):
        yield "own house"
    if opening.tells_of_recording(turn):
        yield "recording"
    if reading.english:
        if opening.asks_identifier_english(turn):
            yield "identifier"
        if opening.asks_name_english(reading, turn):
            yield "name"
    elif opening.asks_who(reading, turn):
        yield "identifier"
    if reading.context.callee_role == "third_party":
        if reading.english and third_party.ties(reading, turn):
            yield "tie"
        if third_party.checks_relation(reading, turn):
            yield "relation"


def _middle(reading: Reading, turn: TurnReading, use: Frames) -> Iterator[str]:
    told = {
        "what is due": customer.tells_facts(reading, turn, use),
        "debt": states_facts(turn, use),
        "asks": asks_payment(turn, use),
        "probes": probes(turn, use),
        "offers": offers(turn, use),
        "confirms": confirms(reading, turn, use),
        "leave": closing.takes_leave(turn),
    }
    yield from (sign for sign, does in told.items() if does)


def _figures(reading: Reading, turn: TurnReading) -> Iterator[str]:
    heard = reading.heard(turn)
    if turn.flat.questions:
        yield "question"
    if heard.amounts:
        yield "amount"
    if any(day.day for day in heard.dates):
        yield "day"
    if any(fits(amount.minor, reading.context.owed_cents) for amount in heard.amounts):
        yield "due sum"
