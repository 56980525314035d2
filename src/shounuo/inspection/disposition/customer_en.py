"""The code of an English call to the customer: who it was, what the house must now do, whether a promise was made."""

from __future__ import annotations

import re
from itertools import pairwise

from shounuo.inspection.agreement.promise import promise_of
from shounuo.inspection.disposition.heard_en import last, taken_up
from shounuo.inspection.disposition.reason_en import reason
from shounuo.inspection.disposition.third_party_en import nobody_sought
from shounuo.inspection.reading import Reading
from shounuo.inspection.state import state_of


def code(reading: Reading) -> str:
    """The canonical code of a call that has turns."""
    role, state = reading.context.callee_role, state_of(reading)
    harmed = state.first("self_harm") or taken_up(reading, "VULNERABLE")
    owner = state.verified_at is not None
    dead = last(reading, "dead") or (None if owner else last(reading, "dead_kin"))
    if not harmed and (
        dead
        or (not owner and taken_up(reading, "DECEASED"))
        or "deceased" in reading.context.open_flags
    ):
        return "DECEASED"
    if not owner and (
        last(reading, "wrong") or (state.denied_at is not None and role != "unknown")
    ):
        return "WRONG_PERSON"
    if role == "unknown" and (found := nobody_sought(reading)):
        return found
    if harmed or _endangered(reading):
        return "VULNERABLE"
    return _promised_or_reason(reading)


def _endangered(reading: Reading) -> bool:
    old = "elderly" in reading.context.open_flags and last(reading, "frail")
    return bool(old) or bool(reading.context.open_flags & {"vulnerable"})


def _promised_or_reason(reading: Reading) -> str:
    promise = promise_of(reading)
    if not promise and (said := _complaint_or_cease(reading)):
        return said
    by_debit = promise is None or promise.said.method in ("auto_debit", None)
    if _debit_failed(reading, _FAILED if by_debit else _BOUNCED):
        return "AUTOPAY_FAILED"
    if promise:
        return "PTP" if promise.said.explicit else "PTP_IMPLIED"
    return reason(reading)


def _complaint_or_cease(reading: Reading) -> str | None:
    """The later of a complaint and a wish to be left alone; a paper asked for in a dispute is neither."""
    complained = max(_asked(reading, "complaint"), 0 if taken_up(reading, "COMPLAINT") else -1)
    stopped = _asked(reading, "stop", "attorney", "write_only")
    if complained >= 0 and (stopped < 0 or 0 < stopped <= complained):
        return "COMPLAINT"
    if _asked(reading, "stop", "attorney") >= 0:
        return "CEASE"
    of_paper = state_of(reading).first("dispute") or last(reading, "paid")
    return "CEASE" if stopped >= 0 and not of_paper else None


def _asked(reading: Reading, *kinds: str) -> int:
    """Place of the last wish of these kinds, -1 when there was none."""
    return max((r.at for r in state_of(reading).requests if r.kind in kinds), default=-1)


_FAILED = re.compile(
    r"\b(?:bounc\w+|(?:came|come|comes|kicked|sent) back|return(?:ed|s)?|clos(?:ed|e)|declin\w+|reject\w*|fail\w*|didn't (?:go|come|draft|run|pull|clear)|did not (?:go|come|draft|run)|never (?:went|came|drafted)|switched off|turned off|expired|insufficient|not (?:go|gone) through|stopp?ed|no longer|old (?:card|account)|new (?:card|account)|reissued)\b"
)
# Tried and sent back; an autopay that was merely switched off leaves a plain promise to pay otherwise.
_BOUNCED = re.compile(
    r"\b(?:bounc\w+|(?:came|come|comes|kicked|sent) back|return(?:ed|s)|declin(?:ed|es)|reject\w*|fail(?:ed|s)|didn't (?:go|clear|draft)|did not (?:go|clear)|insufficient|not go(?:ne)? through|account closed|closed (?:the|that) account|stop payment)\b"
)
_AUTO = re.compile(
    r"\b(?:auto ?-?(?:pay|draft|debit)\w*|automatic\w*|draft\w*|direct debit|re-?run|pull again)\b"
)


def _debit_failed(reading: Reading, failed: re.Pattern[str]) -> bool:
    """A payment that should have gone by itself did not, and that was spoken of."""
    return any(
        _AUTO.search(near) and failed.search(near)
        for near in (f"{a.text} {b.text}" for a, b in pairwise(reading.turns))
    )
