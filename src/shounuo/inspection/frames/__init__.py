"""Semantic frames: who does what to whom, written as short patterns over classes of synonyms.

A frame names concepts (`{child}`), plain regex pieces and gaps (`..` short, `....` long) in the order
in which they are said. One scan of the turn tells which concepts occur at all; a frame's regex runs
only where every concept that it needs has been heard. Frames know nothing of a call: a detector
decides whether what was matched is a breach.
"""

from shounuo.inspection.frames.compile import Frame, frames
from shounuo.inspection.frames.match import Hit, find

__all__ = ["Frame", "Hit", "find", "frames"]
