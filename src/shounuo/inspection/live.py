"""A call while it goes on: the steps done so far, and what to mind before the next sentence.

Warns before a breach, never after: it speaks of states (identity not confirmed, a stop was asked for),
not of the collector's faults; those wait for an inspector. Most states are quiet; at most one of a call
interrupts, the first of the few that must change what is said next.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from shounuo.inspection.model import Call, Turn
from shounuo.inspection.reading import Reading
from shounuo.inspection.requests import RequestKind
from shounuo.inspection.state import state_of
from shounuo.inspection.steps.done import steps_done
from shounuo.kernel.text import Text

# Turns read again at each new one; what older turns did is carried on. Keeps a three-hour call quick.
WINDOW_TURNS = 200

UNVERIFIED = Text(
    "身份未核实：先核实本人，不说欠款、金额和银行卡",
    "Identity not confirmed: verify first, say nothing of the debt, an amount or a card",
)
THIRD_PARTY = Text(
    "三方通话：只核实、请转告，其他一律不谈", "Third party: verify, ask to pass it on, nothing else"
)
UNRECORDED = Text("尚未告知录音", "The recording has not been announced yet")
FLAGS: dict[str, Text] = {
    "plan_performing": Text(
        "分期方案履行中：不得要求还款", "A plan is being performed: ask for no payment"
    ),
    "dispute": Text("争议核实中：不要求还款", "A dispute is being checked: ask for no payment"),
    "complaint_hold": Text("投诉处理中：不催收", "A complaint is being handled: do not collect"),
    "deceased": Text(
        "客户已身故：不催收，转专人", "The customer has died: do not collect, hand over"
    ),
}
# Loud ones must change the next sentence; they stand in order of gravity.
ASKED: dict[RequestKind, tuple[Text, bool]] = {
    "self_harm": (
        Text("停下：先问是否安全，转专人", "Stop: ask whether they are safe, hand over"),
        True,
    ),
    "third_party_refusal": (
        Text("对方拒绝：致歉并结束，此号码永久停止", "They refuse: apologise, close, never call again"),
        True,
    ),
    "stop": (
        Text("要求停止来电：现在登记，不再要求还款", "Asked to stop: record it now, ask for nothing more"),
        True,
    ),
    "attorney": (
        Text("已委托律师：记下律师联系方式后结束", "Has an attorney: take the details and close"),
        True,
    ),
    "write_only": (
        Text("只接受书面：登记后结束", "Writing only: record it and close"),
        True,
    ),
    "dispute": (
        Text("提出异议：登记核实，不要求先还", "Disputes it: record it, do not ask to pay first"),
        True,
    ),
    "complaint": (
        Text("要投诉：告知渠道并登记，不劝阻", "Wants to complain: tell how, record it, do not dissuade"),
        False,
    ),
    "hardship": (
        Text("说明困难：先了解情况，可登记分期申请", "Speaks of hardship: listen, a plan may be asked for"),
        False,
    ),
}  # fmt: skip
_OF_THE_DEBTOR = frozenset({"stop", "dispute", "hardship", "attorney", "write_only"})


@dataclass(frozen=True, slots=True)
class Caution:
    """One thing to mind now. `kind` is stable; `turn` is the turn that gave rise to it, None for the case's own."""

    kind: str
    words: Text
    turn: int | None = None
    loud: bool = False


@dataclass(frozen=True, slots=True)
class Live:
    """`steps`: step → turn number; `interrupt`: the one caution that may break in, once given it stays the same."""

    turns: int
    steps: Mapping[str, int]
    verified: bool
    cautions: tuple[Caution, ...]
    interrupt: Caution | None


QUIET = Live(0, {}, False, (), None)


def listen(call: Call, before: Live = QUIET) -> Live:
    """The state after the turns so far. `before`: the state at some earlier turn of the same call.

    Without `before` only the last `WINDOW_TURNS` turns are known.
    """
    known = replace(call.context, identity_known=call.context.identity_known or before.verified)
    reading = Reading(replace(call, context=known, turns=call.turns[-WINDOW_TURNS:]))
    done = {name: turn.turn.i for name, turn in steps_done(reading).items() if turn is not None}
    steps = {**done, **before.steps}
    verified = known.identity_known or state_of(reading).verified_at is not None
    cautions = tuple(
        _unique([*_asked(reading), *_carried(before), *_standing(reading, verified, steps)])
    )
    first = next((one for one in cautions if one.loud), None)
    return Live(len(call.turns), steps, verified, cautions, before.interrupt or first)


def hear(call: Call, turn: Turn, before: Live) -> tuple[Call, Live]:
    """One more turn of a call that goes on."""
    longer = replace(call, turns=(*call.turns, turn))
    return longer, listen(longer, before)


def _asked(reading: Reading) -> Iterator[Caution]:
    third = reading.context.callee_role == "third_party"
    for kind, (words, loud) in ASKED.items():
        request = state_of(reading).first(kind)
        if request is not None and not (third and kind in _OF_THE_DEBTOR):
            yield Caution(kind, words, request.spot.turn.turn.i, loud)


def _carried(before: Live) -> Iterator[Caution]:
    """What the other side asked for does not lapse because the talk went on."""
    return (one for one in before.cautions if one.kind in ASKED)


def _standing(reading: Reading, verified: bool, steps: Mapping[str, int]) -> Iterator[Caution]:
    """A third party's screen shows these words too: none of them may tell of a debt."""
    if reading.context.callee_role == "third_party":
        yield Caution("third_party", THIRD_PARTY)
        return
    for flag in sorted(reading.context.open_flags & FLAGS.keys()):
        yield Caution(flag, FLAGS[flag])
    if not verified:
        yield Caution("unverified", UNVERIFIED)
    if reading.agent() and "recording_notice" not in steps:
        yield Caution("unrecorded", UNRECORDED)


def _unique(cautions: list[Caution]) -> Iterator[Caution]:
    seen: set[str] = set()
    for one in cautions:
        if one.kind not in seen:
            seen.add(one.kind)
            yield one
