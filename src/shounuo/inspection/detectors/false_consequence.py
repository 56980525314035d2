"""False consequence (COND-3): what is said will happen cannot, or is not what the case has come to.

Some consequences are never true of a consumer debt (prison for an ordinary arrear, a child's schooling, a
pension stopped). Others are true only at a stage: a court step is false unless the case is filed or judged; a
blacklist or travel limit unless judged. Whoever states a lawful possibility as a possibility says the truth.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from shounuo.inspection.detector import Detector
from shounuo.inspection.detectors._frames import impersonation
from shounuo.inspection.detectors._frames.false_consequence import BY_STAGE, NEVER
from shounuo.inspection.detectors._overlap import apart_from
from shounuo.inspection.detectors._second_ear import both_ears
from shounuo.inspection.frames.kinds import Found, find_kinds
from shounuo.inspection.frames.lexicon import alternation
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import Spot
from shounuo.kernel.text import Text

_HEDGE = {
    "zh": re.compile(alternation("hedged", "zh")),
    "en": re.compile(alternation("hedged", "en")),
}


def _hedged(reading: Reading, spot: Spot) -> bool:
    """Put as a lawful possibility ("may", "by court order") rather than as what will be."""
    pattern = _HEDGE["en" if reading.english else "zh"]
    return bool(pattern.search(spot.turn.text[max(0, spot.start - 24) : spot.end + 12]))


def framed(reading: Reading) -> Iterable[Found]:
    """Consequences that are untrue of this case as it stood when they were said."""
    found = [*find_kinds(reading, NEVER)]
    found += [f for f in find_kinds(reading, BY_STAGE) if not _hedged(reading, f[0])]
    return apart_from(found, find_kinds(reading, impersonation.KINDS)) if found else []


def find(reading: Reading) -> Iterable[Found]:
    """What frames and the learned model find together."""
    # Of a case in court the model knows nothing: there it may not speak alone.
    alone = reading.context.litigation == "none"
    return both_ears(reading, "FALSE_CONSEQUENCE", framed(reading), alone=alone)


DETECTOR = Detector(
    code="FALSE_CONSEQUENCE",
    find=find,
    why=Text("虚构后果", "False consequence"),
    rule="COND-3",
    citation="CBA 指引 禁止言行③; 征信条例 16; 12 CFR 1006.18(b)(3), (c)(1)",
)
