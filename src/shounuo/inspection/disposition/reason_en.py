"""Why an English customer made no promise: facts first, then the later of refusal and wish, then want of money."""

from __future__ import annotations

from shounuo.inspection import wishes_en
from shounuo.inspection.agreement import answers
from shounuo.inspection.disposition.heard_en import last, pattern_of, taken_up
from shounuo.inspection.disposition.words_en import TAKEN_UP
from shounuo.inspection.reading import Reading
from shounuo.inspection.state import state_of
from shounuo.inspection.steps import closing
from shounuo.inspection.steps.done import steps_done


def reason(reading: Reading) -> str:
    """No promise: why not. Facts first, then the later of refusal and wish, then want of money."""
    performing = "plan_performing" in reading.context.open_flags
    disputed = state_of(reading).first("dispute")
    noted_refusal = taken_up(reading, "REFUSE") and not (
        disputed and "disput" in disputed.spot.said
    )
    if (disputed and not noted_refusal) or taken_up(reading, "DISPUTE"):
        return "DISPUTE"
    if not performing and (last(reading, "paid") or taken_up(reading, "CLAIM_PAID")):
        return "CLAIM_PAID"
    wished = _places(reading, "refuse", "REFUSE"), _plan_places(reading), _callback_places(reading)
    refused, plan, again = (max(places, default=-1) for places in wished)
    if taken_up(reading, "NO_MONEY") and not taken_up(reading, "REFUSE") and plan < 0:
        return "NO_MONEY"
    if max(refused, plan) >= 0:
        return "REFUSE" if refused >= plan else "PLAN_REQUEST"
    if _hung_up(reading):
        return "HUNG_UP"
    if again >= 0:
        return "CALLBACK"
    return "NO_MONEY"


def _plan_places(reading: Reading) -> list[int]:
    """Where a plan was wished for; only asked after, it counts once the collector takes it up or offers one."""
    wished = [s.turn.at for s in reading.find(wishes_en.PLAN_WISHED, "party")]
    if wished or (taken := _offer_taken(reading)):
        return wished or taken
    asked = [s.turn.at for s in reading.find(wishes_en.PLAN_ASKED, "party")]
    hard = state_of(reading).first("hardship")
    declined = any(answers.declines(t.text, english=True) for t in reading.party()[-2:])
    offered = (hard or steps_done(reading).get("offer_alternative")) and not declined
    if taken_up(reading, "PLAN_REQUEST") and (asked or offered):
        return asked or [0]
    return []


def _offer_taken(reading: Reading) -> list[int]:
    """Somebody in hardship was offered terms and did not turn them down."""
    offer = steps_done(reading).get("offer_alternative")
    if not (offer and state_of(reading).first("hardship")):
        return []
    after = [t for t in reading.party() if t.at > offer.at]
    if not after or any(answers.declines(t.text, english=True) for t in after):
        return []
    return [offer.at]


def _callback_places(reading: Reading) -> list[int]:
    tail = reading.party()[-3:]
    said = [
        t.at
        for t in tail
        for name in ("callback", "defer")
        if pattern_of(reading, name).search(t.text)
    ]
    taken = [t.at for t in reading.agent()[-2:] if TAKEN_UP["CALLBACK"].search(t.text)]
    poor = last(reading, "no_money") or state_of(reading).first("hardship")
    return said + (taken if said or not poor else [])


def _hung_up(reading: Reading) -> bool:
    """The last words of the other side are a parting thrown at the collector, or the line went dead."""
    thrown = any(pattern_of(reading, "bye").search(t.text) for t in reading.party()[-1:])
    closed = closing.close(reading)
    return bool(thrown and not _parted_before(reading)) or closed is None


def _parted_before(reading: Reading) -> bool:
    """The collector had taken leave first, so that a bye only answers."""
    before = [t for t in reading.agent() if t.at < reading.party()[-1].at]
    return bool(before) and closing.takes_leave(before[-1])


def _places(reading: Reading, said: str, taken: str) -> list[int]:
    found = [s.turn.at for s in reading.find(pattern_of(reading, said), "party")]
    noted = [s.turn.at for s in reading.find(TAKEN_UP[taken])]
    return found + noted
