"""Each end implies a code that exists, fits the party on the line, and says what follows."""

from __future__ import annotations

from collections.abc import Iterable

from shounuo.domain.contact import Outcome
from shounuo.domain.disposition.catalogue import Code, catalogue
from shounuo.domain.steps import Step
from shounuo.guides.faults import fault
from shounuo.guides.model import Guide, GuideStep
from shounuo.kernel.errors import Problem

# Nothing is said at these ends: the other side is gone, or a machine answered.
_SILENT = {Code.HUNG_UP, Code.PTP_IMPLIED, Code.VOICEMAIL}


def check(guide: Guide) -> Iterable[Problem]:
    """Codes that do not fit, ends without a goodbye, ends without a follow-up."""
    for name, step in guide.steps.items():
        if step.end:
            yield from _end(guide, f"{guide.id}/{name}", step, step.end.disposition)


def _end(guide: Guide, place: str, step: GuideStep, code: Code) -> Iterable[Problem]:
    row = catalogue()[code]
    strangers = sorted(role.value for role in guide.scope.parties - row.roles)
    if strangers:
        who = ", ".join(strangers)
        yield fault(
            "disposition_misfit",
            place,
            f"{code} 不能用于 {who}",
            f"{code} does not apply to {who}",
            "换一个电话码",
            "choose another code",
        )
    spoken = (
        {Outcome.VOICEMAIL} if guide.kind == "voicemail" else {Outcome.CONNECTED, Outcome.DROPPED}
    )
    if not spoken & row.outcomes:
        yield fault(
            "disposition_misfit",
            place,
            f"{code} 不是通话后的结果",
            f"{code} is no result of such a call",
            "换一个电话码",
            "choose another code",
        )
    if code not in _SILENT and Step.CLOSE not in step.covers:
        yield fault(
            "end_without_close",
            place,
            "结束的一步没有结束语",
            "the call ends without its close",
            "covers 写上 close，并有告别的话",
            "cover `close` and say goodbye",
        )
    if code not in _SILENT and not step.lines:
        yield fault(
            "nothing_to_say",
            place,
            "结束的一步没有要说的话",
            "there is nothing to say at this end",
            "写上结束语",
            "add the closing line",
        )
    if not (step.end and step.end.follow_up.zh and step.end.follow_up.en):
        yield fault(
            "follow_up_missing",
            place,
            "没有写明后续怎么办",
            "what follows is not said in both languages",
            "在 end 里写 zh 和 en",
            "write zh and en in `end`",
        )
