"""Every detector there is: each module of `inspection.detectors` brings one `DETECTOR`."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from shounuo.inspection import detectors
from shounuo.inspection.detector import Detector
from shounuo.inspection.model import Finding
from shounuo.inspection.reading import Reading


@cache
def all_detectors() -> tuple[Detector, ...]:
    """In the order of their file names."""
    names = sorted(m.name for m in pkgutil.iter_modules(detectors.__path__) if m.name[0] != "_")
    modules = (importlib.import_module(f"{detectors.__name__}.{name}") for name in names)
    return tuple(module.DETECTOR for module in modules)


@cache
def detector_of(code: str) -> Detector:
    """The detector of a code. Raises StopIteration when there is none."""
    return next(detector for detector in all_detectors() if detector.code == code)


def find_all(reading: Reading) -> list[Finding]:
    """All findings of a call by turn and place; the same code is reported once per turn, its surest first."""
    best: dict[tuple[str, int], Finding] = {}
    for detector in all_detectors():
        for finding in detector.findings(reading):
            key = (finding.code, finding.turn)
            if key not in best or finding.confidence > best[key].confidence:
                best[key] = finding
    return sorted(best.values(), key=lambda f: (f.turn, f.start, f.code))
