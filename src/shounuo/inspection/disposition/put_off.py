"""What was put off to another day, in either language: an answer, another call, a plan to be worked out."""

from __future__ import annotations

from shounuo.inspection.disposition.heard import pattern_of, said, taken_up
from shounuo.inspection.reading import Reading
from shounuo.inspection.state import state_of
from shounuo.inspection.steps.done import steps_done
from shounuo.kernel.patterns import quick_pattern


def put_off(reading: Reading) -> bool:
    """Among the last words of the other side: an answer another day, when they have asked or thought."""
    pattern = pattern_of(reading, "defer")
    return any(pattern.search(turn.text) for turn in reading.party()[-3:])


_RINGS_AGAIN = quick_pattern(
    r"[点半](?:[一二三四五]?(?:刻|十)?分?).{0,8}(?:我|还是)(?:再|给[您你])?(?:打|来电|拨)|[点半](?:钟|[一二三四五]十五?分?)?(?:以后|之后)?(?:我|我们)?(?:再|给[您你])?(?:再)?(?:打(?:[您你]|过去|这)|来电|拨|联系[您你])|(?:通完|问好|商量好|忙完).{0,4}我再打|(?:[点半]|上午|下午|晚上|明天|周[一二三四五六日天]|号).{0,14}(?:再|给[您你])(?:给[您你])?打(?:个|一(?:次|个))?|(?:再|给[您你])打(?:个|一(?:次|个))?.{0,10}[点半]"
    r"|\b(?:i'll|we'll) (?:call|ring|try) (?:you )?(?:back|again)?.{0,12}\b(?:at|tomorrow|\w+day)\b"
)


def will_ring(reading: Reading) -> bool:
    """Among his last words the collector sets the hour of another call."""
    return any(_RINGS_AGAIN.search(turn.text) for turn in reading.agent()[-4:])


def plan_asked(reading: Reading) -> bool:
    """A plan was asked for, or offered to somebody in hardship; not where want of money is all that was noted."""
    if taken_up(reading, "NO_MONEY"):
        return False
    plan = pattern_of(reading, "plan")
    if reading.party() and plan.search(reading.party()[-1].text):
        return True
    if said(reading, "plan") and steps_done(reading).get("offer_alternative"):
        return True
    hardship = state_of(reading).first("hardship") is not None
    return hardship and bool(steps_done(reading).get("offer_alternative"))
