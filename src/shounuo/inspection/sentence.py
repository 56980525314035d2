"""One sentence of a collector judged in its context, without a call around it.

For lines of a call guide and for letters or messages. Only what a sentence can breach by itself is asked; what needs
the course of a call (verified or not, refused or not, what the record says) is not.
"""

from __future__ import annotations

from datetime import UTC, datetime

from shounuo.inspection.codes import SEVERITY
from shounuo.inspection.model import Call, Context, Finding, Turn
from shounuo.inspection.reading import Reading
from shounuo.inspection.registry import find_all

# These need turns that a sentence does not bring.
NEEDS_A_CALL = frozenset(
    (
        "DISCLOSE_BEFORE_VERIFY",
        "CONTINUE_AFTER_REFUSAL",
        "SELF_HARM_MISHANDLED",
        "CEASE_IGNORED",
        "MISSING_US_DISCLOSURE",
    )
)
# A sentence has no clock; no conduct rule asks for one.
_NO_TIME = datetime(2000, 1, 1, tzinfo=UTC)


def inspect_sentence(text: str, context: Context, lang: str = "zh") -> list[Finding]:
    """Critical and major findings of `text`, said by a collector to the party that `context` names.

    Returns an empty list for an empty sentence. `turn` of every finding is 0.
    """
    if not text.strip():
        return []
    reading = Reading(Call("sentence", lang, _NO_TIME, context, (Turn(0, "agent", text),)))
    return [
        finding
        for finding in find_all(reading)
        if SEVERITY[finding.code] != "minor" and finding.code not in NEEDS_A_CALL
    ]
