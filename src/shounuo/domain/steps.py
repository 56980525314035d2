"""The steps of a call, in their order (P2, P3, P9): those a guide leads through and inspection looks for."""

from __future__ import annotations

from enum import StrEnum

from shounuo.domain.contact import PartyRole
from shounuo.kernel.text import Text


class Step(StrEnum):
    IDENTIFY_SELF = "identify_self"
    RECORDING_NOTICE = "recording_notice"
    VERIFY_IDENTITY = "verify_identity"
    VERIFY_RELATION = "verify_relation"
    STATE_FACTS = "state_facts"
    ASK_PAYMENT = "ask_payment"
    PROBE_REASON = "probe_reason"
    LAWFUL_CONSEQUENCE = "lawful_consequence"
    OFFER_ALTERNATIVE = "offer_alternative"
    CONFIRM_PROMISE = "confirm_promise"
    MESSAGE_REQUEST = "message_request"
    CLOSE = "close"


NAMES: dict[Step, Text] = {
    Step.IDENTIFY_SELF: Text("表明身份", "Say who is calling"),
    Step.RECORDING_NOTICE: Text("告知录音", "Say the call is recorded"),
    Step.VERIFY_IDENTITY: Text("核实本人", "Verify the customer"),
    Step.VERIFY_RELATION: Text("核实关系", "Verify who answers"),
    Step.STATE_FACTS: Text("说明事实", "State the facts"),
    Step.ASK_PAYMENT: Text("要求还款", "Ask for payment"),
    Step.PROBE_REASON: Text("了解原因", "Ask for the reason"),
    Step.LAWFUL_CONSEQUENCE: Text("说明后果", "State the true consequence"),
    Step.OFFER_ALTERNATIVE: Text("给出办法", "Offer a way"),
    Step.CONFIRM_PROMISE: Text("二次确认", "Confirm the promise"),
    Step.MESSAGE_REQUEST: Text("请求转告", "Ask to pass a message"),
    Step.CLOSE: Text("结束通话", "Close"),
}

CUSTOMER_CALL: tuple[Step, ...] = (
    Step.IDENTIFY_SELF,
    Step.RECORDING_NOTICE,
    Step.VERIFY_IDENTITY,
    Step.STATE_FACTS,
    Step.ASK_PAYMENT,
    Step.PROBE_REASON,
    Step.LAWFUL_CONSEQUENCE,
    Step.OFFER_ALTERNATIVE,
    Step.CONFIRM_PROMISE,
    Step.CLOSE,
)
THIRD_PARTY_CALL: tuple[Step, ...] = (
    Step.IDENTIFY_SELF,
    Step.VERIFY_RELATION,
    Step.MESSAGE_REQUEST,
    Step.CLOSE,
)


def steps_for(role: PartyRole) -> tuple[Step, ...]:
    """The steps of a call to this party: only who may be told of the debt gets the customer's."""
    return THIRD_PARTY_CALL if role is PartyRole.THIRD_PARTY else CUSTOMER_CALL


def missing(done: set[Step], role: PartyRole, required: frozenset[Step]) -> tuple[Step, ...]:
    """The required steps of this call not yet done, in the call's order."""
    return tuple(step for step in steps_for(role) if step in required and step not in done)
