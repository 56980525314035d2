"""The code of a Chinese call to the customer: who it was, what the house must now do, whether a promise was made."""

from __future__ import annotations

from shounuo.inspection.agreement.promise import promise_of
from shounuo.inspection.disposition.heard import said, taken_up
from shounuo.inspection.disposition.reason_zh import reason
from shounuo.inspection.disposition.words_zh import TAKEN_UP
from shounuo.inspection.reading import Reading
from shounuo.inspection.state import state_of
from shounuo.kernel.patterns import quick_pattern


def code(reading: Reading) -> str:
    """The canonical code of a call that has turns."""
    if _deceased(reading):
        return "DECEASED"
    if _not_theirs(reading):
        return "WRONG_PERSON"
    promise = promise_of(reading)
    if _at_risk(reading):
        return "VULNERABLE"
    if (
        state_of(reading).first("stop", "attorney", "write_only")
        and not promise
        and not _angry_hang_up(reading)
    ):
        return "CEASE"
    if _complains(reading) and not promise:
        return "COMPLAINT"
    if promise:
        if promise.said.method == "auto_debit" and _debit_failed(reading):
            return "AUTOPAY_FAILED"
        return "PTP" if promise.said.explicit else "PTP_IMPLIED"
    return reason(reading)


def _deceased(reading: Reading) -> bool:
    """The one sought is dead: not who has just said to be that one, speaking of a husband."""
    if "deceased" in reading.context.open_flags:
        return True
    theirs = state_of(reading).verified_at is not None and state_of(reading).denied_at is None
    return (said(reading, "dead") and not theirs) or bool(taken_up(reading, "DECEASED"))


def _at_risk(reading: Reading) -> bool:
    """Speaks of dying; is old and no longer follows; or a grave illness was taken down and nothing else."""
    if state_of(reading).first("self_harm"):
        return True
    if "elderly" in reading.context.open_flags and said(reading, "frail"):
        return True
    return not promise_of(reading) and bool(taken_up(reading, "VULNERABLE"))


def _angry_hang_up(reading: Reading) -> bool:
    """别烦我挂了: the line is cut, nothing is asked for."""
    asked = [r for r in state_of(reading).requests if r.kind in ("stop", "attorney", "write_only")]
    last = reading.party()[-1:]
    return bool(last) and all("烦" in r.spot.said and r.spot.turn is last[0] for r in asked)


def _not_theirs(reading: Reading) -> bool:
    """The number is not, or no longer, that of the one sought."""
    confirmed = state_of(reading).verified_at is not None
    if not confirmed and said(reading, "wrong"):
        return True
    return reading.context.callee_role == "unknown" and bool(taken_up(reading, "WRONG_PERSON"))


_NOT_DRAWN = quick_pattern(
    r"(?:没(?:有|能)?|未)(?:能)?(?:自动)?(?:扣|划)|扣(?:款)?(?:没|失败|不(?:了|成|到|下来))|余额不足|没成功|失败|差(?:了)?(?:一|几)|\b(?:didn't|did not|fail\w*|bounced|switched off|not go)\b"
)


def _debit_failed(reading: Reading) -> bool:
    failed = TAKEN_UP["AUTOPAY_FAILED"]
    return any(failed.search(turn.text) for turn in reading.turns) or (
        said(reading, "autopay") and any(_NOT_DRAWN.search(t.text) for t in reading.turns)
    )


def _complains(reading: Reading) -> bool:
    """A complaint voiced, or taken down whatever the customer called it."""
    asked = state_of(reading).first("complaint")
    if asked and "领导" in asked.spot.said and state_of(reading).first("dispute"):
        return _complaint_registered(reading)  # to the manager, to have the account checked
    on_hold = "complaint_hold" in reading.context.open_flags and any(
        "投诉" in turn.text for turn in reading.turns
    )
    return asked is not None or on_hold or _complaint_registered(reading)


_REGISTERED = quick_pattern(
    r"(?:登记|受理|提交|记录|记).{0,6}投诉|投诉.{0,6}(?:登记|受理|编号|部门|处理)|\b(?:file|log|open|register|submit|note)\w* (?:a|your|this|the) complaint"
)


def _complaint_registered(reading: Reading) -> bool:
    """The collector took the matter up as a complaint, whatever the customer called it."""
    return any(spot.scope.asserted for spot in reading.find(_REGISTERED))
