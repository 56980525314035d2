"""An inspector reads a step otherwise than the engine: done in another turn, or not done at all."""

from __future__ import annotations

import json
from datetime import datetime

from shounuo.domain.steps import NAMES
from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.actions._act import act
from shounuo.records.models import Inspection, Staff, StepDecision
from shounuo.records.queries.standing import steps_told


def decide_step(
    *,
    inspection_id: int,
    staff: Staff,
    step: str,
    turn: int | None,
    reason: str,
    recorded_at: datetime,
) -> StepDecision:
    """`turn`: where the step was done, None when it was not. The engine's reading stays beside it.

    Refused without a reason, for a step this kind of call does not have, for a turn that is not in
    the call or not the collector's, and when it says what stands already.
    """
    with act(actor=staff, recorded_at=recorded_at) as writing:
        inspection = Inspection.objects.select_for_update().get(pk=inspection_id)
        _refuse_unfit(inspection, step, turn, reason)
        row = StepDecision.objects.create(
            inspection=inspection,
            step=step,
            turn=turn,
            by=staff,
            at=recorded_at,
            reason=reason[:300],
        )
        payload = {"inspection": inspection.pk, "step": step, "turn": turn}
        writing.event(f"transcript:{inspection.transcript_id}", "StepDecided", payload)
        writing.publish("inspection", inspection.pk)
        return row


def _refuse_unfit(inspection: Inspection, step: str, turn: int | None, reason: str) -> None:
    if step not in inspection.steps or step not in NAMES:
        raise _refused(inspection, "step")
    if not reason.strip():
        raise _refused(inspection, "reason")
    turns = json.loads(inspection.transcript.body)["turns"]
    own = [one["i"] for one in turns if one["speaker"] == "agent"]
    if turn is not None and turn not in own:
        raise _refused(inspection, "turn", n=turn)
    if turn == steps_told(inspection)[step]:
        raise _refused(inspection, "same")


def _refused(inspection: Inspection, why: str, **values: object) -> Refused:
    what = _WHY[why].format(**values)
    return Refused(Problem(f"step_{why}", what, record=f"inspection {inspection.pk}"))


_WHY = {
    "step": Text("这通电话没有这个步骤", "This call has no such step"),
    "reason": Text("改步骤需要理由", "Changing a step needs a reason"),
    "turn": Text("第 {n} 句不是催收员说的话，步骤要落在催收员的一句上", "Turn {n} is not one of the collector's: a step is done in a turn of theirs"),
    "same": Text("步骤本来就是这样记的", "That is how the step stands already"),
}  # fmt: skip
