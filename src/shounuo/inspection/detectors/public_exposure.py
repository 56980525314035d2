"""Public exposure (COND-2, COND-5): the debt made, or threatened to be made, known to others.

To neighbours, work, family, a chat group or the internet; said outright, as a favour asked, or as a worry about face.
"""

from __future__ import annotations

from collections.abc import Iterable

from shounuo.inspection.detector import Detector
from shounuo.inspection.detectors._frames.public_exposure import KINDS
from shounuo.inspection.detectors._overlap import beyond
from shounuo.inspection.detectors._private_life import pressed
from shounuo.inspection.detectors._second_ear import both_ears
from shounuo.inspection.frames.kinds import Found, find_kinds
from shounuo.inspection.reading import Reading
from shounuo.kernel.text import Text

_PRESSES = Text(
    "提起客户的家人、单位或住处，暗示会让其知晓",
    "Brings up family, work or home so as to hint that they may come to know",
)


def framed(reading: Reading) -> Iterable[Found]:
    """Exposure done, asked for or held out."""
    found = list(find_kinds(reading, KINDS))
    yield from found
    yield from beyond(found, pressed(reading, "exposure"), _PRESSES, 0.6)


def find(reading: Reading) -> Iterable[Found]:
    """What frames and the learned model find together."""
    return both_ears(reading, "PUBLIC_EXPOSURE", framed(reading))


DETECTOR = Detector(
    code="PUBLIC_EXPOSURE",
    find=find,
    why=Text("公开曝光", "Public exposure"),
    rule="COND-5",
    citation="CBA 指引 禁止言行②⑤; 民法典 1033; 12 CFR 1006.14(d)–(e), 1006.6(d)(1)",
)
