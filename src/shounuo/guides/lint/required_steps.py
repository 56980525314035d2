"""The steps a call may not lack (P2, P3, P9, P15): there, required, and in their order on every way."""

from __future__ import annotations

from collections.abc import Iterable

from shounuo.domain.disposition.catalogue import Code
from shounuo.domain.steps import NAMES, Step
from shounuo.guides.faults import fault
from shounuo.guides.lint.graph import always_after, covering, reached
from shounuo.guides.lint.requirements import Requirements, requirements
from shounuo.guides.model import Guide
from shounuo.kernel.errors import Problem

# What the read-back must hold (P15): the lender's full registered name, amount, date, way.
READ_BACK = ("lender_full_name", "promise_amount", "promise_date", "promise_method")


def check(guide: Guide) -> Iterable[Problem]:
    """Missing steps, steps that are optional and must not be, and ways round them."""
    needed = requirements()[guide.kind]
    yield from _present(guide, needed)
    yield from _forbidden(guide, needed)
    yield from _order(guide, needed)
    yield from _promise(guide)


def _present(guide: Guide, needed: Requirements) -> Iterable[Problem]:
    there = reached(guide)
    for step in needed.covers:
        name, places = NAMES[step], covering(guide, step) & there
        if not places:
            yield fault(
                "step_missing",
                guide.id,
                f"缺少必说的一步：{name.zh}",
                f"the required step is missing: {name.en}",
                f"加一步 covers: [{step.value}]",
                f"add a step with covers: [{step.value}]",
            )
        elif not any(guide.steps[place].required for place in places):
            yield fault(
                "step_not_required",
                f"{guide.id}/{min(places)}",
                f"“{name.zh}”应标为必说",
                f"{name.en} must be marked required",
                "写上 required: true",
                "set required: true",
            )


def _forbidden(guide: Guide, needed: Requirements) -> Iterable[Problem]:
    for step in sorted(needed.never):
        for place in sorted(covering(guide, step)):
            name = NAMES[step]
            yield fault(
                "step_forbidden",
                f"{guide.id}/{place}",
                f"这类通话不能有这一步：{name.zh}",
                f"a call of this kind never has this step: {name.en}",
                "删掉这一步",
                "remove it",
            )


def _order(guide: Guide, needed: Requirements) -> Iterable[Problem]:
    for later, earlier in needed.before.items():
        for place in sorted(covering(guide, later) & reached(guide)):
            for step in earlier:
                if step not in guide.steps[place].covers and not always_after(
                    guide, place, covering(guide, step)
                ):
                    first, then = NAMES[step], NAMES[later]
                    yield fault(
                        "out_of_order",
                        f"{guide.id}/{place}",
                        f"可以不经“{first.zh}”就走到“{then.zh}”",
                        f"one can come to {then.en!r} without {first.en!r}",
                        "改分支，让它先经过那一步",
                        "lead the branches through that step first",
                    )


def _promise(guide: Guide) -> Iterable[Problem]:
    """A promise counts only after the read-back; before it, only an implied one is possible."""
    confirming = covering(guide, Step.CONFIRM_PROMISE)
    for name, step in guide.steps.items():
        if (
            step.end
            and step.end.disposition is Code.PTP
            and name in reached(guide)
            and not always_after(guide, name, confirming)
        ):
            yield fault(
                "promise_unconfirmed",
                f"{guide.id}/{name}",
                "没有二次确认就登记了承诺",
                "a promise is recorded without the read-back",
                "先经过“二次确认”，或改为默示承诺",
                "lead through the confirmation, or end as an implied promise",
            )
    for name in sorted(confirming):
        yield from _read_back(guide, name)


def _read_back(guide: Guide, name: str) -> Iterable[Problem]:
    step = guide.steps[name]
    for language in guide.languages:
        always = " ".join(
            line.text[language]
            for line in step.lines
            if not (line.when or line.offer or line.consequence)
        )
        missing = [blank for blank in READ_BACK if f"{{{blank}}}" not in always]
        if missing:
            names = ", ".join(missing)
            yield fault(
                "read_back_incomplete",
                f"{guide.id}/{name}",
                f"二次确认（{language}）缺少 {names}",
                f"the read-back ({language}) lacks {names}",
                "全称、金额、日期、方式都要复述",
                "name, amount, day and way are all read back",
            )
