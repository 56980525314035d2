"""An attempt to reach a person: by what, to whom, how far it got, and in which counters it could end.

Decided here: an attempt that is under way, or of which nothing more was heard, counts in every counter in
which it could have ended. Which counters a law limits, and at what number, is for `rules`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from shounuo.kernel.text import Text


class Channel(StrEnum):
    CALL = "call"
    SMS = "sms"
    EMAIL = "email"
    LETTER = "letter"
    VISIT = "visit"
    APP = "app"  # the lender's own application


class PartyRole(StrEnum):
    CUSTOMER = "customer"
    GUARANTOR = "guarantor"
    SUPPLEMENTARY_HOLDER = "supplementary_holder"  # 附属卡持卡人
    HEIR = "heir"
    VOLUNTEER_PAYER = "volunteer_payer"  # 代偿人
    ATTORNEY = "attorney"
    THIRD_PARTY = "third_party"

    @property
    def owes(self) -> bool:
        """May be asked for money: the customer, and a guarantor for the guarantee."""
        return self in (PartyRole.CUSTOMER, PartyRole.GUARANTOR)


class AttemptState(StrEnum):
    IN_FLIGHT = "in_flight"  # recorded, not yet ended
    ENDED = "ended"
    UNKNOWN = "unknown"  # never reported back
    DENIED = "denied"  # the gate said no; nothing was dialled


class Outcome(StrEnum):
    """How the line itself answered. What was said is the disposition's."""

    CONNECTED = "connected"
    NO_ANSWER = "no_answer"
    BUSY = "busy"
    DEAD_NUMBER = "dead_number"
    SUSPENDED = "suspended"
    POWERED_OFF = "powered_off"
    REJECTED = "rejected"
    ASSISTANT = "assistant"
    VOICEMAIL = "voicemail"
    DROPPED = "dropped"  # answered, then cut by the line
    NOT_DIALLED = "not_dialled"  # stopped before the line was opened
    SENT = "sent"
    DELIVERED = "delivered"
    READ = "read"
    UNDELIVERED = "undelivered"


class Counter(StrEnum):
    """What a limit may count. `ATTEMPT` is every try; the others are kinds of them."""

    ATTEMPT = "attempt"
    CONNECTED = "connected"
    UNCONNECTED = "unconnected"
    MESSAGE = "message"


NAMES: dict[Outcome, Text] = {
    Outcome.CONNECTED: Text("接通", "Connected"),
    Outcome.NO_ANSWER: Text("无人接听", "No answer"),
    Outcome.BUSY: Text("占线", "Busy"),
    Outcome.DEAD_NUMBER: Text("空号", "Number not in use"),
    Outcome.SUSPENDED: Text("停机", "Service suspended"),
    Outcome.POWERED_OFF: Text("关机", "Powered off"),
    Outcome.REJECTED: Text("拒接", "Rejected"),
    Outcome.ASSISTANT: Text("来电助手", "Call assistant"),
    Outcome.VOICEMAIL: Text("语音信箱", "Voicemail"),
    Outcome.DROPPED: Text("接通后断线", "Dropped after answer"),
    Outcome.NOT_DIALLED: Text("未拨出", "Not dialled"),
    Outcome.SENT: Text("已发出", "Sent"),
    Outcome.DELIVERED: Text("已送达", "Delivered"),
    Outcome.READ: Text("已读", "Read"),
    Outcome.UNDELIVERED: Text("未送达", "Not delivered"),
}

CALL_OUTCOMES = frozenset(
    {
        Outcome.CONNECTED,
        Outcome.NO_ANSWER,
        Outcome.BUSY,
        Outcome.DEAD_NUMBER,
        Outcome.SUSPENDED,
        Outcome.POWERED_OFF,
        Outcome.REJECTED,
        Outcome.ASSISTANT,
        Outcome.VOICEMAIL,
        Outcome.DROPPED,
        Outcome.NOT_DIALLED,
    }
)
# The number itself cannot be reached: calling it again brings nothing.
DEAD_ENDS = frozenset({Outcome.DEAD_NUMBER, Outcome.SUSPENDED})


@dataclass(frozen=True, slots=True)
class HousePolicy:
    """What this house counts as connected beyond a live voice.

    A call assistant (来电助手) answers and passes the words on: connected unless the house says otherwise,
    which is the reading that limits contact more. Voicemail likewise by setting.
    """

    assistant_is_connected: bool = True
    voicemail_is_connected: bool = False


def is_connected(outcome: Outcome, house: HousePolicy | None = None) -> bool:
    """Whether a person, or what the house treats as one, was reached."""
    policy = house or HousePolicy()
    if outcome is Outcome.ASSISTANT:
        return policy.assistant_is_connected
    if outcome is Outcome.VOICEMAIL:
        return policy.voicemail_is_connected
    return outcome in (Outcome.CONNECTED, Outcome.DROPPED)


def counters_of(
    channel: Channel,
    state: AttemptState,
    outcome: Outcome | None,
    house: HousePolicy | None = None,
) -> frozenset[Counter]:
    """Every counter in which this attempt counts, or could still end."""
    if state is AttemptState.DENIED or outcome is Outcome.NOT_DIALLED:
        return frozenset()
    if channel is not Channel.CALL and channel is not Channel.VISIT:
        return frozenset({Counter.ATTEMPT, Counter.MESSAGE})
    if state in (AttemptState.IN_FLIGHT, AttemptState.UNKNOWN) or outcome is None:
        return frozenset({Counter.ATTEMPT, Counter.CONNECTED, Counter.UNCONNECTED})
    reached = Counter.CONNECTED if is_connected(outcome, house) else Counter.UNCONNECTED
    return frozenset({Counter.ATTEMPT, reached})
