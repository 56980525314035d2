"""The hard answers of P11 are branches wherever they can be given, and each is treated as it must be."""

from __future__ import annotations

from collections.abc import Iterable

from shounuo.domain.disposition.catalogue import Code
from shounuo.domain.steps import Step
from shounuo.guides.faults import fault
from shounuo.guides.lint.graph import after, covering
from shounuo.guides.lint.requirements import requirements
from shounuo.guides.model import Guide
from shounuo.kernel.errors import Problem

_MAIN = (Step.STATE_FACTS, Step.ASK_PAYMENT, Step.PROBE_REASON, Step.LAWFUL_CONSEQUENCE, Step.OFFER_ALTERNATIVE, Step.VERIFY_RELATION, Step.MESSAGE_REQUEST)  # fmt: skip
# Where each of these answers must lead: every end after it has one of these codes.
ENDS_IN: dict[str, frozenset[Code]] = {
    "died": frozenset({Code.DECEASED}),
    "self_harm": frozenset({Code.VULNERABLE}),
    "complaint": frozenset({Code.COMPLAINT}),
    "dispute": frozenset({Code.DISPUTE}),
    "already_paid": frozenset({Code.CLAIM_PAID}),
    "wrong_person": frozenset({Code.WRONG_PERSON}),
    "stop_calling": frozenset({Code.CEASE, Code.THIRD_PARTY_REFUSED}),
    "lawyer": frozenset({Code.CEASE}),
    "hangs_up": frozenset({Code.HUNG_UP, Code.PTP_IMPLIED}),
}
# Whoever listens, a hang-up or one of the hard answers themselves may still break in.
_BREAKS_IN = frozenset(ENDS_IN) | frozenset(
    ["instalments", "debit_failed", "refuses", "who_are_you", "abuse", "no_money"]
)
# After these, money is not asked for again in this call, and the clock of entanglement stands still.
CARE = ("died", "self_harm", "complaint", "dispute", "lawyer", "stop_calling")
_PRESSING = (Step.STATE_FACTS, Step.ASK_PAYMENT, Step.LAWFUL_CONSEQUENCE, Step.CONFIRM_PROMISE)


def check(guide: Guide) -> Iterable[Problem]:
    """Hard answers that are missing, or that lead where they must not."""
    needed = requirements()[guide.kind]
    main = covering(guide, *_MAIN) if needed.covers else frozenset()
    for name, step in guide.steps.items():
        answers = {branch.answer for branch in step.branches}
        wanted = (
            needed.hard_answers_first
            if name == guide.start
            else needed.hard_answers
            if name in main and step.timed and not step.end
            else ()
        )
        missing = [
            answer
            for answer in wanted
            if answer not in answers and not _is_target(guide, name, answer)
        ]
        if missing:
            names = ", ".join(missing)
            yield fault(
                "hard_answer_missing",
                f"{guide.id}/{name}",
                f"缺少这些难答的分支：{names}",
                f"these hard answers have no branch: {names}",
                "用 include 引入共用分支",
                "include the shared branches",
            )
    yield from _consequences(guide)


def _is_target(guide: Guide, name: str, answer: str) -> bool:
    """The step that answers a hard answer need not offer it again."""
    return any(
        b.answer == answer and b.to == name for step in guide.steps.values() for b in step.branches
    )


def _consequences(guide: Guide) -> Iterable[Problem]:
    for answer, codes in ENDS_IN.items():
        for target in sorted(
            {
                b.to
                for s in guide.steps.values()
                for b in s.branches
                if b.answer == answer and b.to in guide.steps
            }
        ):
            yield from _treated(guide, answer, target, codes)


def _treated(guide: Guide, answer: str, target: str, codes: frozenset[Code]) -> Iterable[Problem]:
    following = _own_way(guide, target)
    for name in sorted(following):
        step = guide.steps[name]
        if step.end and step.end.disposition not in codes:
            allowed = ", ".join(sorted(codes))
            yield fault(
                "wrong_end",
                f"{guide.id}/{name}",
                f"“{answer}”之后不能以 {step.end.disposition} 结束",
                f"after {answer!r} the call may not end in {step.end.disposition}",
                f"应为 {allowed}",
                f"it must be {allowed}",
            )
        if answer in CARE and set(step.covers) & set(_PRESSING):
            yield fault(
                "pressure_after_care",
                f"{guide.id}/{name}",
                f"“{answer}”之后还在谈还款",
                f"money is pressed for after {answer!r}",
                "这条分支停止催收",
                "collection stops on this branch",
            )
        if answer in CARE and step.timed and not step.end:
            yield fault(
                "timer_in_care",
                f"{guide.id}/{name}",
                f"“{answer}”之后还在计时",
                f"the clock runs after {answer!r}",
                "写上 timed: false",
                "set timed: false",
            )


def _own_way(guide: Guide, target: str) -> frozenset[str]:
    """The steps that follow `target` along ordinary replies; a hard answer that breaks in is its own matter."""
    seen: set[str] = set()
    waiting = [target]
    while waiting:
        name = waiting.pop()
        if name not in guide.steps or name in seen:
            continue
        seen.add(name)
        waiting.extend(b.to for b in guide.steps[name].branches if b.answer not in _BREAKS_IN)
    return frozenset(seen)


__all__ = ["CARE", "ENDS_IN", "after", "check"]
