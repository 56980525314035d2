"""A call that goes on: what a recogniser sends of it, and where it stands now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from shounuo.inspection.house_form import SPEAKERS, call_from
from shounuo.inspection.live import Live, listen
from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.actions.hear_turn import SpokenTurn
from shounuo.records.models import Contact
from shounuo.records.queries.live_call import live_body, turns_heard

LONGEST_TURN = 4_000  # characters; a recogniser that never ends a turn is broken


def state_of(contact: Contact) -> Live | None:
    """Steps, cautions and the one interrupt so far; None for a call that nobody follows."""
    if not turns_heard(contact.pk):
        return None
    return listen(call_from(live_body(contact)))


def turn_from(raw: object) -> SpokenTurn:
    """One turn as sent: `i`, `speaker`, `text`, maybe `t0` and `t1`. Raises `Refused` with what is wrong."""
    if not isinstance(raw, Mapping):
        raise Refused(_bad("?", "not an object"))
    name = str(raw.get("i", "?"))
    n, speaker, text = raw.get("i"), SPEAKERS.get(str(raw.get("speaker"))), raw.get("text")
    if not isinstance(n, int) or isinstance(n, bool) or n < 0:
        raise Refused(_bad(name, "i: a number from 0"))
    if speaker is None:
        raise Refused(_bad(name, f"speaker: one of {', '.join(SPEAKERS)}"))
    if not isinstance(text, str) or len(text) > LONGEST_TURN:
        raise Refused(_bad(name, f"text: words, at most {LONGEST_TURN} characters"))
    return SpokenTurn(n, speaker, text, _seconds(raw, "t0", name), _seconds(raw, "t1", name))


def _seconds(raw: Mapping[Any, Any], field: str, name: str) -> float | None:
    value = raw.get(field)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 86_400:
        raise Refused(_bad(name, f"{field}: seconds from the start of the call"))
    return float(value)


def _bad(name: str, what: str) -> Problem:
    return Problem(
        "turn_unreadable",
        Text(f"这句话读不成：{what}", f"not a turn: {what}"),
        record=f"turn {name}",
        next_step=Text(
            "改正后重发；其他话语不受影响", "Correct it and send it again; other turns stand"
        ),
    )
