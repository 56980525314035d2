"""The graph itself: a start, no step out of reach, no dead end, no trap, every key its own."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from shounuo.guides.conditions import faults as condition_faults
from shounuo.guides.faults import fault
from shounuo.guides.lint.graph import can_end, reached
from shounuo.guides.model import Guide, GuideStep
from shounuo.kernel.errors import Problem


def check(guide: Guide) -> Iterable[Problem]:
    """Faults of the graph."""
    yield from _targets(guide)
    if guide.start not in guide.steps:
        yield fault(
            "no_start",
            guide.id,
            f"起点“{guide.start}”不存在",
            f"the start {guide.start!r} is no step of this guide",
            "改正 start",
            "correct `start`",
        )
        return
    for name in sorted(set(guide.steps) - reached(guide)):
        yield fault(
            "unreachable",
            f"{guide.id}/{name}",
            "走不到这一步",
            "no branch leads to this step",
            "从某一步连过来，或删掉它",
            "lead a branch here, or remove it",
        )
    ending = can_end(guide)
    for name, step in guide.steps.items():
        yield from _ways_out(guide, step, name in ending)
        yield from _keys(guide, step)
        yield from _conditions(guide, step)


def _targets(guide: Guide) -> Iterable[Problem]:
    for step in guide.steps.values():
        for branch in step.branches:
            if branch.to and branch.to not in guide.steps:
                yield fault(
                    "unknown_step",
                    f"{guide.id}/{step.id}/{branch.answer}",
                    f"去向“{branch.to}”不存在",
                    f"leads to {branch.to!r}, which is no step",
                    "改正 to",
                    "correct `to`",
                )
    for timer in guide.timers:
        if timer.to not in guide.steps:
            yield fault(
                "unknown_step",
                f"{guide.id}/timers/{timer.id}",
                f"去向“{timer.to}”不存在",
                f"leads to {timer.to!r}, which is no step",
                "改正 to",
                "correct `to`",
            )


def _ways_out(guide: Guide, step: GuideStep, ends: bool) -> Iterable[Problem]:
    place = f"{guide.id}/{step.id}"
    if step.end and step.branches:
        yield fault(
            "end_goes_on",
            place,
            "结束的一步不能再有分支",
            "a step that ends the call has branches too",
            "去掉 end 或 branches",
            "remove `end` or `branches`",
        )
    elif not step.end and not step.branches:
        yield fault(
            "dead_end",
            place,
            "走到这里就没有下一步，也没有结束",
            "the call gets stuck here: no branch and no end",
            "加分支，或写明 end",
            "add branches or an `end`",
        )
    elif not ends:
        yield fault(
            "trap",
            place,
            "从这一步怎么走都结束不了",
            "no way on from here ever ends the call",
            "加一条通向结束的分支",
            "add a branch that leads to an end",
        )
    if not step.end and not step.lines:
        yield fault(
            "nothing_to_say",
            place,
            "这一步没有要说的话",
            "there is nothing to say at this step",
            "写上 say",
            "add `say`",
        )


def _keys(guide: Guide, step: GuideStep) -> Iterable[Problem]:
    place = f"{guide.id}/{step.id}"
    by_key = sorted(step.branches, key=lambda branch: branch.key.lower())
    for key, branches in groupby(by_key, key=lambda branch: branch.key.lower()):
        answers = [branch.answer for branch in branches]
        if len(key) != 1:
            yield fault(
                "bad_key",
                f"{place}/{answers[0]}",
                f"按键“{key}”应是一个字符",
                f"the key {key!r} must be one character",
                "一个分支一个键",
                "one key for each branch",
            )
        elif len(answers) > 1:
            both = ", ".join(answers)
            yield fault(
                "key_twice",
                place,
                f"按键“{key}”同时给了 {both}",
                f"the key {key!r} is given to {both}",
                "每个分支用不同的键",
                "give each branch its own key",
            )


def _conditions(guide: Guide, step: GuideStep) -> Iterable[Problem]:
    bound = [(line.id, line.when) for line in step.lines] + [
        (b.answer, b.when) for b in step.branches
    ]
    for name, when in bound:
        for wrong in condition_faults(when):
            yield fault(
                "bad_condition", f"{guide.id}/{step.id}/{name}", f"条件有误：{wrong}", wrong
            )
