"""What the learned model hears in a reply: conduct that is wrong only because of what the other side had said.

The state decides whether there is anything to hear (a wish to be left alone, a plea, a plan that is performed); the
model only whether this reply passes over it. Without the state it is silent, so an ordinary ask is never accused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from shounuo.inspection.detectors._party import language
from shounuo.inspection.frames.kinds import Found
from shounuo.inspection.learned import Opinion, leaning, opinion
from shounuo.inspection.reading import Reading
from shounuo.inspection.requests import RequestKind
from shounuo.inspection.spots import Spot, TurnReading
from shounuo.inspection.state import state_of
from shounuo.kernel.text import Text

GATES: dict[str, tuple[RequestKind, ...]] = {
    "CEASE_IGNORED": ("stop", "write_only", "attorney"),
    "CONTINUE_AFTER_REFUSAL": ("third_party_refusal", "stop"),
    "DENY_HARDSHIP": ("hardship",),
    "IGNORE_DISPUTE": ("dispute",),
    "REFUSE_COMPLAINT": ("complaint",),
    "SELF_HARM_MISHANDLED": ("self_harm",),
}
CODES = (*GATES, "COLLECT_DURING_PLAN", "LIMITATION_MISLEAD")
_LIMITATION = re.compile(r"时效|过(?:了)?[三两二3]年|[四五六七八九]年|too old|statute|time.?barred")
_REACH = 3  # turns after the other side's words within which a reply is a reply to them
_SURE = 0.7
_SHORT = 6
Find = Callable[[Reading], Iterable[Found]]


def _never(reading: Reading, turn: TurnReading) -> bool:
    return False


def with_replies(
    code: str,
    find: Callable[[Reading], Iterable[object]],
    excused: Callable[[Reading, TurnReading], bool] = _never,
) -> Find:
    """`find`, and what the model alone hears of `code` where the state calls for it and the turn is not `excused`."""

    def both(reading: Reading) -> Iterator[Found]:
        found = list(find(reading))
        yield from found  # type: ignore[misc]
        if not _ever_called_for(reading, code):
            return
        reached = {_turn(one).at for one in found}
        for turn in reading.agent():
            if (
                turn.at in reached
                or len(turn.text) < _SHORT
                or not _called_for(reading, turn, code)
                or excused(reading, turn)
            ):
                continue
            heard = opinion(turn.text, language(reading), "reply")
            if heard.sure >= _SURE and code == _likeliest(reading, turn, heard):
                told = leaning(turn.text, language(reading), "reply")
                yield Spot(turn, 0, len(turn.text)), _why(told), round(heard.sure * 0.8, 2)

    return both


def _likeliest(reading: Reading, turn: TurnReading, heard: Opinion) -> str:
    """Of the codes that the state calls for here, the one the model holds likeliest."""
    open_codes = [code for code in CODES if _called_for(reading, turn, code)]
    return max(open_codes, key=heard.share)


def _turn(found: object) -> TurnReading:
    spot = found[0] if isinstance(found, tuple) else found
    assert isinstance(spot, Spot)
    return spot.turn


def _ever_called_for(reading: Reading, code: str) -> bool:
    """Whether any turn can call for the code: of most calls and codes none does, and no turn need be asked."""
    if code in GATES:
        return any(request.kind in GATES[code] for request in state_of(reading).requests)
    if code == "COLLECT_DURING_PLAN":
        return "plan_performing" in reading.context.open_flags
    return any(_LIMITATION.search(turn.text) for turn in reading.party())


def _called_for(reading: Reading, turn: TurnReading, code: str) -> bool:
    third = reading.context.callee_role == "third_party"
    if (code == "CEASE_IGNORED" and third) or (code == "CONTINUE_AFTER_REFUSAL" and not third):
        return False
    if code in GATES:
        said = [
            r.at for r in state_of(reading).requests if r.kind in GATES[code] and r.at < turn.at
        ]
        lasting = code in ("CEASE_IGNORED", "CONTINUE_AFTER_REFUSAL", "SELF_HARM_MISHANDLED")
        return bool(said) and (lasting or turn.at - max(said) <= _REACH)
    if code == "COLLECT_DURING_PLAN":
        return "plan_performing" in reading.context.open_flags
    return bool(_LIMITATION.search(reading.party_before(turn.at, 2)))


def _why(told: tuple[str, ...]) -> Text:
    return Text(
        f"对方已提出，此答复与已判定的同类答复相近，依据「{'」「'.join(told)}」",
        f"After what they had said this is close to replies judged alike; it leans on: {' | '.join(told)}",
    )
