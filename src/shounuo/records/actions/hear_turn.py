"""A recogniser tells what was just said in a call that goes on. The same turn twice changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.actions._act import Actor, act
from shounuo.records.models import Contact, LiveTurn


@dataclass(frozen=True, slots=True)
class SpokenTurn:
    """`n` counts from 0; `t0`, `t1` seconds from the start of the call, None without a clock."""

    n: int
    speaker: str
    text: str
    t0: float | None = None
    t1: float | None = None


def hear_turn(*, contact_id: int, turn: SpokenTurn, actor: Actor, recorded_at: datetime) -> bool:
    """Keeps one turn, sealed; True when it was new.

    No event of its own: the transcript made of the turns when the call has ended carries their digest.
    Raises `Refused` when there is no such call, it has ended, or the turn is known with other words.
    """
    with act(actor=actor, recorded_at=recorded_at):
        contact = Contact.objects.filter(pk=contact_id, channel="call").first()
        if contact is None or contact.state != "in_flight":
            raise Refused(_no_call(contact_id))
        known = LiveTurn.objects.filter(contact=contact, n=turn.n).first()
        if known is not None:
            if (known.speaker, known.text) != (turn.speaker, turn.text):
                raise Refused(_other_words(contact_id, turn.n))
            return False
        LiveTurn.objects.create(
            contact=contact,
            n=turn.n,
            speaker=turn.speaker,
            text=turn.text,
            t0=turn.t0,
            t1=turn.t1,
            at=recorded_at,
        )
        return True


def _no_call(contact_id: int) -> Problem:
    return Problem(
        "no_call_in_flight",
        Text("没有正在进行的这通电话", "No such call is going on"),
        record=f"contact {contact_id}",
        next_step=Text(
            "通话结束后请导入整通转写", "After a call has ended, import its whole transcript"
        ),
    )


def _other_words(contact_id: int, n: int) -> Problem:
    return Problem(
        "turn_conflict",
        Text("同一序号的话语内容不同，未采用", "A turn of this number is known with other words"),
        record=f"contact {contact_id}, turn {n}",
        next_step=Text("每句话用新的序号", "Give every turn a number of its own"),
    )
