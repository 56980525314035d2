"""What there is to go by at each turn of the collector: its words, what was said around it, what the house knew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from shounuo.inspection.facts import sums_told
from shounuo.inspection.frames.compile import Language
from shounuo.inspection.once import once
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import TurnReading
from shounuo.inspection.state import state_of
from shounuo.inspection.steps.signs import SIGNS, signs
from shounuo.inspection.weighing.plain import names_of, plain

# A call so short has no course to weigh; a sentence by itself is the detectors' matter.
LEAST_TURNS = 6
EARLIER = 4  # turns of the other side before the last one that still colour a reply
_OPENING = 3
# What the patterns hear that stands whether or not a recogniser writes question marks.
SIGN = "sign "  # how the fact of one begins
HEARD = tuple(sign for sign in SIGNS if sign != "question")


@dataclass(frozen=True)
class Evidence:
    """Plain texts: `own`, the other side's `before` and `after` it, and `earlier` turns; `facts` are of the case."""

    turn: TurnReading
    own: str
    before: str
    after: str
    earlier: tuple[str, ...]
    facts: tuple[str, ...]


def language_of(reading: Reading) -> Language:
    """Which language's weights read this call."""
    return "en" if reading.english else "zh"


@once
def evidence(reading: Reading) -> list[Evidence]:
    """One for each turn of the collector, in order."""
    said = plain_turns(reading)
    case = tuple(case_facts(reading))
    found: list[Evidence] = []
    heard: list[str] = []
    for turn, told in zip(reading.agent(), signs(reading), strict=True):
        before = said[turn.at - 1] if turn.at and not reading.turns[turn.at - 1].is_agent else ""
        nxt = reading.turns[turn.at + 1 : turn.at + 2]
        after = said[turn.at + 1] if nxt and not nxt[0].is_agent else ""
        facts = (*case, *_so_far(reading, turn), f"place={min(len(found), _OPENING)}")
        facts += tuple(f"{SIGN}{sign}" for sign in told if sign in HEARD)
        found.append(
            Evidence(
                turn,
                said[turn.at],
                before,
                after,
                tuple(heard[-EARLIER:]),
                tuple(sorted(set(facts))),
            )
        )
        if before:
            heard.append(before)
    return found


@once
def plain_turns(reading: Reading) -> list[str]:
    """Every turn as plain text, in order."""
    language, names = language_of(reading), names_of(reading.context)
    return [plain(turn.text, language, names) for turn in reading.turns]


def case_facts(reading: Reading) -> Iterator[str]:
    """What the house knew of the case."""
    context = reading.context
    yield f"callee={context.callee_role}"
    yield f"agent={context.agent_type}"
    yield f"litigation={context.litigation}"
    yield from (f"flag={flag}" for flag in context.open_flags)
    yield from (f"offer={offer.kind}" for offer in context.approved_offers)


def whole_call_facts(reading: Reading) -> Iterator[str]:
    """What had happened when the line was cut."""
    state = state_of(reading)
    yield from (f"asked={request.kind}" for request in state.requests)
    yield "verified" if state.verified_at is not None else "unverified"
    if state.hung_up_at is not None:
        yield "hung up"
    if state.denied_at is not None:
        yield "denied"


def _so_far(reading: Reading, turn: TurnReading) -> Iterator[str]:
    """What had happened by this turn. No word of how the call ends but that it does."""
    for request in state_of(reading).requests:
        if request.at < turn.at:
            yield f"asked={request.kind}"
        if request.at == turn.at - 1:
            yield f"asks={request.kind}"
    yield "verified" if state_of(reading).verified_before(turn.at) else "unverified"
    if turn.at >= len(reading.turns) - 2:
        yield "last"
    yield from (f"sum {how}" for how in sums_told(reading).get(turn.at, ()))
