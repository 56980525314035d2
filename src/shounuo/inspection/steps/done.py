"""The steps of a call (P2, P9): the turn in which each was first done, None when it was not.

Which step a turn does is decided step by step in `steps/*.py`; the order of the call is not enforced here,
except that facts and asks count only from the turn in which the person was asked who they are.
"""

from __future__ import annotations

from collections.abc import Mapping

from shounuo.inspection.once import once
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import TurnReading
from shounuo.inspection.steps import closing, customer, opening, third_party

CUSTOMER = (
    "identify_self", "recording_notice", "verify_identity", "state_facts", "ask_payment", "probe_reason",
    "lawful_consequence", "offer_alternative", "confirm_promise", "close",
)  # fmt: skip
THIRD_PARTY = ("identify_self", "verify_relation", "message_request", "close")
STEPS = tuple(dict.fromkeys((*CUSTOMER, *THIRD_PARTY)))

Steps = Mapping[str, TurnReading | None]


@once
def steps_done(reading: Reading) -> Steps:
    """Each step of this kind of call with the turn that first did it."""
    if reading.context.callee_role == "third_party":
        return third_party.steps(reading)
    found = {
        "identify_self": opening.identify_self(reading),
        "recording_notice": opening.recording_notice(reading),
        "verify_identity": opening.verify_identity(reading),
    }
    found |= customer.steps(reading, found["verify_identity"])
    found["close"] = closing.close(reading)
    return {name: found[name] for name in CUSTOMER}
