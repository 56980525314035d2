"""What a call bears out beside the code it ends in."""

from __future__ import annotations

from shounuo.inspection.disposition.heard import said, taken_up
from shounuo.inspection.disposition.put_off import plan_asked, put_off, will_ring
from shounuo.inspection.reading import Reading
from shounuo.inspection.steps import closing


def bears_out(reading: Reading, code: str) -> bool:
    """Whether words of the call bear out this lesser code, though a graver one came first."""
    if code == "REFUSE":
        return said(reading, "refuse") or bool(taken_up(reading, "REFUSE"))
    if code == "HUNG_UP":
        return closing.ended_by_party(reading)
    if code == "CALLBACK":
        return will_ring(reading) or put_off(reading)
    return code == "PLAN_REQUEST" and (plan_asked(reading) or bool(taken_up(reading, code)))
