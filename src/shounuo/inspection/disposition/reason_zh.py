"""Why a Chinese customer made no promise: the reason that was given, the gravest duty first."""

from __future__ import annotations

from shounuo.inspection.disposition.heard import pattern_of, said, taken_up
from shounuo.inspection.disposition.put_off import plan_asked, put_off, will_ring
from shounuo.inspection.reading import Reading
from shounuo.inspection.state import state_of
from shounuo.inspection.steps import closing
from shounuo.inspection.steps.done import steps_done
from shounuo.kernel.patterns import quick_pattern


def reason(reading: Reading) -> str:
    """No promise: why not, the reason with the gravest duty first."""
    known = reading.to_debtor or state_of(reading).verified_at is not None
    if state_of(reading).first("dispute") and known:
        return "DISPUTE"
    if taken := taken_up(reading, "CLAIM_PAID", "DISPUTE"):
        return taken
    if will_ring(reading) and "plan_performing" in reading.context.open_flags:
        return "CALLBACK"  # who performs a plan has paid anyway
    if "plan_performing" in reading.context.open_flags and not _more_time(reading):
        # Asked for more than the plan, who points to it refuses; not asked, there is nothing to settle.
        if not _holds_to_plan(reading) and said(reading, "paid"):
            return "CLAIM_PAID"
        return "REFUSE" if steps_done(reading).get("ask_payment") else "CALLBACK"
    if said(reading, "paid"):
        return "CLAIM_PAID"
    if said(reading, "autopay"):
        return "AUTOPAY_FAILED"
    if closing.ended_by_party(reading) and not put_off(reading):
        refused = said(reading, "refuse") or said(reading, "whatever")
        return "REFUSE" if refused else "HUNG_UP"
    if plan_asked(reading):
        return "PLAN_REQUEST"
    if said(reading, "refuse") or taken_up(reading, "REFUSE"):
        return "REFUSE"
    if taken := taken_up(reading, "PLAN_REQUEST", "AUTOPAY_FAILED", "NO_MONEY"):
        return taken
    if put_off(reading) or (will_ring(reading) and not said(reading, "no_money")):
        return "CALLBACK"
    if said(reading, "no_money"):
        return "NO_MONEY"
    return "CALLBACK" if said(reading, "callback") else "NO_MONEY"


_MORE_TIME = quick_pattern(
    r"(?:再|能不能|可不可以).{0,4}(?:延|缓|少还|减)|\b(?:change|lower|extend) (?:the|my) plan\b"
)


def _more_time(reading: Reading) -> bool:
    """Who performs a plan asks to have it changed."""
    return any(_MORE_TIME.search(turn.text) for turn in reading.party())


_HOLDS = quick_pattern(r"协议|按时|凭什么|合同|约定|每个?月|\b(?:plan|agreement|agreed)\b")


def _holds_to_plan(reading: Reading) -> bool:
    """After the ask, who performs a plan points to it or says no."""
    asked = steps_done(reading).get("ask_payment")
    refuse = pattern_of(reading, "refuse")
    after = [t.text for t in reading.party() if asked and t.at > asked.at]
    return any(_HOLDS.search(text) or refuse.search(text) for text in after)
