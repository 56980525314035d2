"""The code of a Chinese call to a third party (P9): what became of the message, and of the number."""

from __future__ import annotations

from shounuo.inspection.disposition.heard import said, taken_up
from shounuo.inspection.reading import Reading
from shounuo.inspection.state import state_of
from shounuo.inspection.steps import closing
from shounuo.inspection.steps.done import steps_done
from shounuo.kernel.patterns import quick_pattern


def code(reading: Reading) -> str:
    """The canonical code of a call that has turns."""
    if (
        said(reading, "dead")
        or taken_up(reading, "DECEASED")
        or "deceased" in reading.context.open_flags
    ):
        return "DECEASED"
    refusals = [r for r in state_of(reading).requests if r.kind == "third_party_refusal"]
    if refusals and not _passes_on(reading, refusals[-1].at):
        return "THIRD_PARTY_REFUSED"
    if said(reading, "wrong"):
        return "WRONG_PERSON"
    if state_of(reading).first("complaint"):
        return "COMPLAINT"
    if steps_done(reading).get("message_request"):
        return "MESSAGE_LEFT"
    return "CALLBACK" if said(reading, "callback") and closing.close(reading) else "HUNG_UP"


_PASSES_ON = quick_pattern(
    r"我(?:看到|碰到|见到|回头|晚上)?.{0,4}(?:跟|给|和|同)?[他她]?(?:说|讲|转告|告诉|带|喊|叫|让)(?:[他她].{0,4})?(?:一声|一句|一下)|转告一句|我(?:喊|叫|让|告诉)[他她]|记(?:到|着|下)(?:起|了)?|\b(?:i'll|i will) (?:tell|let|pass|give)\b"
)


def _passes_on(reading: Reading, after: int) -> bool:
    """Having refused at first, the other side will take the message all the same."""
    return any(_PASSES_ON.search(t.text) for t in reading.party() if t.at >= after)
