"""The code of an English call that somebody else answered: a third party, or one of whom the house knows nothing."""

from __future__ import annotations

import re

from shounuo.inspection.agreement import answers
from shounuo.inspection.disposition.heard_en import last, taken_up
from shounuo.inspection.reading import Reading
from shounuo.inspection.state import state_of
from shounuo.inspection.steps import closing
from shounuo.inspection.steps.done import steps_done


def code(reading: Reading) -> str:
    """The canonical code of a call that has turns."""
    dead = last(reading, "dead", "dead_kin")
    if dead or taken_up(reading, "DECEASED") or "deceased" in reading.context.open_flags:
        return "DECEASED"
    asked = steps_done(reading).get("message_request")
    if refused := state_of(reading).first("third_party_refusal"):
        came_round = asked is not None and asked.at > refused.at and _relays(reading)
        if not came_round:
            return "THIRD_PARTY_REFUSED"
    if last(reading, "wrong"):
        return "WRONG_PERSON"
    if state_of(reading).first("complaint"):
        return "COMPLAINT"
    if asked or _relays(reading):
        return "MESSAGE_LEFT"
    if last(reading, "callback") and closing.close(reading):
        return "CALLBACK"
    refuses = any(answers.declines(t.text, english=True) for t in reading.party())
    return "THIRD_PARTY_REFUSED" if refuses else "HUNG_UP"


_WILL_RELAY = re.compile(
    r"\b(?:i'll|i will|i can|i'm gonna|lemme) (?:\w+ )?(?:tell|let|pass|give|have|get|ask|relay|mention|leave) (?:it |this |that |the message )?(?:to |on |along )?(?:him|her|them|\w+ (?:know|call))\b|\bgot it\b|\bwrote it down\b"
)


def _relays(reading: Reading) -> bool:
    """The one who answered says that the word will be passed on."""
    return any(_WILL_RELAY.search(turn.text) for turn in reading.party()[-3:])


_MESSAGE = re.compile(
    r"\b(?:tell|ask|have|let|say) (?:him|her|them|\w+ (?:called|know|call))\b|\bmessage\b"
)


def nobody_sought(reading: Reading) -> str | None:
    """Somebody else answered a number of which the house does not know whose it is."""
    if taken_up(reading, "WRONG_PERSON") or last(reading, "wrong"):
        return "WRONG_PERSON"
    if state_of(reading).verified_at is not None:
        return None
    if state_of(reading).first("stop", "third_party_refusal"):
        return "WRONG_PERSON"
    message = _MESSAGE.search("\n".join(t.text for t in reading.agent()))
    return "MESSAGE_LEFT" if message or _relays(reading) else None
