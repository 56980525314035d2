"""The clock of P9 and P10: it exists where it must, and its exit asks for nothing more."""

from __future__ import annotations

from collections.abc import Iterable

from shounuo.domain.steps import Step
from shounuo.guides.faults import fault
from shounuo.guides.lint.requirements import requirements
from shounuo.guides.model import Guide, Timer
from shounuo.kernel.errors import Problem

_NO_EXIT = {Step.STATE_FACTS, Step.ASK_PAYMENT, Step.LAWFUL_CONSEQUENCE, Step.CONFIRM_PROMISE}


def check(guide: Guide) -> Iterable[Problem]:
    """A missing or late timer, and exits that are none."""
    longest = requirements()[guide.kind].longest_seconds
    if longest is not None and not any(timer.after_seconds <= longest for timer in guide.timers):
        yield fault(
            "timer_missing",
            guide.id,
            f"{longest} 秒内没有计时出口",
            f"no timer offers an exit within {longest} seconds",
            "加 timers，指向收尾的一步",
            "add a timer that leads to a closing step",
        )
    for timer in guide.timers:
        yield from _exit(guide, timer)


def _exit(guide: Guide, timer: Timer) -> Iterable[Problem]:
    step = guide.steps.get(timer.to)
    if step is not None and (step.end is None or set(step.covers) & _NO_EXIT):
        yield fault(
            "timer_no_exit",
            f"{guide.id}/timers/{timer.id}",
            "计时的出口没有结束通话",
            "the exit of this timer does not end the call",
            "指向一个收尾的结束步骤",
            "lead to a step that closes and ends",
        )
