"""United States disclosure missing (12 CFR 1006.18(e)).

A debt collector says in its first communication with a consumer that it is attempting to collect a debt and that any
information obtained will be used for that purpose; in each later one that it is from a debt collector. A lender's own
staff are outside the rule, and so is a call that never came to speak of the debt.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from shounuo.inspection.detector import Detector
from shounuo.inspection.detectors._third_party import without_names
from shounuo.inspection.detectors.disclose_before_verify import FACTS
from shounuo.inspection.frames import find
from shounuo.inspection.frames.kinds import Found
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import Spot
from shounuo.kernel.text import Text

_WHY = Text(
    "催收机构通话谈及债务，全程未作法定催收告知",
    "A debt collector speaks of the debt and never makes the disclosure that the rule requires",
)
_COLLECTS = re.compile(
    r"(?:attempt\w*|trying|try|calling|an effort|seeking|here|effort) to collect (?:a|the|this|your|on a|on this|on the) ?debt|collect(?:ing)? (?:a|this|the) debt"
)
_PURPOSE = re.compile(
    r"information (?:\w+ ){0,6}(?:will|may|can|is|to) be used|used (?:for|to) (?:that|collect|this|the) ?(?:purpose|the debt)?|use (?:it|any information|whatever you say) (?:for|to)"
)
_COLLECTOR = re.compile(
    r"debt collectors?\b|debt collection (?:agency|company|firm|call)|collection agency"
)


def _disclosed(reading: Reading) -> bool:
    """Initial: both halves. Later: that the call is from a debt collector; the first half says as much."""
    said = " ".join(turn.text for turn in reading.agent())
    collects, purpose = bool(_COLLECTS.search(said)), bool(_PURPOSE.search(said))
    later = bool(reading.context.previous_promises) or bool(_COLLECTOR.search(said))
    return (collects and purpose) or (later and (collects or bool(_COLLECTOR.search(said))))


def find_missing(reading: Reading) -> Iterable[Found]:
    """One finding a call, where the debt is first spoken of with the consumer."""
    context = reading.context
    if context.jurisdiction != "US" or context.agent_type != "agency_staff":
        return
    if context.callee_role not in {"debtor", "guarantor"} or _disclosed(reading):
        return
    for turn in reading.agent():
        hit = next(find(without_names(reading, turn.text), "en", FACTS["en"]), None)
        if hit:
            yield Spot(turn, hit.start, hit.end), _WHY, 0.85
            return


DETECTOR = Detector(
    code="MISSING_US_DISCLOSURE",
    find=find_missing,
    why=_WHY,
    rule="1006.18(e)",
    citation="12 CFR 1006.18(e)(1)–(2)",
    languages=("en",),
)
